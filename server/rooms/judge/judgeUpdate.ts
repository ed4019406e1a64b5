import * as Y from 'yjs'
import type { Refusal } from '#shared/protocol/refusals.ts'
import type { NoteId, ParticipantId } from '#shared/wall/ids.ts'
import { ROOT } from '#shared/wall/schema.ts'
import type { Incoming, Struct } from './decodeUpdate.ts'
import { Locator, type Nowhere, type RootName, type Spot } from './locate.ts'
import type { Neutralised } from './neutralised.ts'
import { refusalOf, type Facts, type Sender } from './rules.ts'
import { writeUpdate } from './writeUpdate.ts'

/** Somebody without a name: who wrote what the server put up itself. Nobody has this id, so it is the facilitator's to change. */
const NOBODY = '' as ParticipantId

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
  /** It stands on something that is not here: its sender has to be asked for what lies between. */
  readonly isIncomplete: boolean
}

/**
 * Judges an update before it touches the document. What its sender may not do is replaced by placeholders of the same
 * length, which show nothing and change nothing, so that what the sender does afterwards still has its predecessors; what
 * hangs on something that is not here is left out. The document thus never holds a change that was refused, and never
 * one that waits.
 */
export function judgeUpdate(incoming: Incoming, bench: Bench, sender: Sender): Verdict {
  const judgement = new Judgement(incoming, bench, sender, new Map())
  const verdict = judgement.pass()
  // A note of which a part was refused does not go up in pieces: judged once more, it is refused as a whole.
  return judgement.unfit.size > 0 ? new Judgement(incoming, bench, sender, judgement.unfit).pass() : verdict
}

class Judgement {
  readonly #incoming: Incoming
  readonly #bench: Bench
  readonly #sender: Sender
  /** Notes, cards and keys of this update that are refused as a whole, and why. */
  readonly #refused: ReadonlyMap<string, Refusal>
  /** Those that have turned out to be so. */
  readonly unfit = new Map<string, Refusal>()
  readonly #locator: Locator
  readonly #refusals = new Set<Refusal>()
  /** What is left of the structs, by client. */
  readonly #taken = new Map<number, Struct[]>()
  /** What is left of the deletions; the same array as came in where nothing was left out. */
  readonly #deletions = new Map<number, { clock: number; len: number }[]>()
  #isIncomplete = false
  #isChanged = false

  /** Notes that this update puts up, and the fields that it sets: the document does not know them yet. */
  readonly #newNotes = new Set<NoteId>()
  readonly #newFields = new Map<Y.Item, Map<string, Y.Item>>()
  readonly #newLetters = new Map<Y.Item, number>()
  readonly #removed = new Map<Y.Item, boolean>()
  /** Values that were refused: what they would have replaced stays. */
  readonly #kept = new Set<string>()
  /** Where the sender has set and deleted a value within this update. It displaces the value before, as the next one would. */
  readonly #passing = new Set<string>()
  readonly #facts: Facts

