import type { NoteId } from '#shared/wall/ids.ts'
import type { NoteKind } from '#shared/wall/schema.ts'
import { bestLinks, NoteLinks } from './noteLinks.ts'
import { regionalNeeds, type RegionalNeed } from './regionalNeeds.ts'

/** A need and an offer that may answer it, as they stand among all pairs of the wall. */
export interface SurveyedPair {
  readonly need: NoteId
  readonly offer: NoteId
  readonly score: number
  readonly likelihood: 'likely' | 'possible'
  /** Ids of the topics that both speak of, what weighs most first. */
  readonly topics: readonly string[]
}

/** What belongs together on the whole wall. */
export interface WallSurvey {
  /** Notes that were not looked through yet; while there are any, the lists are empty: half a survey would be misread. */
  readonly remaining: number
  /** The best of each need, at most {@link MOST_OF_NEED}, best first. */
  readonly pairs: readonly SurveyedPair[]
  /** Of most countries first. */
  readonly regional: readonly RegionalNeed[]
}

const MOST_OF_NEED = 5

/** What the survey asks of the matcher. */
interface Look {
  noteOf(id: NoteId): { readonly kind: NoteKind; readonly country: string } | undefined
  needs(): Iterable<NoteId>
  /** Notes of the other kind that are at least possible matches of this one, with their scores. */
  answering(id: NoteId): Iterable<readonly [NoteId, number]>
  /** Needs of other countries that ask for the same as this one. */
  alike(need: NoteId): Iterable<readonly [NoteId, number]>
  likelihoodOf(score: number): SurveyedPair['likelihood'] | 'faint'
  topicsOf(need: NoteId, offer: NoteId): readonly string[]
}

export interface Surveyor {
  /** A note came, changed or left: what is known of it no longer holds. */
  forget(id: NoteId): void
  /**
   * Looks through at most so many of the notes that have changed since, so that a thread is not held for long.
   * @returns all that belongs together, once nothing remains to be looked through
   */
  survey(most: number): WallSurvey
}

/** Keeps what belongs together on the whole wall; a note that changes costs one look at it, the first survey one at each. */
export function createSurveyor(look: Look): Surveyor {
  const answers = new NoteLinks()
  const alike = new NoteLinks()
  const changed = new Set<NoteId>()

  function lookThrough(id: NoteId): void {
    const note = look.noteOf(id)
    if (!note) return
    for (const [other, score] of look.answering(id)) answers.add(id, other, score)
    if (note.kind === 'need') for (const [other, score] of look.alike(id)) alike.add(id, other, score)
  }
  function pairsOf(need: NoteId): readonly SurveyedPair[] {
    return bestLinks(answers.of(need)).slice(0, MOST_OF_NEED).flatMap(([offer, score]) => {
      const likelihood = look.likelihoodOf(score)
      return likelihood === 'faint' ? [] : [{ need, offer, score, likelihood, topics: look.topicsOf(need, offer) }]
    })
  }

  return {
    forget(id) {
      answers.remove(id)
      alike.remove(id)
      changed.add(id)
    },
    survey(most) {
      let left = most
      for (const id of changed) {
        if (left-- === 0) break
        changed.delete(id)
        lookThrough(id)
      }
      if (changed.size > 0) return { remaining: changed.size, pairs: [], regional: [] }
      const needs = [...look.needs()].sort()
      return {
        remaining: 0,
        pairs: needs.flatMap(pairsOf),
        regional: regionalNeeds(alike, answers, needs, (need) => look.noteOf(need)?.country ?? ''),
      }
    },
  }
}
