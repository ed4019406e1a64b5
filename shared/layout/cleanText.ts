/**
 * The text as it can be drawn: lone surrogates become U+FFFD, tabs and other controls a space, and the characters that
 * turn the order of everything after them (U+202A..202E) are left out, so that no note can disguise another's words.
 * Joiners, direction marks and isolates stay: Persian, Arabic and emoji need them.
 * @returns text whose only control is `\n`, the end of a paragraph
 */
export function cleanText(text: string): string {
  // Nearly all text is clean: one look instead of four.
  if (!MAY_BE_UNCLEAN.test(text)) return text
  return text
    .replace(PARAGRAPH_END, '\n')
    .replace(LONE_SURROGATE, '\ufffd')
    .replace(TURNS_ORDER, '')
    .replace(OTHER_CONTROL, ' ')
}

/** Finds whatever the others find, and halves of pairs that are whole. */
const MAY_BE_UNCLEAN = /[^\n -~\u00a0-\u2027\u202f-\ud7ff\ue000-\ufefe\uff00-\ufff8\ufffc\ufffd]/
const PARAGRAPH_END = /\r\n|[\r\v\f\u0085\u2028\u2029]/g
const LONE_SURROGATE = /\p{Surrogate}/gu
const TURNS_ORDER = /[\u202a-\u202e\ufeff]/g
const OTHER_CONTROL = /(?!\n)[\p{Cc}\ufffe\uffff\ufff9-\ufffb]/gu
