import * as Y from 'yjs'
import type { Refusal } from '#shared/protocol/refusals.ts'
import type { Draft } from './draft.ts'
import { entryOf, spotKey, type Locator, type Nowhere, type Spot } from './locate.ts'
import { refusalOf } from './rules.ts'

/**
 * Judges what an update takes away, into the draft. What is deleted already costs a look and no more.
 * @param kept keys of which a value was refused: what stood there before stays
 */
export function judgeDeletions(draft: Draft, locator: Locator, kept: ReadonlySet<string>): void {
  const { bench, sender, incoming } = draft
  const { store } = bench.doc
  let removedEntries: Map<Y.Item, boolean> | undefined
  for (const [client, ranges] of incoming.deletions) {
    const allowed: { clock: number; len: number }[] = []
    for (const { clock, len } of ranges) judgeRange(client, clock, clock + len, allowed)
    if (allowed.length > 0) draft.deletions.set(client, allowed)
  }

  /** Adds to `allowed` the parts of a range that may be deleted. */
  function judgeRange(client: number, start: number, end: number, allowed: { clock: number; len: number }[]): void {
    const known = Y.getState(store, client)
    const here = Math.max(known, draft.endOf(client))
    if (end > here) {
      // Of one's own there is more to come; of somebody else's, only they can bring it.
      if (bench.holderOf(client) === sender.person) draft.isIncomplete = true
      draft.isChanged = true
    }
    let from = start
    const until = Math.min(end, here)
    const allowUpTo = (clock: number): void => {
      if (clock > from) allowed.push({ clock: from, len: clock - from })
    }
    for (const struct of draft.structsBetween(client, start, until)) {
      draft.effort.look()
      if (!(struct instanceof Y.Item) || struct.deleted || struct.content instanceof Y.ContentDeleted) continue
      if (start > struct.id.clock || until < struct.id.clock + struct.length) draft.effort.cut()
      if (mayRemove(locator.spotOf(struct))) continue
      draft.isChanged = true
      allowUpTo(struct.id.clock)
      from = struct.id.clock + struct.length
    }
    allowUpTo(until)
  }

  /** What may not be removed stays, and is an offence unless that was half of setting a value. */
  function mayRemove(spot: Spot | Nowhere): boolean {
    if (isKept(spot)) return false
    const refusal = draft.effort.isTooMuch ? 'tooLong' : refusalOfRemoval(spot)
    if (!refusal) return true
    // What is set once was set to the same again: the old one goes when the new one takes its place, and only then.
    if (!isSetAnew(spot)) draft.leaveOut(refusal)
    return false
  }

  /** Whether it stands where a value was refused, or within: taking it away was half of setting that value. */
  function isKept(spot: Spot | Nowhere): boolean {
    if (kept.size === 0 || typeof spot === 'string') return false
    if (spot.sub !== null && kept.has(spotKey(spot))) return true
    const { container } = spot
    if (container.depth === 0) return false
    return isKept(locator.spotOf(container.depth === 1 ? container.entry : container.holder))
  }

  function refusalOfRemoval(spot: Spot | Nowhere): Refusal | undefined {
    if (typeof spot === 'string') return 'badPlace'
    const entry = entryOf(spot)
    return refusalOf({ does: 'remove', withEntry: entry !== undefined && isRemoved(entry) }, spot, sender, draft)
  }

  function isSetAnew(spot: Spot | Nowhere): boolean {
    if (typeof spot === 'string' || spot.container.depth !== 1 || spot.sub === null) return false
    return draft.isFieldNew(spot.container.entry, spot.sub)
  }

  /** Whether this update takes the whole entry away; its own removal is judged by itself, and with it all that is in it. */
  function isRemoved(entry: Y.Item): boolean {
    removedEntries ??= new Map()
    const known = removedEntries.get(entry)
    if (known !== undefined) return known
    const isNamed = covers(incoming.deletions.get(entry.id.client) ?? [], entry.id.clock)
    const isGone = isNamed && refusalOfRemoval(locator.spotOf(entry)) === undefined
    removedEntries.set(entry, isGone)
    return isGone
  }
}

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
