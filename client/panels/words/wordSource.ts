import type { StoreApi } from 'zustand/vanilla'
import type { TopicLabels } from '#shared/matching/topicLabels.ts'
import type { UnexplainedWord } from '#shared/matching/unexplainedWords.ts'

/** Who reads the notes and knows what words mean: the matcher, in its worker. */
export interface WordSource {
  /** The topics' names; empty until the matcher is ready. */
  readonly store: Pick<StoreApi<{ readonly labels: TopicLabels }>, 'getState' | 'getInitialState' | 'subscribe'>
  /** Words of the wall that nothing is known of, those of the most notes first. @throws when the matcher has failed */
  unexplained(limit: number): Promise<readonly UnexplainedWord[]>
}