  constructor(incoming: Incoming, bench: Bench, sender: Sender, refused: ReadonlyMap<string, Refusal>) {
    this.#incoming = incoming
    this.#bench = bench
    this.#sender = sender
    this.#refused = refused
    this.#locator = new Locator(bench.roots, (id) => this.#find(id))
    this.#facts = {
      authorOf: (note) => this.#authorOf(note),
      authorIn: (entry) => this.#authorIn(entry),
      field: (entry, name) => this.#newFields.get(entry)?.get(name) ?? liveField(entry, name),
      fieldCount: (entry) => (typeIn(entry)?._map.size ?? 0) + (this.#newFields.get(entry)?.size ?? 0),
      textLength: (holder) => (typeIn(holder)?._length ?? 0) + (this.#newLetters.get(holder) ?? 0),
    }
  }

  pass(): Verdict {
    this.#judgeStructs()
    this.#judgeDeletions()
    return this.#verdict()
  }

  #verdict(): Verdict {
    const refusals = this.#refusals
    const isIncomplete = this.#isIncomplete
    if (!this.#isChanged) return { update: this.#incoming.bytes, refusals, isIncomplete }
    const isEmpty = this.#taken.size === 0 && this.#deletions.size === 0
    return { update: isEmpty ? undefined : writeUpdate(this.#taken, this.#deletions), refusals, isIncomplete }
  }

  /** Each client's structs in their order; where one waits for another client's, the others go first. */
  #judgeStructs(): void {
    const queues: { structs: readonly Struct[]; next: number }[] = []
    for (const [client, structs] of this.#incoming.structs) {
      const last = structs.at(-1)
      const known = Y.getState(this.#bench.doc.store, client)
      const isKnown = last === undefined || last.id.clock + last.length <= known
      if (!isKnown && this.#bench.holderOf(client) === this.#sender.person) queues.push({ structs, next: 0 })
      else if (isKnown) this.#isChanged ||= structs.length > 0 // seen before: a device that sends all it has
      else this.#leaveOut('notYou')
    }
    let isMoving = true
    while (isMoving) {
      isMoving = false
      for (const queue of queues) {
        const { next } = queue
        while (queue.next < queue.structs.length && this.#judge(queue.structs[queue.next])) queue.next++
        isMoving ||= queues.length > 1 && queue.next > next
      }
    }
    if (queues.some(({ structs, next }) => next < structs.length)) this.#isIncomplete = this.#isChanged = true
  }

  /** @returns `false` when it waits for what is not here */
  #judge(struct: Struct | undefined): boolean {
    if (struct === undefined || struct instanceof Y.Skip) return false
    const { client, clock } = struct.id
    const known = this.#endOf(client)
    if (clock > known) return false
    if (clock + struct.length <= known) {
      this.#isChanged = true
      return true
    }
    if (struct instanceof Y.GC) return this.#take(struct)

    const item = this.#bench.neutralised.lead(struct)
    if (item !== struct) this.#isChanged = true
    const spot = this.#locator.place(item)
    if (spot === 'missing') return false
    if (spot === 'gone') return this.#take(item)
    if (spot === 'junk') return this.#neutralise(item, undefined, 'badPlace')
    const refusal = this.#refusedBefore(item, spot) ?? refusalOf({ does: 'put', content: item.content }, spot, this.#sender, this.#facts)
    if (refusal) return this.#neutralise(item, spot, refusal)
    this.#note(item, spot)
    return this.#take(item)
  }

  #refusedBefore(item: Y.Item, spot: Spot): Refusal | undefined {
    if (this.#refused.size === 0) return undefined
    return this.#refused.get(keyOf(item)) ?? (isPassing(item, spot) ? this.#refused.get(spotKey(spot)) : undefined)
  }

  /** Remembers what the document will hold once this is applied. */
  #note(item: Y.Item, { container, sub }: Spot): void {
    const { content } = item
    if (isPassing(item, { container, sub })) this.#passing.add(spotKey({ container, sub }))
    if (container.depth === 0) {
      if (container.root === 'notes' && content instanceof Y.ContentType) this.#newNotes.add(sub as NoteId)
    } else if (container.depth === 1) {
      const fields = this.#newFields.get(container.entry) ?? new Map<string, Y.Item>()
      this.#newFields.set(container.entry, fields)
      if (sub !== null && !(content instanceof Y.ContentDeleted)) fields.set(sub, item)
    } else if (content instanceof Y.ContentString) {
      this.#newLetters.set(container.holder, (this.#newLetters.get(container.holder) ?? 0) + content.getLength())
    }
  }

  /**
   * Puts nothing in the place of a struct, as long as it: letters become deleted letters, so that those typed behind them
   * keep their place; a value becomes an empty stretch, since a deleted value would still take the place of the one before.
   */
  #neutralise(item: Y.Item, spot: Spot | undefined, refusal: Refusal): boolean {
    this.#leaveOut(refusal)
    const entry = spot && 'entry' in spot.container ? spot.container.entry : undefined
    if (entry && !(entry.parent instanceof Y.AbstractType)) this.unfit.set(keyOf(entry), refusal)
    const known = this.#endOf(item.id.client)
    const length = item.id.clock + item.length - known
    const id = Y.createID(item.id.client, known)
    // In a text of somebody else it leaves no trace at all.
    const isOwnText = spot?.container.depth === 2 && spot.sub === null && refusal !== 'notYours'
    if (spot && isOwnText && known === item.id.clock) {
      const { origin, rightOrigin, parent } = item
      const deleted = new Y.Item(id, null, origin, null, rightOrigin, parent, null, new Y.ContentDeleted(length))
      this.#locator.settle(deleted, spot)
      return this.#take(deleted)
    }
    if (spot && spot.sub !== null) {
      const key = spotKey(spot)
      this.#kept.add(key)
      if (this.#passing.has(key)) this.unfit.set(key, refusal)
      this.#bench.neutralised.add(item, parentOf(spot), spot.sub)
    }
    return this.#take(new Y.GC(id, length))
  }

  #take(struct: Struct): boolean {
    const structs = this.#taken.get(struct.id.client) ?? []
    this.#taken.set(struct.id.client, structs)
    structs.push(struct)
    return true
  }

  #leaveOut(refusal: Refusal): void {
    this.#refusals.add(refusal)
    this.#isChanged = true
  }

  #judgeDeletions(): void {
    for (const [client, ranges] of this.#incoming.deletions) {
      const allowed: { clock: number; len: number }[] = []
      for (const { clock, len } of ranges) this.#judgeRange(client, clock, clock + len, allowed)
      if (allowed.length > 0) this.#deletions.set(client, allowed)
    }
  }

