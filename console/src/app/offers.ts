import { may, useViewer } from './session'

/** Whether the caller invites people at all; for which organization, the server decides. */
export const useMayInvite = (): boolean => may(useViewer(), 'INVITATION_CREATE')
