/**
 * `pollinate-<title>-2026-11-23.pdf`: letters and digits of any script stay, everything else becomes a hyphen.
 * @param date of the day in the name, in local time
 */
export function pdfFileName(title: string, date: Date): string {
  const words = Array.from(title.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')).slice(0, MOST_CHARACTERS).join('')
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
  return ['pollinate', words.replace(/^-+|-+$/g, ''), day].filter(Boolean).join('-') + '.pdf'
}

const MOST_CHARACTERS = 60
