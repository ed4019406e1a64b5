/**
 * `pollinate-<title>-2026-11-23.<ending>`: letters and digits of any script stay, everything else becomes a hyphen.
 * @param date of the day in the name, in local time
 * @param ending without its dot
 */
export function recordFileName(title: string, date: Date, ending: string): string {
  const words = Array.from(title.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')).slice(0, MOST_CHARACTERS).join('')
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
  return ['pollinate', words.replace(/^-+|-+$/g, ''), day].filter(Boolean).join('-') + `.${ending}`
}

const MOST_CHARACTERS = 60
