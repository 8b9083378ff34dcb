import type { ReactNode } from 'react'

/** A sentence with something other than text at the place of its mark. */
export function Worded({ text, value }: { text: string; value: ReactNode }) {
  const [before = '', after = ''] = text.split('\u0000')
  return (
    <>
      {before}
      {value}
      {after}
    </>
  )
}
