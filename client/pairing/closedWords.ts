import type { TFunction } from 'i18next'
import type { NoteId } from '#shared/wall/ids.ts'
import { NOTE_KINDS, type Language, type Pair, type PairState, type Wall } from '#shared/wall/schema.ts'
import { sayWho } from './sayWho.ts'

interface Reader {
  t: TFunction
  language: Language
}
const CLOSED: ReadonlySet<PairState> = new Set(['agreed', 'done', 'dropped'])
type Known = Pick<Wall, 'notes' | 'pairs' | 'people'>

/**
 * That a pair is agreed, done or set aside, who said so and when, as a sentence.
 * @returns `undefined` for a pair that is none of these
 */
export const closedWords = (pair: Pair, known: Pick<Known, 'notes' | 'people'>, reader: Reader): string | undefined =>
  pair.state && CLOSED.has(pair.state) ? createTeller(reader)(pair, known) : undefined

/** Formats are made once for many pairs: they cost more than what they write. */
const createTeller = ({ t, language }: Reader) => {
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  const list = new Intl.ListFormat(language)
  return ({ state, facts, ...ends }: Pair, { notes, people }: Pick<Known, 'notes' | 'people'>): string | undefined => {
    if (state === 'agreed') {
      const sides = NOTE_KINDS.map((side) => notes.get(ends[side]))
      const who = list.format(sides.flatMap((note) => (note ? sayWho(note, language) : [])))
      // It holds from when the second of them confirmed.
      const at = Math.max(...NOTE_KINDS.map((side) => facts.confirm[side]?.at ?? 0))
      return t('standing.agreedBy', { who, time: time.format(at) })
    }
    const { outcome } = facts
    if (!outcome || outcome.state !== state) return undefined
    const isDone = outcome.state === 'done'
    const closer = people.get(outcome.by)
    if (!closer) return t(isDone ? 'card.doneWords' : 'card.droppedWords')
    return t(isDone ? 'card.doneBy' : 'card.droppedBy', { who: sayWho(closer, language), time: time.format(outcome.at) })
  }
}

/** The same for each note that has such pairs: a sentence for each, a line of text each, so that an item of the list sees by comparing that nothing changed. */
export function closedLines(wall: Known, reader: Reader): ReadonlyMap<NoteId, string> {
  let tell: ReturnType<typeof createTeller> | undefined
  const lines = new Map<NoteId, string>()
  for (const pair of wall.pairs.values()) {
    if (!pair.state || !CLOSED.has(pair.state)) continue
    tell ??= createTeller(reader)
    const words = tell(pair, wall)
    if (words) for (const note of [pair.need, pair.offer]) lines.set(note, [...(lines.get(note)?.split('\n') ?? []), words].join('\n'))
  }
  return lines
}
