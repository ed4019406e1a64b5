import type { TermsByLanguage } from './vocabulary.ts'

/**
 * Things that notes speak of, each by its words in every language: shared/matching/things.json. A topic says what field
 * two notes are of; a thing, that both mean rats, nets or a court. In two languages it is what a shared word is in one.
 */
export type ThingWords = Readonly<Record<string, TermsByLanguage>>
