import { Shell } from './shell'
import { StepUpProvider } from './stepup'

/** What stands around every page behind the sign-in; it comes with the first of them. */
export const Inside = () => (
  <StepUpProvider>
    <Shell />
  </StepUpProvider>
)
