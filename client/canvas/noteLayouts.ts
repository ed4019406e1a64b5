import { countryName } from '#shared/countries/countryName.ts'
import { createLayout, type NoteLayout } from '#shared/layout/layoutNote.ts'
import type { Language, Note } from '#shared/wall/schema.ts'
import { createInkMeasure } from './inkMeasure.ts'

/**
 * Lays notes out as this reader sees them; a note that is moved keeps its layout.
 * @param laidOut notes whose layout still holds
 */
export function createNoteLayouts(language: Language, laidOut: readonly { readonly note: Note; readonly layout: NoteLayout }[] = []): (note: Note) => NoteLayout {
  const layOut = createLayout(createInkMeasure())
  const known = new Map(laidOut.map((one): [string, typeof one] => [one.note.id, one]))
  return (note) => {
    const before = known.get(note.id)
    if (before && looksTheSame(before.note, note)) return before.layout
    const country = countryName(note.country, language)
    const layout = layOut({ text: note.text, lang: note.lang, name: note.name, country })
    known.set(note.id, { note, layout })
    return layout
  }
}

const looksTheSame = (a: Note, b: Note): boolean =>
  a === b || (a.text === b.text && a.lang === b.lang && a.name === b.name && a.country === b.country)
