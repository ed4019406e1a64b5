import { LIMITS, MOST_PLACES, NOTE_KINDS, type NoteKind } from '#shared/wall/schema.ts'
import { MOST_AT_ONCE, type NotePiece } from './hangNotes.ts'

/** How notes lie in the clipboard for a wall, beside the plain text for every other program. */
export const CLIP_TYPE = 'application/x-pollinate-notes+json'

export const writeClip = (pieces: readonly NotePiece[]): string => JSON.stringify({ version: 1, notes: pieces })

/** One note a line: what stands in it on several lines comes on one. */
export const plainText = (pieces: readonly NotePiece[]): string => pieces.map(({ text }) => text.replace(/\s*\n\s*/g, ' ').trim()).join('\n')

/**
 * Reads what a wall put into the clipboard; it can have been changed, or come from another version.
 * @returns `undefined` where it is none of ours, or holds no note
 */
export function readClip(text: string): readonly NotePiece[] | undefined {
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch {
    return undefined // not ours
  }
  const notes: unknown = isRecord(read) && read.version === 1 ? read.notes : undefined
  if (!Array.isArray(notes)) return undefined
  const pieces = notes.slice(0, MOST_AT_ONCE).flatMap((note) => readPiece(note) ?? [])
  return pieces.length > 0 ? pieces : undefined
}

function readPiece(value: unknown): NotePiece | undefined {
  if (!isRecord(value)) return undefined
  const { kind, text, lang, places, withheld, corner, at } = value
  if (!NOTE_KINDS.includes(kind as NoteKind) || typeof text !== 'string' || text.length > LIMITS.noteText) return undefined
  return {
    kind: kind as NoteKind,
    text,
    lang: typeof lang === 'string' && lang.length <= 35 ? lang : undefined,
    places: typeof places === 'number' && Number.isInteger(places) && places >= 1 && places <= MOST_PLACES ? places : undefined,
    ...(withheld === true && { withheld }),
    corner: isRecord(corner) && isName(corner.name) && typeof corner.country === 'string' && /^[a-z]{2}$/.test(corner.country) ? { name: corner.name, country: corner.country } : undefined,
    at: Array.isArray(at) && at.length === 2 && at.every((number) => typeof number === 'number' && Math.abs(number) < 1e6) ? [at[0] as number, at[1] as number] : undefined,
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const isName = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '' && value.length <= LIMITS.name
