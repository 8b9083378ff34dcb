/**
 * A whole number as people type it: signs and spaces of typographers, and separators where they
 * part groups of three. Null where it is none, so that 1.5 never becomes 15.
 */
export function wholeOf(text: string): string | null {
  const typed = text.trim().replace(/^[−–]/, '-').replace(/^\+/, '')
  const digits = /^-?\d{1,3}([\s.,'’])\d{3}(\1\d{3})*$/.test(typed) ? typed.replaceAll(/[\s.,'’]/g, '') : typed
  return /^-?\d{1,15}$/.test(digits) ? digits : null
}
