import type { Note } from '#shared/wall/schema.ts'

/** What was folded before, by note: a note that changes is another object. For one `countryName` only. */
export type FoldedNotes = WeakMap<Note, string>

/**
 * Tells which notes somebody means who looks for these words: each must be found in the note's text, its author's name or
 * its country's name, without regard to case and accents. No word finds every note.
 * @param countryName a country's name as the reader sees it
 * @param folded is filled here, and spares folding a note again for the next letter
 */
export function noteFinder(text: string, countryName: (code: string) => string, folded?: FoldedNotes): (note: Note) => boolean {
  const words = foldText(text).split(/\s+/).filter(Boolean)
  return (note) => {
    if (words.length === 0) return true
    const content = folded?.get(note) ?? foldText(`${note.text} ${note.name} ${countryName(note.country)}`)
    folded?.set(note, content)
    return words.every((word) => content.includes(word))
  }
}

/** A text without case, accents, Arabic vowel signs and wide or composed forms: what people mean when they search. */
const foldText = (text: string): string => text.normalize('NFKD').replace(/[\p{M}\u0640]/gu, '').toLowerCase()
