import { fold } from '#shared/importing/headings.ts'
import { LANGUAGES } from '#shared/wall/schema.ts'

/** The languages' names in each of the seven: our own tables name a note's language as their reader does. */
let known: ReadonlyMap<string, string> | undefined

/** The tag of a language by its name in any of our languages, or by its tag; `undefined` for what names none of them. */
export function languageNamed(name: string): string | undefined {
  known ??= new Map(
    LANGUAGES.flatMap((reader) => {
      const names = new Intl.DisplayNames([reader], { type: 'language' })
      return LANGUAGES.map((tag): [string, string] => [fold(names.of(tag) ?? tag), tag])
    }).concat(LANGUAGES.map((tag) => [tag, tag])),
  )
  return known.get(fold(name))
}
