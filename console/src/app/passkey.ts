type Credentials = typeof PublicKeyCredential & {
  parseRequestOptionsFromJSON(options: unknown): PublicKeyCredentialRequestOptions
  parseCreationOptionsFromJSON(options: unknown): PublicKeyCredentialCreationOptions
}

/** The browser showed no passkey: the person turned away, or there is none. */
export class NoPasskey extends Error {}

export const passkeysWork = (): boolean => typeof PublicKeyCredential === 'function' && 'parseRequestOptionsFromJSON' in PublicKeyCredential

const within = (options: unknown): unknown => (options as { publicKey?: unknown }).publicKey ?? options

async function answered(asked: Promise<Credential | null>): Promise<unknown> {
  const credential = await asked.catch((cause: unknown) => {
    throw new NoPasskey(String(cause))
  })
  if (!credential) throw new NoPasskey()
  return (credential as PublicKeyCredential & { toJSON(): unknown }).toJSON()
}

/** Asks the browser for a passkey; the answer is what the server takes. */
export const showPasskey = (options: unknown): Promise<unknown> =>
  answered(navigator.credentials.get({ publicKey: (PublicKeyCredential as Credentials).parseRequestOptionsFromJSON(within(options)) }))

/** Lets the browser make a passkey. */
export const makePasskey = (options: unknown): Promise<unknown> =>
  answered(navigator.credentials.create({ publicKey: (PublicKeyCredential as Credentials).parseCreationOptionsFromJSON(within(options)) }))
