import * as Y from 'yjs'
import { ROOT } from '#shared/wall/schema.ts'
import type { Struct } from './decodeUpdate.ts'

export type RootName = keyof typeof ROOT

/** What a struct stands in: a root of the board, an entry of it (a note, a card), or a field of an entry (its text). */
export type Container =
  | { readonly depth: 0; readonly root: RootName }
  | { readonly depth: 1; readonly root: RootName; readonly key: string; readonly entry: Y.Item }
  | { readonly depth: 2; readonly root: RootName; readonly key: string; readonly entry: Y.Item; readonly field: string; readonly holder: Y.Item }

/** Where a struct stands, or would stand; `sub` is its key there, `null` in a text. */
export interface Spot {
  readonly container: Container
  readonly sub: string | null
}

/**
 * No spot of the board. `gone`: in something that was deleted for good, where Yjs keeps nothing of it. `junk`: where
 * nothing of the board is. `missing`: it hangs on a struct that is not here.
 */
export type Nowhere = 'gone' | 'junk' | 'missing'

/** What is missing comes first: Yjs would wait for it, whatever is wrong with the other neighbour. */
const WORST_FIRST: readonly Nowhere[] = ['missing', 'junk', 'gone']

/** Finds a struct by its id, in the document or among those of the update that were judged already. */
type Find = (id: Y.ID) => Struct | undefined

/**
 * Tells where structs of an update would go before the update is applied. It follows what Yjs does when it puts an item
 * in place (Item.getMissing): a parent that is named, or else the one of the left neighbour, or else of the right one.
 */
export class Locator {
  readonly #find: Find
  readonly #roots: ReadonlyMap<unknown, RootName>
  /** Of the update's own items, which know no parent yet. */
  readonly #spots = new Map<Y.Item, Spot | Nowhere>()

  constructor(roots: ReadonlyMap<unknown, RootName>, find: Find) {
    this.#roots = roots
    this.#find = find
  }

  /** Where an item of the update goes; asked once for each, after everything it hangs on. */
  place(item: Y.Item): Spot | Nowhere {
    const spot = this.#findPlace(item)
    this.#spots.set(item, spot)
    return spot
  }

  /** An item of the update goes where the judge says, or where another one stood. */
  settle(item: Y.Item, spot: Spot): void {
    this.#spots.set(item, spot)
  }

  /** Where an item stands that is in the document, or was placed before. */
  spotOf(item: Y.Item): Spot | Nowhere {
    const { parent, parentSub } = item
    if (!(parent instanceof Y.AbstractType)) return this.#spots.get(item) ?? 'missing'
    if (parent._item !== null) return spotIn(this.#inside(parent._item), parentSub)
    const root = this.#roots.get(parent)
    return root === undefined ? 'junk' : { container: { depth: 0, root }, sub: parentSub }
  }

  #findPlace(item: Y.Item): Spot | Nowhere {
    // Decoded and not yet in place, an item's parent is the name of a root, or an id, or left to its neighbours.
    const parent: unknown = item.parent
    if (typeof parent === 'string') {
      return Object.hasOwn(ROOT, parent) ? { container: { depth: 0, root: parent as RootName }, sub: item.parentSub } : 'junk'
    }
    if (parent instanceof Y.ID) {
      const holder = this.#before(item, parent)
      if (!(holder instanceof Y.Item)) return holder
      return spotIn(this.#inside(holder), item.parentSub)
    }
    const left = item.origin && this.#before(item, item.origin)
    const right = item.rightOrigin && this.#before(item, item.rightOrigin)
    if (typeof left === 'string' || typeof right === 'string') return WORST_FIRST.find((why) => left === why || right === why) ?? 'junk'
    const [near, far] = left instanceof Y.Item ? [left, right] : [right, null]
    if (!(near instanceof Y.Item)) return 'junk'
    const spot = this.spotOf(near)
    if (typeof spot === 'string') return spot
    // Neighbours are in one place, and a value has none on its right. Yjs takes it on trust; put in place all the same, such
    // an item would tie two lists together.
    if (far instanceof Y.Item && !this.#isIn(spot, near, far)) return 'junk'
    return spot.sub !== null && right !== null ? 'junk' : spot
  }

  /** Whether `far` stands in the spot that `near` stands in. */
  #isIn(spot: Spot, near: Y.Item, far: Y.Item): boolean {
    if (near.parent instanceof Y.AbstractType && near.parent === far.parent && near.parentSub === far.parentSub) return true
    const other = this.spotOf(far)
    return typeof other !== 'string' && spotKey(spot) === spotKey(other)
  }

  /** What an item hangs on; it cannot hang on what its own client made after it. */
  #before(item: Y.Item, id: Y.ID): Y.Item | Nowhere {
    if (id.client === item.id.client && id.clock >= item.id.clock) return 'junk'
    const struct = this.#find(id)
    if (struct === undefined || struct instanceof Y.Skip) return 'missing'
    return struct instanceof Y.Item ? struct : 'gone'
  }

  /** What is inside of an item that holds a type. */
  #inside(item: Y.Item): Container | Nowhere {
    if (!(item.content instanceof Y.ContentType)) return item.content instanceof Y.ContentDeleted ? 'gone' : 'junk'
    const spot = this.spotOf(item)
    if (typeof spot === 'string') return spot
    const { container, sub } = spot
    if (sub === null) return 'junk'
    if (container.depth === 0) return { depth: 1, root: container.root, key: sub, entry: item }
    if (container.depth === 2) return 'junk'
    const { root, key, entry } = container
    return { depth: 2, root, key, entry, field: sub, holder: item }
  }
}

const spotIn = (container: Container | Nowhere, sub: string | null): Spot | Nowhere =>
  typeof container === 'string' ? container : { container, sub }

/** The note or card in which a spot is; `undefined` for a spot of a root itself. */
export const entryOf = ({ container }: Spot): Y.Item | undefined => (container.depth === 0 ? undefined : container.entry)

export const idKey = ({ id }: Y.Item): string => `${id.client}:${id.clock}`

/** Tells the keys of the board apart. */
export const spotKey = ({ container, sub }: Spot): string =>
  `${container.depth === 0 ? container.root : idKey(container.depth === 1 ? container.entry : container.holder)}/${sub}`

/** The board's roots as the document's own types: an item in place knows its parent, not the parent's name. */
export const rootsOf = (doc: Y.Doc): ReadonlyMap<unknown, RootName> =>
  new Map((Object.keys(ROOT) as RootName[]).map((root) => [doc.getMap(ROOT[root]), root]))
