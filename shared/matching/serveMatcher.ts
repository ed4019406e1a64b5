import type { PossibleMeeting } from '#shared/meetings/chooseMeetings.ts'
import { planMeetings, type MeetingPlan, type MeetingRequest } from '#shared/meetings/planMeetings.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import type { Likeness } from '#shared/wall/likenesses.ts'
import { createMatcher, type Candidate, type MatchableNote, type Matcher } from './createMatcher.ts'
import type { CompiledLexicon } from './compileVocabulary.ts'
import { fieldOf } from './fieldOf.ts'
import { openLexicon } from './lexicon.ts'
import type { Outlook } from './outlook.ts'
import { teachWords, type Lesson } from './teachWords.ts'
import type { TopicLabels } from './topicLabels.ts'
import type { UnexplainedWord } from './unexplainedWords.ts'
import type { WallSurvey } from './wallSurvey.ts'

/** What a screen says to its matcher in the worker. Requests are taken in order. */
export type MatcherRequest =
  | { type: 'update'; upserts: readonly MatchableNote[]; removals: readonly NoteId[] }
  /** The wall's vocabulary, if it is not the one that ships, and all that was taught; what was taught before and is not among it is forgotten. */
  | { type: 'learn'; lessons: readonly Lesson[]; vocabulary: string | undefined }
  /** All that the server's model found; what is not among it any more is forgotten. */
  | { type: 'liken'; likenesses: readonly Likeness[] }
  /** `ask` numbers the question; the answer carries it. */
  | { type: 'rank'; ask: number; ids: readonly NoteId[]; limit: number }
  /** Asks what belongs together on the whole wall; asked again while the answer says that something remains. */
  | { type: 'survey'; ask: number }
  | { type: 'unexplained'; ask: number; limit: number }
  | { type: 'topics'; ask: number; ids: readonly NoteId[] }
  | { type: 'plan'; ask: number; request: MeetingRequest }

/** What else is to be said of a note whose candidates were asked for. */
export interface Standing {
  readonly outlook: Outlook
  /** See `Matcher.alikeNeeds`. */
  readonly alike: readonly NoteId[]
}

export type MatcherAnswer =
  /** Said again when the wall has another vocabulary. */
  | { type: 'ready'; labels: TopicLabels }
  | {
      type: 'ranked'
      ask: number
      candidates: readonly (readonly [NoteId, readonly Candidate[]])[]
      /** Of the notes that are known. */
      standings: readonly (readonly [NoteId, Standing])[]
    }
  | { type: 'surveyed'; ask: number; survey: WallSurvey }
  | { type: 'unexplained'; ask: number; words: readonly UnexplainedWord[] }
  | { type: 'topics'; ask: number; topics: readonly (readonly [NoteId, readonly string[]])[] }
  | { type: 'planned'; ask: number; plan: MeetingPlan }

/** Notes that are looked through between two messages: what somebody asks of their own notes need not wait for all of the wall. */
const SURVEY_STEP = 100

/** A matcher behind messages. Says `ready` once the vocabulary is open. */
export function serveMatcher(shipped: CompiledLexicon, answer: (message: MatcherAnswer) => void): (request: MatcherRequest) => void {
  const matcher = createMatcher(openLexicon(shipped))
  let field: { readonly vocabulary: string | undefined; readonly compiled: CompiledLexicon } = { vocabulary: undefined, compiled: shipped }
  answer({ type: 'ready', labels: shipped.labels })
  return (request) => {
    switch (request.type) {
      case 'update':
        for (const id of request.removals) matcher.remove(id)
        for (const note of request.upserts) matcher.upsert(note)
        return
      case 'learn':
        if (request.vocabulary !== field.vocabulary) {
          field = { vocabulary: request.vocabulary, compiled: fieldOf(shipped, request.vocabulary) }
          answer({ type: 'ready', labels: field.compiled.labels })
        }
        matcher.relearn(openLexicon(teachWords(field.compiled, request.lessons)))
        return
      case 'liken':
        matcher.liken(request.likenesses)
        return
      case 'rank':
        answer({
          type: 'ranked',
          ask: request.ask,
          candidates: request.ids.map((id) => [id, matcher.candidatesFor(id, request.limit)] as const),
          standings: request.ids.flatMap((id) => {
            const outlook = matcher.outlookOf(id)
            return outlook ? [[id, { outlook, alike: matcher.alikeNeeds(id) }] as const] : []
          }),
        })
        return
      case 'survey':
        answer({ type: 'surveyed', ask: request.ask, survey: matcher.survey(SURVEY_STEP) })
        return
      case 'unexplained':
        answer({ type: 'unexplained', ask: request.ask, words: matcher.unexplained(request.limit) })
        return
      case 'topics':
        answer({ type: 'topics', ask: request.ask, topics: request.ids.map((id) => [id, matcher.topicsOf(id)] as const) })
        return
      case 'plan':
        answer({ type: 'planned', ask: request.ask, plan: planMeetings(worthATable(matcher, request.request), request.request) })
        return
    }
  }
}

/** More candidates than this for one need are not looked at for a table. */
const MOST_FOR_A_TABLE = 40

/** What may meet: whatever is possible or likely. */
function worthATable(matcher: Matcher, { notes }: MeetingRequest): readonly PossibleMeeting[] {
  return notes.flatMap(({ id: need, kind }) => {
    if (kind !== 'need') return []
    const candidates = matcher.candidatesFor(need, MOST_FOR_A_TABLE).filter(({ likelihood }) => likelihood !== 'faint')
    return candidates.map(({ id: offer, score: worth }) => ({ need, offer, worth }))
  })
}
