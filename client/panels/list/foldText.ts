/** A text without case, accents, Arabic vowel signs and wide or composed forms: what people mean when they search. */
export const foldText = (text: string): string => text.normalize('NFKD').replace(/[\p{M}\u0640]/gu, '').toLowerCase()
