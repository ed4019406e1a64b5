import * as Y from 'yjs'
import { CARD_CHOICES } from './cardChoices.ts'
import { readCardText } from './cardTexts.ts'
import { notesOfPair, type PairId } from './ids.ts'
import { parseCard } from './pairFacts.ts'
import { CARD_TEXTS, EMPTY_CARD, type Card } from './schema.ts'

/**
 * The card of a pair lies in one Y.Map or in several, read as one: `<pair>/<client>` for each document that began it. Two devices
 * can begin it at once; under one key Yjs would keep one of the two maps, and drop what was typed in the other.
 * Walls of before have it under `<pair>`.
 */
const KEY_SHAPE = /^([^/]+)(?:\/[0-9a-z]{1,16})?$/

/** @param client the id of the Yjs document that begins the card */
export const cardKey = (pair: PairId, client: number): string => `${pair}/${client.toString(36)}`

/** The pair whose card, or part of it, lies under this key; `undefined` for a key that is no card's. */
export function pairOfCard(key: string): PairId | undefined {
  const pair = KEY_SHAPE.exec(key)?.[1] as PairId | undefined
  return pair !== undefined && notesOfPair(pair) ? pair : undefined
}

/** The maps of every card, in the same order on every screen. */
export function cardsByPair(cards: Y.Map<unknown>): ReadonlyMap<PairId, readonly Y.Map<unknown>[]> {
  const found = new Map<PairId, Y.Map<unknown>[]>()
  for (const key of [...cards.keys()].sort()) {
    const pair = pairOfCard(key)
    const card = cards.get(key)
    if (pair === undefined || !(card instanceof Y.Map)) continue
    const parts = found.get(pair)
    if (parts) parts.push(card)
    else found.set(pair, [card])
  }
  return found
}

export const cardsOf = (cards: Y.Map<unknown>, pair: PairId): readonly Y.Map<unknown>[] => cardsByPair(cards).get(pair) ?? []

/** What the maps of one card say: their texts one after the other, of each choice the first that was made. */
export function readCard(parts: readonly Y.Map<unknown>[]): Card {
  const texts = CARD_TEXTS.map((field) => [field, readCardText(parts, field)] as const)
  const choices = CARD_CHOICES.map((field) => [field, parts.map((part) => part.get(field)).find(Boolean)] as const)
  return parseCard(Object.fromEntries<unknown>([...texts, ...choices]))
}

/** A card, or part of one, that says nothing yet. */
export function newCard(): Y.Map<unknown> {
  const card = new Y.Map<unknown>(Object.entries(EMPTY_CARD))
  for (const field of CARD_TEXTS) card.set(field, new Y.Text())
  return card
}
