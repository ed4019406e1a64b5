import type { NoteId } from '#shared/wall/ids.ts'
import { signOfTexts, type Likeness } from '#shared/wall/likenesses.ts'
import type { Note } from '#shared/wall/schema.ts'
import { changeOfReading } from './changeOfReading.ts'
import { fingerprint, type Fingerprint } from './fingerprint.ts'
import type { Lexicon } from './lexicon.ts'
import { mayMeet } from './mayMeet.ts'
import { bestLinks } from './noteLinks.ts'
import { outlookOf, type Opposite, type Outlook } from './outlook.ts'
import { explainPair, pairScore, type Reasons } from './pairScore.ts'
import { countUnexplained, type UnexplainedWord } from './unexplainedWords.ts'
import { createSurveyor, type WallSurvey } from './wallSurvey.ts'

/** Scores from which a pair is called likely, or possible; calibrated in bench/RESULTS.md. Below, it waits behind "more". */
export const LIKELY_FROM = 448
export const POSSIBLE_FROM = 330
/**
 * What a pair counts at least that a sentence model calls alike: always possible, never likely, for no model is calibrated
 * as the words are. The strongest comes behind most of what the words call possible.
 */
const byModel = (strength: number): number => POSSIBLE_FROM + Math.floor((strength * (LIKELY_FROM - POSSIBLE_FROM)) / 2000)
/** Below this nothing but chance is left. */
const SHOWN_FROM = 60
/** From here two needs are called the same: three of four such pairs of the labelled sets share an offer that answers both. */
const ALIKE_FROM = 520

/** A note is about a topic that weighs this much in it, and about no more than two. */
const ABOUT_FROM = 500
const MOST_TOPICS = 2

/** Of the first so many, at most so many are of one country: a need should meet the room, not one delegation. */
const FIRST = 5
const OF_ONE_COUNTRY = 2

/** The part of a note that matching looks at. */
export type MatchableNote = Pick<Note, 'id' | 'kind' | 'text' | 'lang' | 'author' | 'name' | 'country' | 'writtenBy'>

export interface Candidate {
  /** The other note. */
  readonly id: NoteId
  readonly score: number
  readonly likelihood: 'likely' | 'possible' | 'faint'
  readonly reasons: Reasons
}

export interface Matcher {
  /** Takes a note in, or takes in what has changed about it. */
  upsert(note: MatchableNote): void
  remove(id: NoteId): void
  /** From now on these are known, and no others; one that was found in other texts than those of the two notes now says nothing. */
  liken(likenesses: readonly Likeness[]): void
  /**
   * What may answer a need, or what an offer may answer, best first; ties go by note id. Never of the same person or country.
   * @param limit most candidates to return
   * @returns empty for a note that is not known
   */
  candidatesFor(id: NoteId, limit: number): readonly Candidate[]
  /** Needs of other countries that ask for the same as this need, what is most like it first; none for an offer. */
  alikeNeeds(id: NoteId): readonly NoteId[]
  /** What would help a note that has no likely match; `undefined` for a note that is not known. */
  outlookOf(id: NoteId): Outlook | undefined
  /**
   * What belongs together on the whole wall.
   * @param most notes that are looked through at most in this call; see `remaining` of the answer
   */
  survey(most: number): WallSurvey
  /** From now on all is as if the notes had been read with this vocabulary from the beginning; those that it may change are read anew. */
  relearn(lexicon: Lexicon): void
  /** Words of the notes that nothing explains, those of the most notes first. */
  unexplained(limit: number): readonly UnexplainedWord[]
  /** What a note is about, clearest first: one topic or two, none where it is not plain. */
  topicsOf(id: NoteId): readonly string[]
  readonly likelyFrom: number
  readonly possibleFrom: number
}

interface Entry {
  readonly note: MatchableNote
  readonly print: Fingerprint
  readonly keys: readonly string[]
}

