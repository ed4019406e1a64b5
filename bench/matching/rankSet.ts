import { createMatcher, type MatchableNote, type Matcher } from '#shared/matching/createMatcher.ts'
import { openLexicon } from '#shared/matching/lexicon.ts'
import lexicon from '#shared/generated/lexicon.json' with { type: 'json' }
import type { NoteId, ParticipantId } from '#shared/wall/ids.ts'
import type { LabelledNote, LabelledSet } from './labelledSet.ts'
import type { RankedOffer } from './measure.ts'

export const newMatcher = (): Matcher => createMatcher(openLexicon(lexicon))

/** A labelled note as the wall would hold it; a person is a name in a country. */
export const asNote = ({ id, kind, text, lang, name, cc }: LabelledNote): MatchableNote => ({
  id: id as NoteId,
  kind,
  text,
  lang,
  author: `${name} ${cc}` as ParticipantId,
  name,
  country: cc.toLowerCase(),
  writtenBy: undefined,
})

/** Need id -> its offers, best first, as the product lists them. */
export function rankSet(set: LabelledSet): ReadonlyMap<string, readonly RankedOffer[]> {
  const matcher = newMatcher()
  for (const note of set.notes) matcher.upsert(asNote(note))
  const needs = set.notes.filter((note) => note.kind === 'need')
  return new Map(
    needs.map((need) => [need.id, matcher.candidatesFor(need.id as NoteId, 50).map(({ id, score }) => ({ offer: id, score }))]),
  )
}
