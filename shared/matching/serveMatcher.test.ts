import { expect, test } from 'vitest'
import type { NoteId, ParticipantId } from '#shared/wall/ids.ts'
import { compileVocabulary } from './compileVocabulary.ts'
import facets from './facets.json' with { type: 'json' }
import { serveMatcher, type MatcherAnswer } from './serveMatcher.ts'
import { topicLabel } from './topicLabels.ts'
import things from './things.json' with { type: 'json' }
import vocabulary from './vocabulary.json' with { type: 'json' }

test('says ready with the topics\' names, then answers each question by its number', () => {
  const answers: MatcherAnswer[] = []
  const serve = serveMatcher(compileVocabulary(vocabulary, facets, things), (answer) => answers.push(answer))
  const [ready] = answers
  expect(ready?.type === 'ready' && topicLabel(ready.labels, 'peatlands', 'fr')).toBe('tourbières')

  const id = (name: string): NoteId => name as NoteId
  const note = { lang: 'en', name: 'A', writtenBy: undefined, text: 'Peatland rewetting' }
  serve({
    type: 'update',
    upserts: [
      { ...note, id: id('n'), kind: 'need', author: 'a' as ParticipantId, country: 'id' },
      { ...note, id: id('o'), kind: 'offer', author: 'b' as ParticipantId, country: 'gb' },
    ],
    removals: [],
  })
  serve({ type: 'rank', ask: 7, ids: [id('n'), id('unknown')], limit: 5 })
  serve({ type: 'update', upserts: [], removals: [id('o')] })
  serve({ type: 'rank', ask: 8, ids: [id('n')], limit: 5 })
  expect(answers.slice(1)).toMatchObject([
    { type: 'ranked', ask: 7, candidates: [['n', [{ id: 'o' }]], ['unknown', []]], standings: [['n', { outlook: { elsewhere: 1 }, alike: [] }]] },
    { type: 'ranked', ask: 8, candidates: [['n', []]], standings: [['n', { outlook: { help: 'first' } }]] },
  ])
})

test('a topic the vocabulary does not know is called by its id', () => {
  expect(topicLabel({}, 'soil', 'en')).toBe('soil')
})
