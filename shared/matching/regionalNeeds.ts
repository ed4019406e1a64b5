import type { NoteId } from '#shared/wall/ids.ts'
import { bestLinks, type NoteLinks } from './noteLinks.ts'

/** The same need of several countries. */
export interface RegionalNeed {
  /** The need that all others are like comes first, then what is most like it. */
  readonly needs: readonly NoteId[]
  /** In code order. */
  readonly countries: readonly string[]
  /** What may answer at least two of the needs, what answers most of them first. */
  readonly offers: readonly { readonly id: NoteId; readonly serves: number }[]
}

/** From so many countries a need is called regional. */
const SEVERAL = 3
const MOST_OFFERS = 5

/**
 * Finds the needs that several countries have. Each group is one need and those that are like it, so that all members
 * share their middle and nothing is chained from one thing to another; the group of most countries is taken first, and
 * no need is in two. Depends on the links alone, not on the order in which they came.
 */
export function regionalNeeds(alike: NoteLinks, answers: NoteLinks, needs: Iterable<NoteId>, countryOf: (need: NoteId) => string): readonly RegionalNeed[] {
  const open = new Set([...needs].sort())
  const groups: RegionalNeed[] = []
  const sizes = new Map<NoteId, number>()
  const around = (middle: NoteId): readonly NoteId[] => [middle, ...bestLinks(alike.of(middle)).map(([id]) => id).filter((id) => open.has(id))]
  const countriesOf = (group: readonly NoteId[]): readonly string[] => [...new Set(group.map(countryOf))].sort()
  const measure = (middle: NoteId): void => {
    const size = alike.of(middle).size + 1 < SEVERAL ? 0 : countriesOf(around(middle)).length
    if (size >= SEVERAL) sizes.set(middle, size)
    else sizes.delete(middle)
  }
  for (const id of open) measure(id)
  for (;;) {
    const middle = largest(sizes)
    if (middle === undefined) break
    const group = around(middle)
    groups.push({ needs: group, countries: countriesOf(group), offers: offersFor(group, answers) })
    for (const id of group) {
      open.delete(id)
      sizes.delete(id)
    }
    const touched = new Set(group.flatMap((id) => [...alike.of(id).keys()]).filter((id) => sizes.has(id)))
    for (const id of touched) measure(id)
  }
  return groups
}

/** Ties go by note id. */
function largest(sizes: ReadonlyMap<NoteId, number>): NoteId | undefined {
  let best: NoteId | undefined
  let most = 0
  for (const [id, size] of sizes) if (size > most || (size === most && best !== undefined && id < best)) [best, most] = [id, size]
  return best
}

function offersFor(group: readonly NoteId[], answers: NoteLinks): RegionalNeed['offers'] {
  const found = new Map<NoteId, { serves: number; total: number }>()
  for (const need of group) {
    for (const [offer, score] of answers.of(need)) {
      const before = found.get(offer) ?? { serves: 0, total: 0 }
      found.set(offer, { serves: before.serves + 1, total: before.total + score })
    }
  }
  return [...found]
    .filter(([, { serves }]) => serves > 1)
    .sort(([a, one], [b, other]) => other.serves - one.serves || other.total - one.total || (a < b ? -1 : 1))
    .slice(0, MOST_OFFERS)
    .map(([id, { serves }]) => ({ id, serves }))
}
