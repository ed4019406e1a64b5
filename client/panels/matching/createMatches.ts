import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Candidate } from '#shared/matching/createMatcher.ts'
import type { Standing } from '#shared/matching/serveMatcher.ts'
import { topicLabel, type TopicLabels } from '#shared/matching/topicLabels.ts'
import type { UnexplainedWord } from '#shared/matching/unexplainedWords.ts'
import type { SurveyedPair, WallSurvey } from '#shared/matching/wallSurvey.ts'
import type { MeetingPlan, MeetingRequest } from '#shared/meetings/planMeetings.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import type { Language, Note, Wall } from '#shared/wall/schema.ts'
import { isDismissed } from '../../pairing/isDismissed.ts'
import { pairOf } from '../../pairing/pairOf.ts'
import type { Session } from '../../session/openSession.ts'
import { openMatcher, type MatcherClient, type Ranking } from './matcherClient.ts'
import { receive, takeIn, type Shelf } from './shelf.ts'
import { freeFirst, takenOffers } from './takenOffers.ts'

export interface MatchesState {
  readonly status: 'searching' | 'ready' | 'failed'
  /** The candidates of each note that is looked at, as they are shown. */
  readonly shelves: ReadonlyMap<NoteId, Shelf>
  /** Of those the likely and possible ones, shown or waiting, that nobody has decided about: what is counted, and drawn as lines. */
  readonly open: ReadonlyMap<NoteId, readonly Candidate[]>
  /** Offers whose places are all agreed. */
  readonly taken: ReadonlySet<NoteId>
  /** What else is known of these notes. */
  readonly standings: ReadonlyMap<NoteId, Standing>
  /** What belongs together on the whole wall, while somebody looks at all of it. */
  readonly survey: WallSurvey | undefined
  /** The topics' names; empty until the matcher is ready. */
  readonly labels: TopicLabels
}

export interface Matches {
  readonly store: StoreApi<MatchesState>
  /** These notes are looked at from now on, and no others. */
  look(ids: readonly NoteId[]): void
  /** The whole wall is looked at too, as long as anybody does. @returns how to stop looking */
  lookAtWall(): () => void
  /** Shows what has been waiting, for all notes that are looked at. */
  takeIn(): void
  readonly topicLabel: (id: string, language: Language) => string
  /** Words of the wall that the matcher knows nothing about, those of the most notes first. @throws when it has failed */
  unexplained(limit: number): Promise<readonly UnexplainedWord[]>
  /** What each note on the wall is about, as it stands now. @throws when the matcher has failed */
  topics(): Promise<ReadonlyMap<NoteId, readonly string[]>>
  /** The best offers of each need on the wall as it stands now. @throws when the matcher has failed */
  answers(): Promise<readonly SurveyedPair[]>
  /** A round of meetings on the wall as it stands now. @throws when the matcher has failed */
  readonly planMeetings: (request: MeetingRequest) => Promise<MeetingPlan>
  /** Begins to follow the wall; gives back how to stop. */
  start(): () => void
}

/** Notes of one sentence typed by a room arrive many a second; the lists need not follow every letter. */
const BATCH_MS = 250
/** Far more than anybody reads, so that what is shown does not fall out because of newcomers. */
const MOST_CANDIDATES = 40

