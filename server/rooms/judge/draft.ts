import * as Y from 'yjs'
import type { Refusal } from '#shared/protocol/refusals.ts'
import type { NoteId, ParticipantId } from '#shared/wall/ids.ts'
import { ROOT } from '#shared/wall/schema.ts'
import type { Incoming, Struct } from './decodeUpdate.ts'
import { Effort, isBetweenNeighbours, isWithin } from './effort.ts'
import { inYjsOrder } from './inYjsOrder.ts'
import { spotKey, type Nowhere, type RootName, type Spot } from './locate.ts'
import type { Neutralised } from './neutralised.ts'
import type { Facts, Sender } from './rules.ts'
import { writeUpdate } from './writeUpdate.ts'

/** Somebody without a name: who wrote what the server put up itself. Nobody has this id, so it is the facilitator's to change. */
const NOBODY = '' as ParticipantId

/** What one stroke and one move make, with what they delete. */
const FEW = 3

/** A wall's document as the judge sees it. */
export interface Bench {
  readonly doc: Y.Doc
  readonly roots: ReadonlyMap<unknown, RootName>
  readonly neutralised: Neutralised
  /** Who holds a client id; `undefined` for the server's own, and for ids that nobody holds. */
  readonly holderOf: (client: number) => ParticipantId | undefined
}

export interface Verdict {
  /** What may be applied, and then passed on; `undefined` when nothing is left. */
  readonly update: Uint8Array | undefined
  /** Why parts were not taken, each reason once. */
  readonly refusals: ReadonlySet<Refusal>
  /** Something was put under a client id of the sender that may not be; it is known from now on, and does not come again. */
  readonly hasNewOffence: boolean
  /** It stands on something that is not here: its sender has to be asked for what lies between. */
  readonly isIncomplete: boolean
  /** What it costs to put in place what is taken of it. */
  readonly steps: number
}

const NOTHING: ReadonlySet<never> = new Set()

/**
 * What is left of an update so far, and what the board will hold with it. Most are one stroke or one move, and need none of
 * the lists: they are made when they are first written in, since making them would take longer than judging such an update.
 */
export class Draft implements Facts {
  readonly incoming: Incoming
  readonly bench: Bench
  readonly sender: Sender
  readonly deletions = new Map<number, { clock: number; len: number }[]>()
  isIncomplete = false
  /** Whether it differs from what came in. */
  isChanged = false
  hasNewOffence = false
  readonly effort = new Effort((id) => this.find(id))
  readonly #isSmall: boolean
  readonly #taken = new Map<number, Struct[]>()
  /** As reckoned once more. */
  #steps = 0
  #refusals: Set<Refusal> | undefined
  #newNotes: Set<NoteId> | undefined
  #newFields: Map<Y.Item, Map<string, Y.Item>> | undefined
  #newLetters: Map<Y.Item, number> | undefined

  constructor(incoming: Incoming, bench: Bench, sender: Sender) {
    this.incoming = incoming
    this.#isSmall = incoming.count <= FEW
    this.bench = bench
    this.sender = sender
  }

