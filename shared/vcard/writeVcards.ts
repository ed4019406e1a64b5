import { contentLine, escapeText } from '../calendar/contentLine.ts'
import { waysToReach } from './waysToReach.ts'

/** Somebody for an address book. */
export interface AddressCard {
  /** The same for the same person for ever: a card that is read a second time changes the entry and adds none. */
  readonly uid: string
  readonly name: string
  readonly institution: string
  /** Name of the country, in the reader's language. */
  readonly country: string
  /** One line as its owner wrote it. */
  readonly contact: string
  /** From which workshop one knows them. */
  readonly note: string
}

/**
 * Address cards (RFC 6350, version 4.0), one after the other as every address book takes them. Ours and not a library's,
 * like the calendar file: what is needed is below.
 * @param now milliseconds since 1970
 */
export function writeVcards(cards: readonly AddressCard[], now: number): string {
  const revised = new Date(now).toISOString().replace(/[-:]|\.\d+/g, '')
  return cards
    .flatMap(({ uid, name, institution, country, contact, note }) => {
      const { emails, phones, more } = waysToReach(contact)
      return [
        'BEGIN:VCARD',
        'VERSION:4.0',
        'PRODID:-//Pollinate//People//EN',
        `UID;VALUE=text:${escapeText(uid)}`,
        `REV:${revised}`,
        `FN:${escapeText(name)}`,
        ...(institution === '' ? [] : [`ORG:${escapeText(institution)}`]),
        `ADR:;;;;;;${escapeText(country)}`,
        ...emails.map((email) => `EMAIL:${escapeText(email)}`),
        ...phones.map((phone) => `TEL;VALUE=text:${escapeText(phone)}`),
        `NOTE:${escapeText([more, note].filter(Boolean).join('\n'))}`,
        'END:VCARD',
      ]
    })
    .map(contentLine)
    .join('')
}
