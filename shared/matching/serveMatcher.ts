import type { NoteId } from '#shared/wall/ids.ts'
import { createMatcher, type Candidate, type MatchableNote } from './createMatcher.ts'
import type { CompiledLexicon } from './compileVocabulary.ts'
import { openLexicon } from './lexicon.ts'
import type { TopicLabels } from './topicLabels.ts'

/** What a screen says to its matcher in the worker. Requests are taken in order. */
export type MatcherRequest =
  | { type: 'update'; upserts: readonly MatchableNote[]; removals: readonly NoteId[] }
  /** `ask` numbers the question; the answer carries it. */
  | { type: 'rank'; ask: number; ids: readonly NoteId[]; limit: number }

export type MatcherAnswer =
  | { type: 'ready'; labels: TopicLabels }
  | { type: 'ranked'; ask: number; candidates: readonly (readonly [NoteId, readonly Candidate[]])[] }

/** A matcher behind messages. Says `ready` once the vocabulary is open. */
export function serveMatcher(compiled: CompiledLexicon, answer: (message: MatcherAnswer) => void): (request: MatcherRequest) => void {
  const matcher = createMatcher(openLexicon(compiled))
  answer({ type: 'ready', labels: compiled.labels })
  return (request) => {
    switch (request.type) {
      case 'update':
        for (const id of request.removals) matcher.remove(id)
        for (const note of request.upserts) matcher.upsert(note)
        return
      case 'rank':
        answer({
          type: 'ranked',
          ask: request.ask,
          candidates: request.ids.map((id) => [id, matcher.candidatesFor(id, request.limit)] as const),
        })
        return
    }
  }
}
