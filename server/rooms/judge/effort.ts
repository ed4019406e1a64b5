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

/** What an update has put where, by the names of letters and values; for the beginning of a text, or of a key, that of its place. */
interface Order {
  /** What stands behind it, as its sender sees it, now that this update has put something there; `lost` when that is not known. */
  readonly behind: Map<string, Y.ID | null | 'lost'>
  /** What the document holds behind it, and its sender did not know. */
  readonly unknown: Map<string, readonly Y.Item[]>
  /** What of this update was put behind it. */
  readonly onLetter: Map<string, string[]>
  /** What of this update was put behind any letter of a struct. */
  readonly onStruct: Map<string, string[]>
}

/**
 * How much work an update makes for the document. Each item can be honest by itself, and all of them together, some ten
 * bytes each, be arranged so that Yjs needs minutes to put them in order.
 */
export class Effort {
  readonly #find: (id: Y.ID) => Struct | undefined
  #steps = 0
  #cuts = 0
  #looks = 0
  /** Made when they are first needed: most updates are one stroke, which makes no work. */
  #order: Order | undefined

  /** @param find a struct of the document, or of the update as far as it was judged */
  constructor(find: (id: Y.ID) => Struct | undefined) {
    this.#find = find
  }

  get steps(): number {
    return this.#steps + this.#looks + this.#cuts * STEPS_OF_CUT
  }

  get isTooMuch(): boolean {
    return this.#steps > MOST_STEPS || this.#cuts > MOST_CUTS
  }

  /**
   * From an item's left neighbour Yjs walks right, up to the right one, and only over what was put behind the left one, or
   * behind that. Nothing of the kind is there where the two are neighbours as far as is known.
   * @param left the struct behind which the item says it stands, @param right the one before which
   */
  put(item: Y.Item, left: Struct | undefined | null, right: Struct | undefined | null, place: Place): void {
    if (this.isTooMuch) return // nothing more of it is taken
    const { id, origin, rightOrigin, lastId } = item
    const isInside = !!left && origin !== null && origin.clock !== left.id.clock + left.length - 1
    if (isInside) this.#cuts++
    if (right && rightOrigin && rightOrigin.clock !== right.id.clock) this.#cuts++
    const letter = origin ? nameOf(origin) : place.name
    const order = (this.#order ??= newOrder())
    const known = order.behind.get(letter)
    const isExpected = known === undefined || isSame(rightOrigin, known)
    if (known === undefined || !isExpected) {
      const unknown = this.#lookBehind(item, isInside ? left : undefined, this.#nextIn(left, place))
      if (unknown) order.unknown.set(letter, unknown)
    }
    for (const unknown of order.unknown.get(letter) ?? []) {
      this.#steps++
      this.#count(order.onStruct.get(nameOf(unknown.id)), order)
    }
    if (!isExpected) this.#count(order.onLetter.get(letter), order)
    order.behind.set(letter, isExpected ? id : 'lost')
    order.behind.set(nameOf(lastId), rightOrigin)
    listed(order.onLetter, letter).push(nameOf(id))
    if (left) listed(order.onStruct, nameOf(left.id)).push(nameOf(id))
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

  /** What comes behind a struct in the document, or first in its place. */
  #nextIn(left: Struct | undefined | null, { type, sub }: Place): Y.Item | null {
    if (left) return left instanceof Y.Item ? left.right : null
    if (sub === null) return type?._start ?? null
    let first = type?._map.get(sub) ?? null
    for (; first?.left; first = first.left) this.#steps++
    return first
  }

  /**
   * @param cut the struct within which the item stands: what is left of it comes first, @param next the one behind it
   * @returns what the document holds between an item's neighbours that Yjs would walk over; `undefined` when they are neighbours there
   */
  #lookBehind({ origin, rightOrigin }: Y.Item, cut: Struct | undefined, next: Y.Item | null): readonly Y.Item[] | undefined {
    const isNext = cut ? !!origin && isSame(rightOrigin, Y.createID(origin.client, origin.clock + 1)) : isSame(rightOrigin, next?.id ?? null)
    if (isNext) return undefined
    const passed = new Set<Struct>()
    const found: Y.Item[] = []
    const pass = (struct: Struct): boolean => {
      passed.add(struct)
      if (struct instanceof Y.Item) found.push(struct)
      return !rightOrigin || rightOrigin.client !== struct.id.client || rightOrigin.clock < struct.id.clock || rightOrigin.clock >= struct.id.clock + struct.length
    }
    let goesOn = !cut || pass(cut)
    for (let item = next; goesOn && item && !isSame(rightOrigin, item.id) && this.#steps + found.length <= MOST_STEPS; item = item.right) {
      const behind = item.origin && this.#find(item.origin)
      goesOn = (isSame(item.origin, origin) || (!!behind && passed.has(behind))) && pass(item)
    }
    return found
  }

  /** Counts what of this update was put behind something, behind that, and so on. */
  #count(names: readonly string[] | undefined, { onStruct }: Order): void {
    const toCount = names ? [names] : []
    for (let list = toCount.pop(); list && !this.isTooMuch; list = toCount.pop()) {
      this.#steps += list.length
      for (let index = 0; index < list.length; index++) {
        const behind = onStruct.get(list[index] ?? '')
        if (behind) toCount.push(behind)
      }
    }
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

const rightOf = (left: Struct | undefined | null): Y.ID | null => (left instanceof Y.Item ? (left.right?.id ?? null) : null)

const newOrder = (): Order => ({ behind: new Map(), unknown: new Map(), onLetter: new Map(), onStruct: new Map() })

function listed(lists: Map<string, string[]>, name: string): string[] {
  const list = lists.get(name) ?? []
  lists.set(name, list)
  return list
}

const nameOf = ({ client, clock }: Y.ID): string => `${client}:${clock}`

function endOf(type: Place['type'], sub: Place['sub']): Y.ID | null {
  if (sub === null) return type?._start?.id ?? null
  return type?._map.get(sub)?.lastId ?? null
}

const isSame = (one: Y.ID | null, other: Y.ID | null | 'lost'): boolean =>
  other !== 'lost' && (one === other || (one !== null && other !== null && Y.compareIDs(one, other)))
