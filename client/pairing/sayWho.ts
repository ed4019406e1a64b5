import { countryName } from '#shared/countries/countryName.ts'
import type { Language, Note } from '#shared/wall/schema.ts'

/** Keeps a name of one script from turning a sentence of another one around. */
export const isolate = (name: string): string => `\u2068${name}\u2069`

/** Who stands in the corner of a note, for a sentence: "Amina (Kenya)". */
export const sayWho = (note: Pick<Note, 'name' | 'country'>, language: Language): string =>
  `${isolate(note.name)} (${countryName(note.country, language)})`
