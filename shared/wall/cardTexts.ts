import * as Y from 'yjs'
import { CARD_TEXTS, NOTE_KINDS, type CardField, type CardText } from './schema.ts'
import type { Splice } from './textSplice.ts'

/**
 * Where the letters of a text of the card stand. On walls of before, each side had begun a part of its own of a text that was added
 * to cards later: it is read and written on, but none is begun any more.
 */
const keysOf = (field: CardText): readonly string[] => [field, ...NOTE_KINDS.map((side) => `${field}/${side}`)]

/** Whether a field of the card is written, and not chosen. */
export const isText = (field: CardField): field is CardText => CARD_TEXTS.some((text) => text === field)

/** The text of the card that a key of the document belongs to. */
export const textOfKey = (key: string): CardText | undefined => CARD_TEXTS.find((field) => keysOf(field).includes(key))

const partsOf = (maps: readonly Y.Map<unknown>[], field: CardText): readonly Y.Text[] =>
  maps.flatMap((map) => keysOf(field).map((key) => map.get(key))).filter((part) => part instanceof Y.Text)

/** @param maps of one card, see `cards.ts` */
export const readCardText = (maps: readonly Y.Map<unknown>[], field: CardText): string => partsOf(maps, field).map((part) => part.toJSON()).join('')

/**
 * Writes into a text of the card. Offsets can be stale when someone else typed meanwhile: they are clamped, and what is typed
 * always lands.
 * @returns whether the card has such a text; one that was made before the text was added to cards has none
 */
export function spliceCardText(maps: readonly Y.Map<unknown>[], field: CardText, { offset, remove, insert }: Splice): boolean {
  const parts = partsOf(maps, field)
  let start = 0
  let isInserted = false
  for (const [i, part] of parts.entries()) {
    const { length } = part
    const from = Math.min(Math.max(offset - start, 0), length)
    const to = Math.min(Math.max(offset + remove - start, 0), length)
    if (to > from) part.delete(from, to - from)
    if (!isInserted && (offset <= start + length || i === parts.length - 1)) {
      if (insert) part.insert(from, insert)
      isInserted = true
    }
    start += length
  }
  return parts.length > 0
}
