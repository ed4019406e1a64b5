import type { TFunction } from 'i18next'
import type { Language, Wall } from '#shared/wall/schema.ts'
import { loadLexicon } from '../pairing/loadLexicon.ts'
import type { NoteReader } from './reading.ts'

/** The vocabulary and what reads it: they come with the first record, or ahead of it. */
export const loadReading = () => Promise.all([loadLexicon(), import('./noteReader.ts')])

/** @throws when the vocabulary cannot be had */
export async function loadNoteReader(wall: Pick<Wall, 'words' | 'settings'>, t: TFunction, language: Language): Promise<NoteReader> {
  const [compiled, { createNoteReader }] = await loadReading()
  return createNoteReader(compiled, wall, t, language)
}
