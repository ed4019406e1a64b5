import { expect, it } from 'vitest'
import { LANGUAGES, type Language } from '#shared/wall/schema.ts'
import { markOf } from './markOf.ts'

const TOPICS = 40
const labels = Object.fromEntries(Array.from({ length: TOPICS }, (_, at) => [`t${at}`, Object.fromEntries(LANGUAGES.map((language) => [language, `<${at}>`])) as Record<Language, string>]))
const topicIn = (text: string): number => Number(/<(\d+)>/.exec(text)?.[1])

/** Every topic a direction of its own, leaning towards one that all share. */
const leaning = (shared: number) => (text: string): Promise<Float32Array> => {
  const vector = new Float32Array(TOPICS + 1)
  vector[TOPICS] = Math.sqrt(shared)
  vector[topicIn(text)] = Math.sqrt(1 - shared)
  return Promise.resolve(vector)
}

it('M47 a model that tells all topics apart is believed from one half on, and finds all of them', async () => {
  expect(await markOf(leaning(0), labels)).toEqual({ from: 0.5, finds: 1 })
})

it('M47 a model for which everything is near is believed only above what different topics reach', async () => {
  const { from, finds } = await markOf(leaning(0.8), labels)
  expect(from).toBeCloseTo(0.8)
  expect(finds).toBe(1)
  expect((await markOf(() => Promise.resolve(Float32Array.of(1, 0)), labels)).from).toBe(1)
})
