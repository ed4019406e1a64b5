import { create } from 'zustand'
import type { TopicLabels } from '#shared/matching/topicLabels.ts'
import type { NoteId } from '#shared/wall/ids.ts'

/** What the matcher has found out about the notes of the wall; `undefined` until it has, or while nobody asks. */
export interface NoteFacts {
  /** What each note is about, clearest first. */
  readonly topics: ReadonlyMap<NoteId, readonly string[]> | undefined
  /** Needs that nobody is interested in, and that no likely offer hangs for. */
  readonly unanswered: ReadonlySet<NoteId> | undefined
  /** The topics' names. */
  readonly labels: TopicLabels
}

export const NO_FACTS: NoteFacts = { topics: undefined, unanswered: undefined, labels: {} }
export const useNoteFacts = create<NoteFacts>(() => NO_FACTS)
