/** What calendar files (RFC 5545) and address cards (RFC 6350) have in common: lines of UTF-8 with folded ends. */

/** The text as a value; characters below U+0020 but the tab may not stand in one. */
export const escapeText = (text: string): string =>
  text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/(?!\t)\p{Cc}/gu, '')

/** No line is longer than this many octets of UTF-8, and what goes on begins with a space. */
const MOST_OCTETS = 75

/** The line with its end, cut between characters and never within one. */
export function contentLine(line: string): string {
  let folded = ''
  let octets = 0
  for (const character of line) {
    const size = octetsOf(character)
    if (octets + size > MOST_OCTETS) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += size
  }
  return `${folded}\r\n`
}

/** @param character one code point */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}
