/** What somebody left to be reached by, taken apart. */
export interface WaysToReach {
  readonly emails: readonly string[]
  readonly phones: readonly string[]
  /** The whole of it, where it says more than that. */
  readonly more: string
}

const EMAIL = /[^\s<>()[\]:;,"'\\]+@[^\s<>()[\]:;,"'\\@]+\.[^\s<>()[\]:;,"'\\@.]{2,}/gu
/** Seven digits at least, as a number is written anywhere; Arabic digits too. */
const PHONE = /\+?\p{Nd}(?:[ \u00a0./()-]{0,2}\p{Nd}){6,19}/gu

/** One line holds e-mail addresses and telephone numbers as people write them: "a@b.org, +254 700 000 000 (mornings)". */
export function waysToReach(contact: string): WaysToReach {
  const emails = [...contact.matchAll(EMAIL)].map(([email]) => email)
  const rest = contact.replace(EMAIL, ' ')
  const phones = [...rest.matchAll(PHONE)].map(([phone]) => phone.trim())
  const isMore = /[\p{L}\p{Nd}]/u.test(rest.replace(PHONE, ' '))
  return { emails, phones, more: isMore || emails.length + phones.length === 0 ? contact : '' }
}
