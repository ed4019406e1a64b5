import { notesOfPair, type NoteId, type PairId } from './ids.ts'

/** That a need and an offer mean something alike, as the operator's sentence model found. The server alone writes it. */
export interface Likeness {
  readonly need: NoteId
  readonly offer: NoteId
  /** 0…1000, whole: how far above the mark from which the model calls two notes alike. */
  readonly strength: number
  /** Of the two texts it was found in: it says nothing about any other. */
  readonly sign: number
}

/** @returns `undefined` for what is no likeness, or not of this form */
export function parseLikeness(key: string, value: unknown): Likeness | undefined {
  const notes = notesOfPair(key as PairId)
  if (!notes || !Array.isArray(value) || value.length !== 2) return undefined
  const [strength, sign] = value as readonly unknown[]
  const isRead = isWhole(strength) && strength >= 0 && strength <= 1000 && isWhole(sign)
  return isRead ? { ...notes, strength, sign } : undefined
}

const isWhole = (value: unknown): value is number => Number.isInteger(value)

/**
 * Tells two texts from what they were before, in 32 bits: FNV-1a over their UTF-16 code units. That a changed text has the
 * same sign by chance is one in four thousand million, and costs a match that is called possible.
 */
export function signOfTexts(need: string, offer: string): number {
  let sign = 0x811c9dc5
  for (const text of [need, '\u0000', offer]) {
    for (let at = 0; at < text.length; at++) sign = Math.imul(sign ^ text.charCodeAt(at), 0x01000193)
  }
  return sign | 0
}
