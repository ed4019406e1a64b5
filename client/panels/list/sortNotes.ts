import type { NoteId } from '#shared/wall/ids.ts'
import { NOTE_KINDS, type Note } from '#shared/wall/schema.ts'
import type { NoteOrder } from '../../state/noteFilter.ts'
import { statesIn, TOLD } from './pairStandings.ts'

export const COLUMNS = ['kind', 'text', 'who', 'country', 'matches', 'state', 'when'] as const
export type Column = (typeof COLUMNS)[number]

export interface NoteSort {
  readonly by: Column
  /** From the last to the first, from the most to the least. */
  readonly isDown: boolean
}

export interface SortReader {
  /** A country's name as this reader sees it. */
  readonly countryName: (code: string) => string
  readonly compareNames: (a: string, b: string) => number
  /** Possible matches, where they are known. */
  readonly matchCounts: ReadonlyMap<NoteId, number> | undefined
  /** See `pairStandings`. */
  readonly standings: ReadonlyMap<NoteId, string>
}

/** Where one begins with the most: what asks for being looked at comes first. */
const DOWN_FIRST: readonly Column[] = ['matches', 'state', 'when']

/** The order after a press on the head of a column: its own first, the other way round at the next press. */
export const nextSort = ({ by, isDown }: NoteSort, pressed: Column): NoteSort => ({ by: pressed, isDown: by === pressed ? !isDown : DOWN_FIRST.includes(pressed) })

/** The same order as that of the list. */
export function sortOf(order: NoteOrder): NoteSort {
  if (order === 'kind' || order === 'country') return { by: order, isDown: false }
  return { by: 'when', isDown: order === 'newest' }
}

/** The list's order that is the same as this one, if it has one. */
export function orderOf({ by, isDown }: NoteSort): NoteOrder | undefined {
  if (by === 'when') return isDown ? 'newest' : 'written'
  return (by === 'kind' || by === 'country') && !isDown ? by : undefined
}

/**
 * Brings notes in order by what stands in one column; what is alike there, the oldest first.
 * @param notes all of the wall, oldest first
 */
export function sortNotes(ids: readonly NoteId[], notes: ReadonlyMap<NoteId, Note>, { by, isDown }: NoteSort, reader: SortReader): readonly NoteId[] {
  const asked = new Set(ids)
  const listed = [...notes.values()].filter(({ id }) => asked.has(id))
  if (by === 'when') return (isDown ? listed.toReversed() : listed).map(({ id }) => id)
  const compare = comparer(by, reader)
  return listed.toSorted(isDown ? (a, b) => compare(b, a) : compare).map(({ id }) => id)
}

function comparer(by: Exclude<Column, 'when'>, { countryName, compareNames, matchCounts, standings }: SortReader): (a: Note, b: Note) => number {
  const byNumber = (of: (note: Note) => number) => (a: Note, b: Note) => of(a) - of(b)
  const byName = (of: (note: Note) => string) => (a: Note, b: Note) => compareNames(of(a), of(b))
  switch (by) {
    case 'kind':
      return byNumber(({ kind }) => NOTE_KINDS.indexOf(kind))
    case 'text':
      return byName(({ text }) => text.trim())
    case 'who':
      return byName(({ name }) => name)
    case 'country':
      return byName(({ country }) => countryName(country))
    case 'matches':
      return byNumber(({ id }) => matchCounts?.get(id) ?? 0)
    case 'state':
      return byNumber(({ id }) => {
        const [furthest] = statesIn(standings.get(id) ?? '')
        return furthest === undefined ? 0 : TOLD.length - TOLD.indexOf(furthest)
      })
  }
}