/** Keeps the candidates of a few notes up to date while the wall changes, in the order in which they are read. */
export function createMatches(session: Session, open: (onReady: (labels: TopicLabels) => void) => MatcherClient = openMatcher): Matches {
  const store = createStore<MatchesState>(() => ({ status: 'searching', shelves: new Map(), open: new Map(), taken: new Set(), standings: new Map(), survey: undefined, labels: {} }))
  const wall = (): Wall => session.store.getState().wall
  let matcher: MatcherClient | undefined
  let looked: readonly NoteId[] = []
  /** How many look at the whole wall. */
  let wallLooks = 0
  /** What the matcher said last, with the text each note had when it was asked. */
  let latest: ReadonlyMap<NoteId, Ranking & { text: string }> = new Map()
  /** What the matcher knows. */
  let told = new Map<NoteId, Note>()
  const changed = new Set<NoteId>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = 0

  /** Brings what the matcher said last onto the shelves; a note it has not spoken of yet has none. */
  function arrange(put: typeof receive): void {
    const { shelves: before } = store.getState()
    const shelves = new Map<NoteId, Shelf>()
    const openOnes = new Map<NoteId, readonly Candidate[]>()
    const standings = new Map<NoteId, Standing>()
    const taken = takenOffers(wall())
    for (const id of looked) {
      const said = latest.get(id)
      if (!said) continue
      const settled = isSettled(id)
      const shelf = put(before.get(id), said.text, freeFirst(said.candidates, taken), settled)
      shelves.set(id, shelf)
      openOnes.set(id, [...shelf.first, ...shelf.waiting].filter((candidate) => !settled(candidate)))
      if (said.standing) standings.set(id, said.standing)
    }
    store.setState({ shelves, open: openOnes, taken, standings })
  }

  /** Whether the person has put a candidate aside, or the two sides are already talking. */
  function isSettled(id: NoteId): (candidate: Candidate) => boolean {
    const { notes, pairs } = wall()
    const note = notes.get(id)
    return (candidate) => {
      const pair = note && pairs.get(pairOf(note, candidate.id))
      return pair !== undefined && (pair.state !== undefined || isDismissed(pair, session.me?.id, notes))
    }
  }

  async function ask(from: MatcherClient): Promise<void> {
    const number = ++asked
    const { notes } = wall()
    const isWanted = (): boolean => number === asked && from === matcher
    try {
      const rankings = await from.rank(looked, MOST_CANDIDATES)
      if (!isWanted()) return
      latest = new Map([...rankings].map(([id, ranking]) => [id, { ...ranking, text: notes.get(id)?.text ?? '' }]))
      arrange(receive)
      store.setState({ status: 'ready' })
      if (wallLooks === 0) return
      const survey = await from.survey()
      if (isWanted() && wallLooks > 0) store.setState({ survey })
    } catch {
      // The worker could not start or has failed; the panel says so, everything else works without it.
      if (isWanted()) store.setState({ status: 'failed' })
    }
  }

  /** Tells the matcher what it cares about: a note that was only moved matches as before. */
  function tell(): void {
    timer = undefined
    const { notes } = wall()
    const news = [...changed].filter((id) => !isSameMatter(told.get(id), notes.get(id)))
    changed.clear()
    for (const id of news) {
      const note = notes.get(id)
      if (note) told.set(id, note)
      else told.delete(id)
    }
    if (!matcher || (news.length === 0 && store.getState().status !== 'searching')) return
    matcher.update(news, notes)
    void ask(matcher)
  }
  function noteChanges(ids: Iterable<NoteId>): void {
    for (const id of ids) changed.add(id)
    timer ??= setTimeout(tell, BATCH_MS)
  }

  /** The matcher, which knows the wall as it stands now: what waits to be told is told first. */
  function informed(): MatcherClient {
    if (!matcher) throw new Error('The matcher has not been started')
    if (timer !== undefined) {
      clearTimeout(timer)
      tell()
    }
    return matcher
  }

  return {
    store,
    topics: async () => informed().topicsOf([...wall().notes.keys()]),
    answers: async () => (await informed().survey()).pairs,
    planMeetings: async (request) => informed().planMeetings(request),
    look(ids) {
      looked = ids
      arrange(receive)
      // Before the first telling the answers would be empty, and empty lists would flicker.
      if (matcher && told.size > 0) void ask(matcher)
    },
    lookAtWall() {
      if (++wallLooks === 1 && matcher && told.size > 0) void ask(matcher)
      return () => {
        if (--wallLooks === 0) store.setState({ survey: undefined })
      }
    },
    takeIn: () => arrange(takeIn),
    topicLabel: (id, language) => topicLabel(store.getState().labels, id, language),
    unexplained: async (limit) => informed().unexplained(limit),
    start() {
      const started = open((labels) => store.setState({ labels }))
      matcher = started
      const learn = ({ words, settings }: Wall): void => started.learn(words, settings.vocabulary)
      if (wall().words.length > 0 || wall().settings.vocabulary !== undefined) learn(wall())
      if (wall().likenesses.length > 0) started.liken(wall().likenesses)
      told = new Map()
      noteChanges(wall().notes.keys())
      const stopNotes = session.onNotes(noteChanges)
      const stopFacts = session.store.subscribe((state, before) => {
        if (state.wall.pairs !== before.wall.pairs) arrange(receive)
        if (state.wall.words !== before.wall.words || state.wall.settings.vocabulary !== before.wall.settings.vocabulary) {
          learn(state.wall)
          void ask(started)
        }
        if (state.wall.likenesses !== before.wall.likenesses) {
          started.liken(state.wall.likenesses)
          void ask(started)
        }
      })
      return () => {
        matcher = undefined
        clearTimeout(timer)
        timer = undefined
        stopNotes()
        stopFacts()
        started.close()
      }
    },
  }
}

function isSameMatter(one: Note | undefined, other: Note | undefined): boolean {
  if (!one || !other) return one === other
  const { kind, text, lang, author, name, country, places } = other
  return one.kind === kind && one.text === text && one.lang === lang && one.author === author && one.name === name && one.country === country && one.places === places
}
