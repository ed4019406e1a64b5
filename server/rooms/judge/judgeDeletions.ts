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
  const removedEntries = new Map<Y.Item, boolean>()
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
    const structs = start < known ? (store.clients.get(client) ?? []) : []
    for (let index = structs.length > 0 ? Y.findIndexSS(structs, start) : 0; index < structs.length; index++) {
      const struct = structs[index]
      if (!struct || struct.id.clock >= until) break
      if (struct.deleted || !(struct instanceof Y.Item)) continue
      const spot = locator.spotOf(struct)
      if (isKept(spot)) draft.isChanged = true
      else {
        const refusal = refusalOfRemoval(spot)
        if (!refusal) continue
        draft.leaveOut(refusal)
      }
      allowUpTo(struct.id.clock)
      from = struct.id.clock + struct.length
    }
    allowUpTo(until)
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
    const { container, sub } = spot
    const isSetAnew = container.depth === 1 && sub !== null && draft.isFieldNew(container.entry, sub)
    const entry = entryOf(spot)
    return refusalOf({ does: 'remove', withEntry: isSetAnew || (entry !== undefined && isRemoved(entry)) }, spot, sender, draft)
  }

  /** Whether this update takes the whole entry away; its own removal is judged by itself, and with it all that is in it. */
  function isRemoved(entry: Y.Item): boolean {
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
