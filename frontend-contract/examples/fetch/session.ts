import { readFragment, RefusalFragmentDoc, SignInChallengeFragmentDoc, SignInDocument } from '../../generated'
import { gql } from './gql'

// signIn answers a bearer token, for a program. A page leaves bearer out and
// gets a cookie instead.
export async function signIn(email: string, password: string): Promise<string> {
  const { sessionCreate } = await gql(SignInDocument, { input: { email, password, bearer: true } })
  if (sessionCreate?.token) return sessionCreate.token
  const challenge = readFragment(SignInChallengeFragmentDoc, sessionCreate?.challenge)
  if (challenge) throw new Error(`${challenge.kind} is asked for: answer with SessionChallengeAnswer`)
  throw new Error(readFragment(RefusalFragmentDoc, sessionCreate?.errors)?.[0]?.message ?? 'no answer')
}
