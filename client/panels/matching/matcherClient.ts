import type { Candidate, MatchableNote } from '#shared/matching/createMatcher.ts'
import type { MatcherAnswer, MatcherRequest, Standing } from '#shared/matching/serveMatcher.ts'
import type { Lesson } from '#shared/matching/teachWords.ts'
import type { TopicLabels } from '#shared/matching/topicLabels.ts'
import type { UnexplainedWord } from '#shared/matching/unexplainedWords.ts'
import type { WallSurvey } from '#shared/matching/wallSurvey.ts'
import type { MeetingPlan, MeetingRequest } from '#shared/meetings/planMeetings.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import type { Likeness } from '#shared/wall/likenesses.ts'
import type { Note } from '#shared/wall/schema.ts'

/** What the matcher says of one note. */
export interface Ranking {
  /** Best first. */
  readonly candidates: readonly Candidate[]
  /** `undefined` when the note is gone. */
  readonly standing: Standing | undefined
}

/** The matcher in its worker, as a screen uses it. */
export interface MatcherClient {
  /**
   * Tells what came, changed or left: `ids` as `session.onNotes` gives them, looked up in the wall as it is now.
   * The first call gives all of them: `update(wall.notes.keys(), wall.notes)`.
   */
  update(ids: Iterable<NoteId>, notes: ReadonlyMap<NoteId, Note>): void
  /** The wall's own vocabulary, if it has one, and all that a facilitator has taught; what is not among it any more is forgotten. */
  learn(lessons: readonly Lesson[], vocabulary: string | undefined): void
  /** All that the server's model found; what is not among it any more is forgotten. */
  liken(likenesses: readonly Likeness[]): void
  /**
   * Candidates of each note, as of all updates before this call. Also waits until the matcher is ready.
   * @throws Error when the worker could not start, has failed, or is closed
   */
  rank(ids: readonly NoteId[], limit: number): Promise<ReadonlyMap<NoteId, Ranking>>
  /**
   * What belongs together on the whole wall; the first time it takes a while, and other questions are answered meanwhile.
   * @throws Error as `rank`
   */
  survey(): Promise<WallSurvey>
  /** Words of the notes that nothing explains, those of the most notes first. @throws Error as `rank` */
  unexplained(limit: number): Promise<readonly UnexplainedWord[]>
  /** What each note is about. @throws Error as `rank` */
  topicsOf(ids: readonly NoteId[]): Promise<ReadonlyMap<NoteId, readonly string[]>>
  /** A round of meetings between the notes named. @throws Error as `rank` */
  planMeetings(request: MeetingRequest): Promise<MeetingPlan>
  close(): void
}

/** What of a `Worker` is used; a test puts its own in its place. */
export type MatcherWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror' | 'onmessageerror'>

const startWorker = (): MatcherWorker => new Worker(new URL('./matcher.worker.ts', import.meta.url), { type: 'module' })

/**
 * Starts the matcher. Updates and questions may follow at once; they wait for the worker in their order.
 * @param onReady is given the topics' names, once answers will be quick; and again when the wall has another vocabulary
 */
export function openMatcher(onReady: (labels: TopicLabels) => void, start: () => MatcherWorker = startWorker): MatcherClient {
  const worker = start()
  const open = new Map<number, { resolve: (answer: MatcherAnswer) => void; reject: (error: Error) => void }>()
  let asked = 0
  let failure: Error | undefined

  const send = (request: MatcherRequest): void => worker.postMessage(request)
  const question = (request: (ask: number) => MatcherRequest): Promise<MatcherAnswer> => {
    if (failure) return Promise.reject(failure)
    const ask = ++asked
    return new Promise((resolve, reject) => {
      open.set(ask, { resolve, reject })
      send(request(ask))
    })
  }
  const fail = (error: Error): void => {
    failure = error
    for (const { reject } of open.values()) reject(error)
    open.clear()
    worker.terminate()
  }

  worker.onmessage = ({ data }: MessageEvent<MatcherAnswer>) => {
    if (data.type === 'ready') return onReady(data.labels)
    open.get(data.ask)?.resolve(data)
    open.delete(data.ask)
  }
  worker.onerror = (event) => fail(new Error(`The matcher has failed: ${event.message || 'its worker could not be loaded'}`))
  worker.onmessageerror = () => fail(new Error('The matcher has failed: an answer could not be read'))

  return {
    update(ids, notes) {
      const upserts: MatchableNote[] = []
      const removals: NoteId[] = []
      for (const id of ids) {
        const note = notes.get(id)
        if (note) upserts.push(matchable(note))
        else removals.push(id)
      }
      if (!failure && upserts.length + removals.length > 0) send({ type: 'update', upserts, removals })
    },
    learn(lessons, vocabulary) {
      if (!failure) send({ type: 'learn', lessons: lessons.map(({ language, word, topics }) => ({ language, word, topics })), vocabulary })
    },
    liken(likenesses) {
      if (!failure) send({ type: 'liken', likenesses })
    },
    async rank(ids, limit) {
      const answer = await question((ask) => ({ type: 'rank', ask, ids, limit }))
      if (answer.type !== 'ranked') return new Map()
      const standings = new Map(answer.standings)
      return new Map(answer.candidates.map(([id, candidates]) => [id, { candidates, standing: standings.get(id) }]))
    },
    async survey() {
      for (;;) {
        const answer = await question((ask) => ({ type: 'survey', ask }))
        if (answer.type === 'surveyed' && answer.survey.remaining === 0) return answer.survey
      }
    },
    async unexplained(limit) {
      const answer = await question((ask) => ({ type: 'unexplained', ask, limit }))
      return answer.type === 'unexplained' ? answer.words : []
    },
    async topicsOf(ids) {
      const answer = await question((ask) => ({ type: 'topics', ask, ids }))
      return new Map(answer.type === 'topics' ? answer.topics : [])
    },
    async planMeetings(request) {
      const answer = await question((ask) => ({ type: 'plan', ask, request }))
      return answer.type === 'planned' ? answer.plan : { rounds: [], leftOut: 0 }
    },
    close: () => fail(new Error('The matcher is closed')),
  }
}

const matchable = ({ id, kind, text, lang, author, name, country, writtenBy }: Note): MatchableNote =>
  ({ id, kind, text, lang, author, name, country, writtenBy })
