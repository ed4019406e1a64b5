import * as Y from 'yjs'
import { CARD_TEXTS, NOTE_KINDS, type CardField, type CardText, type Side } from './schema.ts'
import type { Splice } from './textSplice.ts'

/**
 * Where the letters of a text of the card stand. A card is made with its texts, before anyone can type in them. A card made
 * before a text was added to cards lacks it, and if both sides began it at once, each would make one and Yjs would keep
 * one of the two. So there each side begins a part of its own, and the text reads as its parts one after the other.
 */
const keysOf = (field: CardText): readonly string[] => [field, ...NOTE_KINDS.map((side) => partKey(field, side))]
const partKey = (field: CardText, side: Side): string => `${field}/${side}`

/** Whether a field of the card is written, and not chosen. */
export const isText = (field: CardField): field is CardText => CARD_TEXTS.some((text) => text === field)

/** The text of the card that a key of the document belongs to. */
export const textOfKey = (key: string): CardText | undefined => CARD_TEXTS.find((field) => keysOf(field).includes(key))

const partsOf = (card: Y.Map<unknown>, field: CardText): readonly Y.Text[] =>
  keysOf(field).flatMap((key) => {
    const part = card.get(key)
    return part instanceof Y.Text ? [part] : []
  })

export const readCardText = (card: Y.Map<unknown>, field: CardText): string => partsOf(card, field).map((part) => part.toJSON()).join('')

/**
 * Writes into a text of the card. Offsets can be stale when someone else typed meanwhile: they are clamped, and what is typed
 * always lands.
 * @param side whose part is begun where the card has no such text yet
 */
export function spliceCardText(card: Y.Map<unknown>, field: CardText, side: Side, { offset, remove, insert }: Splice): void {
  const parts = partsOf(card, field)
  if (parts.length === 0) {
    if (insert) card.set(partKey(field, side), new Y.Text(insert))
    return
  }
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
}
