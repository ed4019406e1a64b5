/** Persian and Urdu keyboards, and Arabic letters that writers exchange freely. */
const ARABIC_TWINS: Readonly<Record<string, string>> = { ٱ: 'ا', ى: 'ي', ی: 'ي', ة: 'ه', ک: 'ك' }

/**
 * One spelling for what readers take as the same word: lower case, full-width and compatibility forms, accents, hamza
 * seats, vowel signs and the Arabic stretch are gone. Works letter by letter, without a locale, alike in every engine.
 */
export function foldWord(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{Mn}\u0640]/gu, '')
    .normalize('NFC')
    .replace(/[ٱىیةک]/g, (letter) => ARABIC_TWINS[letter] ?? letter)
}
