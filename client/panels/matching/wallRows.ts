import type { SurveyedPair } from '#shared/matching/wallSurvey.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import type { PairState, Wall } from '#shared/wall/schema.ts'
import { isAnswered, type MatchFilter } from './matchFilter.ts'

/** In the order in which somebody works through the wall: what nobody has taken up, what is under way, what still has to wait. */
export const ROW_GROUPS = ['unanswered', 'underWay', 'nothing'] as const
export type RowGroup = (typeof ROW_GROUPS)[number]

/** One need of the whole wall, with what may answer it. */
export interface WallRow {
  readonly need: NoteId
  readonly group: RowGroup
  readonly best: SurveyedPair | undefined
  readonly likely: number
  readonly possible: number
  /** Where its pairs stand, furthest first, each state once. */
  readonly states: readonly PairState[]
}

/**
 * All needs that pass the filter. Within a group the best match comes first; needs without one, as they were written.
 * @param pairs as the survey gives them: of each need together, best first
 */
export function wallRows(pairs: readonly SurveyedPair[], wall: Wall, filter: MatchFilter): readonly WallRow[] {
  const ofNeed = new Map<NoteId, SurveyedPair[]>()
  for (const pair of pairs) {
    if (!wall.notes.has(pair.need) || !wall.notes.has(pair.offer)) continue
    const list = ofNeed.get(pair.need)
    if (list) list.push(pair)
    else ofNeed.set(pair.need, [pair])
  }
  const standings = statesOf(wall)
  const rows = [...wall.notes.values()].flatMap(({ id, kind, country }) => {
    if (kind !== 'need') return []
    const states = standings.get(id) ?? []
    const found = (ofNeed.get(id) ?? []).filter(
      ({ offer, topics }) =>
        (filter.country === 'all' || country === filter.country || wall.notes.get(offer)?.country === filter.country) &&
        (filter.topic === 'all' || topics.includes(filter.topic)),
    )
    const isNeedMeant = filter.topic === 'all' && (filter.country === 'all' || country === filter.country)
    const isTaken = states.some(isAnswered)
    if ((found.length === 0 && !isNeedMeant) || (filter.onlyUnanswered && isTaken)) return []
    const likely = found.filter(({ likelihood }) => likelihood === 'likely').length
    const group: RowGroup = isTaken ? 'underWay' : found.length > 0 ? 'unanswered' : 'nothing'
    return [{ need: id, group, best: found[0], likely, possible: found.length - likely, states }]
  })
  return ROW_GROUPS.flatMap((group) => rows.filter((row) => row.group === group).sort((a, b) => (b.best?.score ?? 0) - (a.best?.score ?? 0)))
}

const FURTHEST_FIRST = ['done', 'agreed', 'contacted', 'interested', 'declined', 'dropped'] as const satisfies readonly PairState[]

function statesOf({ pairs }: Wall): ReadonlyMap<NoteId, readonly PairState[]> {
  const found = new Map<NoteId, Set<PairState>>()
  for (const { need, state } of pairs.values()) if (state) found.set(need, (found.get(need) ?? new Set()).add(state))
  return new Map([...found].map(([need, states]) => [need, FURTHEST_FIRST.filter((state) => states.has(state))]))
}

/** Rows as they stand under a reading eye: where each was when the list was last asked for. */
export type Sections = Readonly<Record<RowGroup, readonly NoteId[]>>

export function sectionsOf(rows: readonly WallRow[]): Sections {
  const of = (group: RowGroup): readonly NoteId[] => rows.filter((row) => row.group === group).map(({ need }) => need)
  return { unanswered: of('unanswered'), underWay: of('underWay'), nothing: of('nothing') }
}

/** How many needs would now stand where the reader does not see them: new ones, and those that have just found a first match. */
export function countNews(shown: Sections, rows: readonly WallRow[]): number {
  const seen = new Set([...shown.unanswered, ...shown.underWay])
  const waits = new Set(shown.nothing)
  return rows.filter(({ need, group }) => !seen.has(need) && !(waits.has(need) && group !== 'unanswered')).length
}
