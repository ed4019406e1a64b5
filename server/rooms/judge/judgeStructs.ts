import * as Y from 'yjs'
import type { Refusal } from '#shared/protocol/refusals.ts'
import type { Struct } from './decodeUpdate.ts'
import type { Draft } from './draft.ts'
import { entryOf, idKey, spotKey, type Locator, type Spot } from './locate.ts'
import { refusalOf } from './rules.ts'

/** What judging the structs of an update has shown, beside what it left in the draft. */
export interface StructsJudged {
  /** Keys of which a value was refused: what stood there before stays. */
  readonly kept: ReadonlySet<string>
  /** What cannot go in by halves, by the id of the note or card, or by the key; and why. */
  readonly unfit: ReadonlyMap<string, Refusal>
}

const NO_KEYS: ReadonlySet<string> = new Set()
const NO_REFUSALS: StructsJudged['unfit'] = new Map()

/**
 * Judges what an update adds, into the draft: each client's structs in their order; where one waits for another client's,
 * the others go first.
 * @param refused what an earlier attempt found unfit
 */
export function judgeStructs(draft: Draft, locator: Locator, refused: StructsJudged['unfit']): StructsJudged {
  const { bench, sender, incoming } = draft
  let kept: Set<string> | undefined
  let unfit: Map<string, Refusal> | undefined
  /** Where the sender has set and deleted a value within this update. It displaces the value before, as the next one would. */
  let passing: Set<string> | undefined

  const queues: { structs: readonly Struct[]; next: number }[] = []
  for (const [client, structs] of incoming.structs) {
    const last = structs.at(-1)
    if (!last) continue
    const isKnown = last.id.clock + last.length <= Y.getState(bench.doc.store, client)
    if (isKnown) draft.isChanged = true // a device that sends all it has
    else if (bench.holderOf(client) === sender.person) queues.push({ structs, next: 0 })
    else draft.leaveOut('notYou')
  }
  let isMoving = true
  while (isMoving) {
    isMoving = false
    for (const queue of queues) {
      const { next } = queue
      while (queue.next < queue.structs.length && judge(queue.structs[queue.next])) queue.next++
      isMoving ||= queues.length > 1 && queue.next > next
    }
  }
  if (queues.some(({ structs, next }) => next < structs.length)) draft.isIncomplete = draft.isChanged = true
  return { kept: kept ?? NO_KEYS, unfit: unfit ?? NO_REFUSALS }

  /** @returns `false` when it waits for what is not here */
  function judge(struct: Struct | undefined): boolean {
    if (struct === undefined || struct instanceof Y.Skip) return false
    const known = draft.endOf(struct.id.client)
    if (struct.id.clock > known) return false
    if (struct.id.clock + struct.length <= known) {
      draft.isChanged = true
      return true
    }
    const rest = struct.id.clock < known ? restOf(struct, known) : struct
    const item = rest instanceof Y.Item ? bench.neutralised.lead(rest) : rest
    if (item !== struct) draft.isChanged = true
    if (item instanceof Y.GC) return taken(item)

    const spot = locator.place(item)
    if (spot === 'missing') return false
    if (spot === 'gone') {
      // Yjs keeps nothing of it; so neither does what is stored and passed on.
      draft.isChanged = true
      return taken(new Y.GC(item.id, item.length))
    }
    if (spot === 'junk') return neutralise(item, undefined, 'badPlace')
    draft.reckon(item, spot)
    if (draft.effort.isTooMuch) return neutralise(item, undefined, 'tooLong')
    const refusal = refusedBefore(item, spot) ?? refusalOf({ does: 'put', content: item.content }, spot, sender, draft)
    if (refusal) return neutralise(item, spot, refusal)
    if (isPassing(item, spot)) (passing ??= new Set()).add(spotKey(spot))
    draft.note(item, spot)
    return taken(item)
  }

  function taken(struct: Struct): boolean {
    draft.take(struct)
    return true
  }

  function refusedBefore(item: Y.Item, spot: Spot): Refusal | undefined {
    if (refused.size === 0) return undefined
    return refused.get(idKey(item)) ?? (isPassing(item, spot) ? refused.get(spotKey(spot)) : undefined)
  }

  /**
   * Puts nothing in the place of a struct, as long as it: letters become deleted letters, so that those typed behind them
   * keep their place; a value becomes an empty stretch, since a deleted value would still take the place of the one before.
   */
  function neutralise(item: Y.Item, spot: Spot | undefined, refusal: Refusal): boolean {
    draft.leaveOut(refusal)
    draft.hasNewOffence = true
    const entry = spot && entryOf(spot)
    if (entry && !(entry.parent instanceof Y.AbstractType)) (unfit ??= new Map()).set(idKey(entry), refusal)
    const { id, length } = item
    // In a text of somebody else it leaves no trace at all.
    const isOwnText = spot?.container.depth === 2 && spot.sub === null && refusal !== 'notYours'
    if (spot && isOwnText) {
      const { origin, rightOrigin, parent } = item
      const deleted = new Y.Item(id, null, origin, null, rightOrigin, parent, null, new Y.ContentDeleted(length))
      locator.settle(deleted, spot)
      return taken(deleted)
    }
    if (spot && spot.sub !== null) {
      const key = spotKey(spot)
      kept ??= new Set()
      kept.add(key)
      if (passing?.has(key)) (unfit ??= new Map()).set(key, refusal)
      bench.neutralised.add(item, parentOf(spot), spot.sub)
    }
    return taken(new Y.GC(id, length))
  }
}

/** What of a struct the document does not have yet. It stands where the part before it went, whatever it says of itself. */
function restOf(struct: Y.Item | Y.GC, known: number): Y.Item | Y.GC {
  const { client, clock } = struct.id
  const id = Y.createID(client, known)
  if (struct instanceof Y.GC) return new Y.GC(id, clock + struct.length - known)
  const content = struct.content.copy().splice(known - clock)
  return new Y.Item(id, null, Y.createID(client, known - 1), null, struct.rightOrigin, null, null, content)
}

const isPassing = ({ content }: Y.Item, { sub }: Spot): boolean => sub !== null && content instanceof Y.ContentDeleted

/** How an item of this spot names its parent on the wire; Yjs's own type of the field knows only what is in place. */
function parentOf({ container }: Spot): Y.Item['parent'] {
  if (container.depth === 0) return container.root as unknown as Y.Item['parent']
  return container.depth === 1 ? container.entry.id : container.holder.id
}
