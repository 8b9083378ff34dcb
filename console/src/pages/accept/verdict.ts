import { InvitationAcceptDocument } from '@contract'
import { useEffect, useState } from 'react'
import { gql, type Refusal } from '@/api/gql'
import { useRefusalText } from '../signin/attempt'
import { minPassword, type Verdict } from '../signin/new-password'

interface Asked {
  token: string
  password: string
  firstName: string
  lastName: string
}

/**
 * What the server thinks of a password while it is typed. It is asked with no
 * terms accepted, so it refuses whatever it thinks, and nothing is written.
 */
export function useVerdict({ token, password, firstName, lastName }: Asked): { state: Verdict; reason: string | undefined } {
  const textOf = useRefusalText()
  const asked = JSON.stringify([password, firstName, lastName])
  const [known, setKnown] = useState<{ asked: string; refusal: Refusal | undefined }>()
  const long = [...password.normalize('NFC')].length >= minPassword
  useEffect(() => {
    if (!long) return
    let dropped = false
    const wait = setTimeout(() => {
      const input = { token, password, firstName, lastName, acceptedTermsVersion: '' }
      void gql(InvitationAcceptDocument, { input }).then(
        ({ invitationAccept }) => {
          const errors = (invitationAccept?.errors ?? []) as unknown as Refusal[]
          if (!dropped) setKnown({ asked, refusal: errors.find((one) => one.path.at(-1) === 'password') })
        },
        () => undefined, // the form will tell
      )
    }, 500)
    return () => {
      dropped = true
      clearTimeout(wait)
    }
  }, [asked, long, token, password, firstName, lastName])
  if (!long) return { state: 'unknown', reason: undefined }
  if (known?.asked !== asked) return { state: 'asking', reason: undefined }
  return known.refusal ? { state: 'weak', reason: textOf(known.refusal) } : { state: 'good', reason: undefined }
}
