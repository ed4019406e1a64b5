import { countryName } from '#shared/countries/countryName.ts'
import { fontFilesFor } from '#shared/layout/fontFiles.ts'
import type { NoteLayout } from '#shared/layout/layoutNote.ts'
import type { Language, Note } from '#shared/wall/schema.ts'
import { loadFontsFor, useFonts } from '../ui/fonts.ts'
import type { HungNote } from './noteIndex.ts'
import { createNoteLayouts } from './noteLayouts.ts'

export interface NoteChange {
  readonly before: Note | undefined
  readonly now: Note | undefined
}

/** Sets notes in type: brings the files that their letters need, and knows which notes are to be set anew when one has come. */
export interface NoteType {
  readonly layOut: (note: Note) => NoteLayout
  /** For what is written otherwise than before (most changes only move notes), and for these words. */
  bring(changes: readonly NoteChange[], words: readonly string[]): void
  hasArrived(): boolean
  /**
   * From now on those among them are laid out anew that are set in type that has come. Text in other typefaces stays as it is: of thousands of
   * notes it is most, when the last typeface arrives.
   * @returns those, as they were
   */
  takeArrived(hung: readonly HungNote[]): readonly HungNote[]
  readonly stop: () => void
}

/** @param onArrival files have come; several come together, so they are best taken with the next frame */
export function createNoteType(language: Language, onArrival: () => void): NoteType {
  let layoutOf = createNoteLayouts(language)
  /** Files that have come since notes were laid out. */
  let arrived = new Set<string>()
  const lettersOf = ({ text, name, country }: Note): string => `${text} ${name} ${countryName(country, language)}`
  const stop = useFonts.subscribe((now, before) => {
    if (now.epoch === before.epoch) return
    for (const file of now.loaded) if (!before.loaded.has(file)) arrived.add(file)
    onArrival()
  })
  return {
    layOut: (note) => layoutOf(note),
    bring(changes, words) {
      const texts = new Set<string>()
      for (const { before, now } of changes) {
        if (!now || (before?.text === now.text && before.name === now.name && before.country === now.country)) continue
        texts.add(lettersOf(now))
      }
      if (texts.size > 0) void loadFontsFor([...words, ...texts].join(' '))
    },
    hasArrived: () => arrived.size > 0,
    takeArrived(hung) {
      const files = arrived
      arrived = new Set()
      const isSetIn = ({ note }: HungNote): boolean => fontFilesFor(lettersOf(note)).some(({ file }) => files.has(file))
      const anew = hung.filter(isSetIn)
      const ids = new Set(anew.map(({ note }) => note.id))
      layoutOf = createNoteLayouts(language, hung.filter(({ note }) => !ids.has(note.id)))
      return anew
    },
    stop,
  }
}
