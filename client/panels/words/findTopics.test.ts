import { expect, test } from 'vitest'
import { topicLabels } from '#shared/matching/topicLabels.ts'
import vocabulary from '#shared/matching/vocabulary.json' with { type: 'json' }
import { findTopics } from './findTopics.ts'

const labels = topicLabels(vocabulary)

test('M34 a topic is found by part of its name, without accents, in any of the seven languages', () => {
  expect(findTopics(labels, 'peat', 'en')[0]).toMatchObject({ id: 'peatlands' })
  expect(findTopics(labels, 'recifs corall', 'fr')[0]).toMatchObject({ id: 'coral-reefs' })
  const [found] = findTopics(labels, 'turberas', 'en')
  expect(found).toEqual({ id: 'peatlands', label: labels['peatlands']?.en, foundBy: labels['peatlands']?.es })
})

test('M34 without a word every topic is offered, once, in the order of the reader', () => {
  const all = findTopics(labels, ' ', 'es')
  expect(new Set(all.map(({ id }) => id)).size).toBe(vocabulary.topics.length)
  expect(all.map(({ label }) => label)).toEqual(all.map(({ label }) => label).sort(new Intl.Collator('es').compare))
  expect(findTopics(labels, 'xyzzy', 'en')).toEqual([])
})