export function createMatcher(first: Lexicon): Matcher {
  let lexicon = first
  const entries = new Map<NoteId, Entry>()
  const postings = { need: new Map<string, Set<Entry>>(), offer: new Map<string, Set<Entry>>() }

  /** What a model said of each note. */
  let likeness = new Map<NoteId, Likeness[]>()
  const numberOf = { need: new Map<string, number>(), offer: new Map<string, number>() }
  const count = ({ kind, country }: MatchableNote, more: number): void => {
    numberOf[kind].set(country, (numberOf[kind].get(country) ?? 0) + more)
  }
  const surveyor = createSurveyor({
    noteOf: (id) => entries.get(id)?.note,
    needs: () => [...entries.values()].filter(({ note }) => note.kind === 'need').map(({ note }) => note.id),
    answering(id) {
      const entry = entries.get(id)
      return entry ? scored(entry, POSSIBLE_FROM).map(({ entry: other, score }) => [other.note.id, score] as const) : []
    },
    alike: (id) => alikeTo(id),
    likelihoodOf,
    topicsOf(need, offer) {
      const [one, other] = [entries.get(need), entries.get(offer)]
      return one && other ? explainPair(one.print, other.print).topics.map((topic) => topic.id) : []
    },
  })

  function remove(id: NoteId): void {
    const entry = entries.get(id)
    if (!entry) return
    surveyor.forget(id)
    entries.delete(id)
    count(entry.note, -1)
    const index = postings[entry.note.kind]
    for (const key of entry.keys) {
      const posting = index.get(key)
      posting?.delete(entry)
      if (posting?.size === 0) index.delete(key)
    }
  }

  function upsert(note: MatchableNote): void {
    const before = entries.get(note.id)
    const isSameText = before !== undefined && before.note.text === note.text && before.note.lang === note.lang
    const print = isSameText ? before.print : fingerprint(note.text, note.lang, lexicon)
    remove(note.id)
    const entry: Entry = { note, print, keys: keysOf(print) }
    entries.set(note.id, entry)
    count(note, 1)
    surveyor.forget(note.id)
    const index = postings[note.kind]
    for (const key of entry.keys) {
      const posting = index.get(key)
      if (posting) posting.add(entry)
      else index.set(key, new Set([entry]))
    }
  }

  /** Every note of this kind that shares something telling with the entry and that it may meet. */
  function partners(entry: Entry, kind: MatchableNote['kind']): readonly Entry[] {
    const seen = new Set<Entry>([entry])
    const met: Entry[] = []
    for (const key of entry.keys) {
      for (const other of postings[kind].get(key) ?? []) {
        if (seen.has(other)) continue
        seen.add(other)
        if (mayMeet(entry.note, other.note)) met.push(other)
      }
    }
    return met
  }
  /** The notes of the other kind with a score of at least `from`, in no order. */
  function scored(entry: Entry, from: number): { entry: Entry; score: number }[] {
    const isNeed = entry.note.kind === 'need'
    const found: { entry: Entry; score: number }[] = []
    for (const other of partners(entry, isNeed ? 'offer' : 'need')) {
      const score = isNeed ? pairScore(entry.print, other.print) : pairScore(other.print, entry.print)
      if (score >= from) found.push({ entry: other, score })
    }
    return withLikenesses(entry, found)
  }
  /** Raises what a model calls alike and the words say less of, and adds what they do not find at all. */
  function withLikenesses(entry: Entry, found: { entry: Entry; score: number }[]): typeof found {
    for (const alike of likeness.get(entry.note.id) ?? []) {
      const pair = likenedPair(alike)
      if (!pair) continue
      const other = pair.need === entry ? pair.offer : pair.need
      const known = found.find((one) => one.entry === other)
      const score = byModel(alike.strength)
      if (!known) found.push({ entry: other, score: Math.max(score, pairScore(pair.need.print, pair.offer.print)) })
      else if (known.score < score) known.score = score
    }
    return found
  }
  /** The two notes, while both read as when the model compared them and they may meet. */
  function likenedPair({ need: needId, offer: offerId, sign }: Likeness): { need: Entry; offer: Entry } | undefined {
    const [need, offer] = [entries.get(needId), entries.get(offerId)]
    if (need?.note.kind !== 'need' || offer?.note.kind !== 'offer' || !mayMeet(need.note, offer.note)) return undefined
    return signOfTexts(need.note.text, offer.note.text) === sign ? { need, offer } : undefined
  }
  /** Why, with the model's word where the words alone would not have called it possible. */
  function reasonsOf(need: Entry, offer: Entry): Reasons {
    const reasons = explainPair(need.print, offer.print)
    const said = (likeness.get(need.note.id) ?? []).some((alike) => alike.offer === offer.note.id && likenedPair(alike) !== undefined)
    return said && pairScore(need.print, offer.print) < POSSIBLE_FROM ? { ...reasons, byModel: true } : reasons
  }
  function alikeTo(id: NoteId): (readonly [NoteId, number])[] {
    const entry = entries.get(id)
    if (entry?.note.kind !== 'need') return []
    const found: (readonly [NoteId, number])[] = []
    for (const other of partners(entry, 'need')) {
      // Alike from both ends: a broad need is not the same as each of its parts.
      const score = Math.min(pairScore(entry.print, other.print), pairScore(other.print, entry.print))
      if (score >= ALIKE_FROM) found.push([other.note.id, score])
    }
    return found
  }
  /** How many notes of the other kind there are, and how many of other countries. */
  function oppositeOf({ kind, country }: MatchableNote): Opposite {
    const numbers = numberOf[kind === 'need' ? 'offer' : 'need']
    const all = [...numbers.values()].reduce((sum, number) => sum + number, 0)
    return { all, elsewhere: all - (numbers.get(country) ?? 0) }
  }

  return {
    likelyFrom: LIKELY_FROM,
    possibleFrom: POSSIBLE_FROM,
    remove,
    upsert,
    liken(likenesses) {
      const before = likeness
      likeness = new Map()
      for (const alike of likenesses) {
        for (const id of [alike.need, alike.offer]) likeness.set(id, [...(likeness.get(id) ?? []), alike])
      }
      for (const id of new Set([...before.keys(), ...likeness.keys()])) if (entries.has(id)) surveyor.forget(id)
    },
    relearn(next) {
      const isReadAnew = changeOfReading(lexicon, next)
      lexicon = next
      const notes = [...entries.values()].map(({ note }) => note).filter(({ text, lang }) => isReadAnew(text, lang))
      for (const { id } of notes) remove(id)
      for (const note of notes) upsert(note)
    },
    unexplained: (limit) => countUnexplained(entries.values(), limit),

    topicsOf(id) {
      const weighed = (entries.get(id)?.print.topics ?? []).map(({ id: topic, strength, weight }) => ({ topic, weighs: Math.floor((strength * weight) / 1000) }))
      const plain = weighed.filter(({ weighs }) => weighs >= ABOUT_FROM).sort((a, b) => b.weighs - a.weighs || (a.topic < b.topic ? -1 : 1))
      return plain.slice(0, MOST_TOPICS).map(({ topic }) => topic)
    },

    candidatesFor(id, limit) {
      const entry = entries.get(id)
      if (!entry) return []
      const found = scored(entry, SHOWN_FROM)
      found.sort((a, b) => b.score - a.score || (a.entry.note.id < b.entry.note.id ? -1 : 1))
      return spreadCountries(found).slice(0, limit).map(({ entry: other, score }) => ({
        id: other.note.id,
        score,
        likelihood: likelihoodOf(score),
        reasons: entry.note.kind === 'need' ? reasonsOf(entry, other) : reasonsOf(other, entry),
      }))
    },
    alikeNeeds: (id) => bestLinks(new Map(alikeTo(id))).map(([other]) => other),
    outlookOf(id) {
      const entry = entries.get(id)
      return entry && outlookOf(entry.note.text, entry.print, oppositeOf(entry.note))
    },
    survey: (most) => surveyor.survey(most),
  }
}

const likelihoodOf = (score: number): Candidate['likelihood'] =>
  score >= LIKELY_FROM ? 'likely' : score >= POSSIBLE_FROM ? 'possible' : 'faint'

/** What a note is found by. Common words find nobody; kinds of help alone neither. */
function keysOf(print: Fingerprint): readonly string[] {
  const stems = print.stems.filter((trace) => trace.weight >= 300)
  return [...print.topics.map((trace) => `#${trace.subject}`), ...stems.map((trace) => trace.stem)]
}

/** Lets at most two of one country stand among the first five; who has to wait comes right after. */
function spreadCountries<T extends { entry: Entry }>(ranked: readonly T[]): readonly T[] {
  const first: T[] = []
  const waiting: T[] = []
  const ofCountry = new Map<string, number>()
  let at = 0
  for (const candidate of ranked) {
    if (first.length === FIRST) break
    at++
    const { country } = candidate.entry.note
    const count = ofCountry.get(country) ?? 0
    if (count >= OF_ONE_COUNTRY) {
      waiting.push(candidate)
      continue
    }
    ofCountry.set(country, count + 1)
    first.push(candidate)
  }
  return [...first, ...waiting, ...ranked.slice(at)]
}