  /** Adds to `allowed` the parts of a range that may be deleted. What is deleted already costs a look and no more. */
  #judgeRange(client: number, start: number, end: number, allowed: { clock: number; len: number }[]): void {
    const known = Y.getState(this.#bench.doc.store, client)
    const here = Math.max(known, this.#endOf(client))
    if (end > here) {
      // Of one's own there is more to come; of somebody else's, only they can bring it.
      if (this.#bench.holderOf(client) === this.#sender.person) this.#isIncomplete = true
      this.#isChanged = true
    }
    let from = start
    const until = Math.min(end, here)
    const keepUpTo = (clock: number): void => {
      if (clock > from) allowed.push({ clock: from, len: clock - from })
    }
    if (start < known) {
      const structs = this.#bench.doc.store.clients.get(client) ?? []
      for (let index = Y.findIndexSS(structs, start); index < structs.length; index++) {
        const struct = structs[index]
        if (!struct || struct.id.clock >= until) break
        if (struct.deleted || !(struct instanceof Y.Item)) continue
        const spot = this.#locator.spotOf(struct)
        if (this.#kept.size > 0 && this.#isKept(spot)) this.#isChanged = true
        else {
          const refusal = this.#refusalOfRemoval(spot)
          if (!refusal) continue
          this.#leaveOut(refusal)
        }
        keepUpTo(struct.id.clock)
        from = struct.id.clock + struct.length
      }
    }
    keepUpTo(until)
  }

  /** Whether it stands where a value was refused, or within: taking it away was half of setting that value. */
  #isKept(spot: Spot | Nowhere): boolean {
    if (typeof spot === 'string') return false
    const { container, sub } = spot
    if (sub !== null && this.#kept.has(spotKey(spot))) return true
    return 'entry' in container && this.#isKept(this.#locator.spotOf(container.depth === 1 ? container.entry : container.holder))
  }

  #refusalOfRemoval(spot: Spot | Nowhere): Refusal | undefined {
    if (typeof spot === 'string') return 'badPlace'
    const { container, sub } = spot
    const isSetAnew = container.depth === 1 && sub !== null && this.#newFields.get(container.entry)?.has(sub) === true
    const withEntry = isSetAnew || (container.depth > 0 && 'entry' in container && this.#isRemoved(container.entry))
    return refusalOf({ does: 'remove', withEntry }, spot, this.#sender, this.#facts)
  }

  /** Whether this update takes the whole entry away; its own removal is judged by itself, and with it all that is in it. */
  #isRemoved(entry: Y.Item): boolean {
    const known = this.#removed.get(entry)
    if (known !== undefined) return known
    const isNamed = covers(this.#incoming.deletions.get(entry.id.client) ?? [], entry.id.clock)
    const isRemoved = isNamed && this.#refusalOfRemoval(this.#locator.spotOf(entry)) === undefined
    this.#removed.set(entry, isRemoved)
    return isRemoved
  }

  /** Where the next struct of a client begins, counting what was taken of this update. */
  #endOf(client: number): number {
    const last = this.#taken.get(client)?.at(-1)
    return last ? last.id.clock + last.length : Y.getState(this.#bench.doc.store, client)
  }

  #find(id: Y.ID): Struct | undefined {
    const { store } = this.#bench.doc
    if (id.clock < Y.getState(store, id.client)) return Y.getItem(store, id) as Struct
    const structs = this.#taken.get(id.client)
    if (!structs || id.clock >= this.#endOf(id.client)) return undefined
    return structs[Y.findIndexSS(structs as Y.Item[], id.clock)]
  }

  #authorOf(note: NoteId): ParticipantId | undefined {
    if (this.#newNotes.has(note)) return this.#sender.person
    const entry = this.#bench.doc.getMap(ROOT.notes)._map.get(note)
    return entry && !entry.deleted ? this.#authorIn(entry) : undefined
  }

  #authorIn(entry: Y.Item): ParticipantId {
    const author = liveField(entry, 'author')?.content
    if (author instanceof Y.ContentAny && typeof author.arr[0] === 'string') return author.arr[0] as ParticipantId
    return this.#bench.holderOf(entry.id.client) ?? NOBODY
  }
}

const typeIn = (item: Y.Item): Y.AbstractType<unknown> | undefined =>
  item.content instanceof Y.ContentType ? (item.content.type as Y.AbstractType<unknown>) : undefined

function liveField(entry: Y.Item, name: string): Y.Item | undefined {
  const item = typeIn(entry)?._map.get(name)
  return item && !item.deleted ? item : undefined
}

const isPassing = ({ content }: Y.Item, { sub }: Spot): boolean => sub !== null && content instanceof Y.ContentDeleted

const keyOf = ({ id }: Y.Item): string => `${id.client}:${id.clock}`

/** Tells the keys of the board apart. */
const spotKey = ({ container, sub }: Spot): string =>
  `${container.depth === 0 ? container.root : keyOf(container.depth === 1 ? container.entry : container.holder)}/${sub}`

/** Whether one of these ascending ranges has the clock in it. */
function covers(ranges: readonly { clock: number; len: number }[], clock: number): boolean {
  let low = 0
  let high = ranges.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const range = ranges[middle]
    if (!range || clock < range.clock) high = middle - 1
    else if (clock >= range.clock + range.len) low = middle + 1
    else return true
  }
  return false
}

/** How an item of this spot names its parent on the wire. */
function parentOf({ container }: Spot): Y.Item['parent'] {
  switch (container.depth) {
    case 0:
      // A root travels by its name; Yjs's own type of the field knows only what is in place.
      return container.root as unknown as Y.Item['parent']
    case 1:
      return container.entry.id as unknown as Y.Item['parent']
    case 2:
      return container.holder.id as unknown as Y.Item['parent']
  }
}