  verdict(): Verdict {
    const isEmpty = this.#taken.size === 0 && this.deletions.size === 0
    const rest = (): Uint8Array | undefined => (isEmpty ? undefined : writeUpdate(this.#taken, this.deletions))
    const { isIncomplete, hasNewOffence } = this
    return { update: this.isChanged ? rest() : this.incoming.bytes, refusals: this.#refusals ?? NOTHING, hasNewOffence, isIncomplete, steps: Math.max(this.effort.steps, this.#steps) }
  }

  take(struct: Struct): void {
    const structs = this.#taken.get(struct.id.client)
    if (structs) structs.push(struct)
    else this.#taken.set(struct.id.client, [struct])
  }

  leaveOut(refusal: Refusal): void {
    this.#refusals ??= new Set()
    this.#refusals.add(refusal)
    this.isChanged = true
  }

  /** Remembers what the board will hold once this item is in it. */
  note(item: Y.Item, { container, sub }: Spot): void {
    const { content } = item
    if (container.depth === 0) {
      if (container.root === 'notes' && content instanceof Y.ContentType) (this.#newNotes ??= new Set()).add(sub as NoteId)
    } else if (container.depth === 1) {
      if (sub === null || content instanceof Y.ContentDeleted) return
      this.#newFields ??= new Map()
      const fields = this.#newFields.get(container.entry)
      if (fields) fields.set(sub, item)
      else this.#newFields.set(container.entry, new Map([[sub, item]]))
    } else if (content instanceof Y.ContentString) {
      this.#newLetters ??= new Map()
      this.#newLetters.set(container.holder, (this.#newLetters.get(container.holder) ?? 0) + content.getLength())
    }
  }

  /** Where the next struct of a client begins, counting what was taken of this update. */
  endOf(client: number): number {
    const last = this.#taken.get(client)?.at(-1)
    return last ? last.id.clock + last.length : Y.getState(this.bench.doc.store, client)
  }

  find(id: Y.ID): Struct | undefined {
    const { store } = this.bench.doc
    if (id.clock < Y.getState(store, id.client)) return Y.getItem(store, id)
    const structs = this.#taken.get(id.client)
    if (!structs || id.clock >= this.endOf(id.client)) return undefined
    return structs[Y.findIndexSS(structs, id.clock)] // it looks at ids and lengths alone
  }

  /** What a client has between two clocks, in the document and then in what was taken of this update. */
  *structsBetween(client: number, start: number, until: number): Iterable<Struct> {
    for (const structs of [this.bench.doc.store.clients.get(client), this.#taken.get(client)]) {
      const last = structs?.at(-1)
      if (!structs || !last || start >= last.id.clock + last.length) continue
      const first = Math.max(start, structs[0]?.id.clock ?? 0)
      for (let index = Y.findIndexSS(structs, first); index < structs.length; index++) {
        const struct = structs[index]
        if (!struct || struct.id.clock >= until) return
        yield struct
      }
    }
  }

  /**
   * What was taken is reckoned once more, in the order in which Yjs puts it in place. With several client ids it is not the one in which
   * it was judged: what was replaced by a placeholder waits for nothing, and what was left out holds nothing up.
   * @returns `false` when it is too much as a whole: then nothing of it is taken
   */
  reckonAgain(spotOf: (item: Y.Item) => Spot | Nowhere): boolean {
    if (this.#taken.size < 2) return true
    const { store } = this.bench.doc
    const again = new Effort((id) => this.find(id))
    for (const struct of inYjsOrder(this.#taken, (client) => Y.getState(store, client))) {
      const spot = struct instanceof Y.Item ? spotOf(struct) : 'gone'
      if (struct instanceof Y.Item && typeof spot !== 'string') this.#reckonWith(again, struct, spot)
      if (again.isTooMuch) break
    }
    this.#steps = again.steps
    if (!again.isTooMuch) return true
    this.#taken.clear()
    this.deletions.clear()
    this.leaveOut('tooLong')
    this.hasNewOffence = true
    return false
  }

  /** Adds up the work that an item makes for the document. */
  reckon(item: Y.Item, spot: Spot): void {
    this.#reckonWith(this.effort, item, spot)
  }

  #reckonWith(effort: Effort, item: Y.Item, spot: Spot): void {
    const left = item.origin && this.find(item.origin)
    const type = this.#typeOf(spot)
    const { sub } = spot
    // So it nearly always is, and costs nothing then. What comes behind it in the same update may be a step farther.
    if (this.#isSmall && isBetweenNeighbours(item, left, type, sub)) return
    if (this.#isSmall && isWithin(item, left)) return effort.putWithin()
    effort.put(item, left, item.rightOrigin && this.find(item.rightOrigin), { name: spotKey(spot), type, sub })
  }

  /** What stands there in the document; what is of this update alone is not there yet. */
  #typeOf({ container }: Spot): Y.AbstractType<unknown> | undefined {
    if (container.depth === 0) return this.bench.doc.get(ROOT[container.root])
    return typeIn(container.depth === 1 ? container.entry : container.holder)
  }

  authorOf = (note: NoteId): ParticipantId | undefined => {
    if (this.#newNotes?.has(note)) return this.sender.person
    const entry = this.bench.doc.getMap(ROOT.notes)._map.get(note)
    return entry && this.authorIn(entry)
  }

  authorIn(entry: Y.Item): ParticipantId {
    const author = liveField(entry, 'author')?.content
    if (author instanceof Y.ContentAny && typeof author.arr[0] === 'string') return author.arr[0] as ParticipantId
    return this.bench.holderOf(entry.id.client) ?? NOBODY
  }

  field(entry: Y.Item, name: string): Y.Item | undefined {
    return this.#newFields?.get(entry)?.get(name) ?? liveField(entry, name)
  }

  isFieldNew(entry: Y.Item, name: string): boolean {
    return this.#newFields?.get(entry)?.has(name) ?? false
  }

  fieldCount(entry: Y.Item): number {
    return (typeIn(entry)?._map.size ?? 0) + (this.#newFields?.get(entry)?.size ?? 0)
  }

  textLength(holder: Y.Item): number {
    return (typeIn(holder)?._length ?? 0) + (this.#newLetters?.get(holder) ?? 0)
  }
}

const typeIn = (item: Y.Item): Y.AbstractType<unknown> | undefined =>
  item.content instanceof Y.ContentType ? item.content.type : undefined

function liveField(entry: Y.Item, name: string): Y.Item | undefined {
  const item = typeIn(entry)?._map.get(name)
  return item && !item.deleted ? item : undefined
}
