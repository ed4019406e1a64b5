import * as Y from 'yjs'
import type { Struct } from './decodeUpdate.ts'

/**
 * Putting an item between two that are no neighbours any more, Yjs walks over all that came between. What somebody edited
 * for a day without a line takes some thousands of such steps.
 */
const MOST_STEPS = 300_000
/** Cutting in two what was written in one go moves all that its client made later; typing into a word does it once. */
const MOST_CUTS = 2000
const STEPS_OF_CUT = 100

/** Where an item is to be put: a type of the document (or of the update, then it is empty here), and its key or `null` for a text. */
export interface Place {
  readonly name: string
  readonly type: Y.AbstractType<unknown> | undefined
  readonly sub: string | null
}

interface Placed {
  /** Items of this update. */
  added: number
  /** Items of the document, counted when it first matters. */
  standing: number | undefined
  /** What stands at the end where honest items are put: the first of a text, the last of a key. `lost` when that is not known. */
  end: Y.ID | null | 'lost'
}

/**
 * How much work an update makes for the document. Each item can be honest by itself, and all of them together, some ten
 * bytes each, be arranged so that Yjs needs minutes to put them in order.
 */
export class Effort {
  #steps = 0
  #cuts = 0
  #looks = 0
  #places: Map<string, Placed> | undefined
  /** What stands behind a letter now that this update has put something there; `lost` when it is not known. */
  #behind: Map<string, Y.ID | null | 'lost'> | undefined

  get steps(): number {
    return this.#steps + this.#looks + this.#cuts * STEPS_OF_CUT
  }

  get isTooMuch(): boolean {
    return this.#steps > MOST_STEPS || this.#cuts > MOST_CUTS
  }

  /** @param left the struct behind which the item says it stands, @param right the one before which */
  put(item: Y.Item, left: Struct | undefined | null, right: Struct | undefined | null, place: Place): void {
    const { origin, rightOrigin } = item
    const isInside = !!left && origin !== null && origin.clock !== left.id.clock + left.length - 1
    if (isInside) this.#cuts++
    if (right && rightOrigin && rightOrigin.clock !== right.id.clock) this.#cuts++
    this.#places ??= new Map()
    const placed = this.#places.get(place.name) ?? { added: 0, standing: undefined, end: endOf(place.type, place.sub) }
    this.#places.set(place.name, placed)
    const isDirect = place.sub === null ? this.#putInText(item, left, isInside, placed) : putUnderKey(item, placed)
    if (!isDirect) this.#steps += (placed.standing ??= countIn(place)) + placed.added
    placed.added++
  }

  /** An item that stands within another: that is cut behind its left neighbour and before its right one. */
  putWithin(): void {
    this.#cuts += 2
  }

  /** Something is looked at that is to be deleted: no reason to refuse it, a device may say of all it knows what is deleted. */
  look(): void {
    this.#looks++
  }

  /** Something that was written in one go is deleted in part. */
  cut(): void {
    this.#cuts++
  }

  /**
   * @returns whether Yjs finds the place at once. From the left neighbour it walks right, to the right one, and only over
   *   what was put behind the left one, or behind that: so it does when the two are neighbours as far as is known.
   */
  #putInText(item: Y.Item, left: Struct | undefined | null, isInside: boolean, placed: Placed): boolean {
    const { id, origin, rightOrigin, lastId } = item
    this.#behind ??= new Map()
    this.#behind.set(nameOf(lastId), rightOrigin)
    if (origin === null) {
      const isDirect = isSame(rightOrigin, placed.end)
      placed.end = isDirect ? id : 'lost'
      return isDirect
    }
    const name = nameOf(origin)
    const behind = this.#behind.get(name)
    const next = behind === undefined ? (isInside ? Y.createID(origin.client, origin.clock + 1) : rightOf(left)) : behind
    const isDirect = isSame(rightOrigin, next)
    this.#behind.set(name, isDirect ? id : 'lost')
    return isDirect
  }
}

/** Whether Yjs finds an item's place at once: between two that are neighbours in the document, or at an end. */
export function isBetweenNeighbours({ origin, rightOrigin }: Y.Item, left: Struct | undefined | null, type: Place['type'], sub: Place['sub']): boolean {
  if (sub !== null) return rightOrigin === null && isSame(origin, endOf(type, sub))
  if (origin === null) return isSame(rightOrigin, endOf(type, sub))
  return left instanceof Y.Item && Y.compareIDs(left.lastId, origin) && isSame(rightOrigin, rightOf(left))
}

/** Whether an item stands within what was written in one go, between a letter and the next one. */
export function isWithin({ origin, rightOrigin }: Y.Item, left: Struct | undefined | null): boolean {
  if (!left || !origin || !rightOrigin) return false
  const isNext = rightOrigin.client === origin.client && rightOrigin.clock === origin.clock + 1
  return isNext && rightOrigin.clock < left.id.clock + left.length
}

/** A value comes last of its key, or Yjs looks through all that came before. */
function putUnderKey({ origin, rightOrigin, lastId }: Y.Item, placed: Placed): boolean {
  const isDirect = rightOrigin === null && isSame(origin, placed.end)
  if (isDirect) placed.end = lastId
  return isDirect
}

const rightOf = (left: Struct | undefined | null): Y.ID | null => (left instanceof Y.Item ? (left.right?.id ?? null) : null)

const nameOf = ({ client, clock }: Y.ID): string => `${client}:${clock}`

function endOf(type: Place['type'], sub: Place['sub']): Y.ID | null {
  if (sub === null) return type?._start?.id ?? null
  return type?._map.get(sub)?.lastId ?? null
}

function countIn({ type, sub }: Place): number {
  let count = 0
  if (sub === null) for (let item = type?._start ?? null; item; item = item.right) count++
  else for (let item = type?._map.get(sub) ?? null; item; item = item.left) count++
  return count
}

const isSame = (one: Y.ID | null, other: Y.ID | null | 'lost'): boolean =>
  other !== 'lost' && (one === other || (one !== null && other !== null && Y.compareIDs(one, other)))
