import type { Candidate } from '#shared/matching/createMatcher.ts'

/**
 * The candidates of one note as somebody reads them. What is shown keeps its place until the reader asks for what is new:
 * nothing moves under a finger.
 */
export interface Shelf {
  /** The note's text that these candidates were found for. */
  readonly text: string
  /** Likely and possible ones, at most {@link FIRST}. */
  readonly first: readonly Candidate[]
  /** Everything else, one press away. */
  readonly more: readonly Candidate[]
  /** Belongs among the first, but waits. */
  readonly waiting: readonly Candidate[]
  /** Came in at the last `takeIn`; marked until the next one. */
  readonly isNew: ReadonlySet<string>
}

/** A person compares this many at a glance. */
export const FIRST = 5

export function openShelf(text: string, latest: readonly Candidate[]): Shelf {
  const first = bestOf(latest)
  return { text, first, more: without(latest, first), waiting: [], isNew: new Set() }
}

/**
 * Takes in what the matcher says now. Candidates that are shown keep their place (with their latest reasons), those that
 * are gone leave, new ones wait. A note whose own text has changed, or that has nothing to show, starts afresh.
 * @param isSettled whether the reader has decided about a candidate: it stays where it is, and comes up nowhere else
 */
export function receive(
  shelf: Shelf | undefined,
  text: string,
  latest: readonly Candidate[],
  isSettled: (candidate: Candidate) => boolean = () => false,
): Shelf {
  const open = latest.filter((candidate) => !isSettled(candidate))
  const isSameText = shelf?.text === text
  const now = new Map(latest.map((candidate) => [candidate.id, candidate]))
  const stay = (shown: readonly Candidate[]): Candidate[] =>
    shown.flatMap((before) => {
      const candidate = now.get(before.id)
      return candidate ? [{ ...candidate, likelihood: before.likelihood }] : []
    })
  const first = isSameText ? stay(shelf.first) : []
  if (!isSameText || first.length === 0) {
    const fresh = openShelf(text, open)
    return isSameText ? { ...fresh, isNew: idsOf(fresh.first) } : fresh
  }
  const free = FIRST - first.filter((candidate) => !isSettled(candidate)).length
  const readable = idsOf(shelf.more)
  const best = without(bestOf(open), first)
  // A place that has become free is filled from what could be read already, at the end.
  first.push(...best.filter(({ id }) => readable.has(id)).slice(0, free))
  const waiting = without(best, first)
  const taken = [...first, ...waiting]
  const more = without(stay(shelf.more), taken)
  return { ...shelf, first, waiting, more: [...more, ...without(open, [...taken, ...more])] }
}

/** Shows what has been waiting, everything in its right order. */
export const takeIn: typeof receive = (shelf, text, latest, isSettled = () => false) => ({
  ...openShelf(text, latest.filter((candidate) => !isSettled(candidate))),
  isNew: idsOf(shelf?.waiting ?? []),
})

const bestOf = (latest: readonly Candidate[]): readonly Candidate[] =>
  latest.filter(({ likelihood }) => likelihood !== 'faint').slice(0, FIRST)

const idsOf = (candidates: readonly Candidate[]): ReadonlySet<string> => new Set(candidates.map(({ id }) => id))

function without(candidates: readonly Candidate[], taken: readonly Candidate[]): readonly Candidate[] {
  const ids = idsOf(taken)
  return candidates.filter(({ id }) => !ids.has(id))
}
