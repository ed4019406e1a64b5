import { expect, test, vi } from 'vitest'
import { compileVocabulary } from '#shared/matching/compileVocabulary.ts'
import facets from '#shared/matching/facets.json' with { type: 'json' }
import { serveMatcher, type MatcherAnswer, type MatcherRequest } from '#shared/matching/serveMatcher.ts'
import things from '#shared/matching/things.json' with { type: 'json' }
import vocabulary from '#shared/matching/vocabulary.json' with { type: 'json' }
import type { NoteId, ParticipantId } from '#shared/wall/ids.ts'
import type { Note } from '#shared/wall/schema.ts'
import { openMatcher, type MatcherWorker } from './matcherClient.ts'

const noteOf = (id: string, kind: 'need' | 'offer', country: string, text: string): Note =>
  ({ id: id as NoteId, kind, country, text, lang: 'en', name: id, author: id as ParticipantId, at: [0, 0], createdAt: 0, writtenBy: undefined, places: undefined })
const notes = new Map([noteOf('n', 'need', 'ke', 'Coral reefs'), noteOf('o', 'offer', 'tz', 'Reef monitoring')].map((note) => [note.id, note]))

/** A worker whose thread starts when the test says so. */
function lateWorker(): { worker: MatcherWorker; begin: () => void } {
  const waiting: MatcherRequest[] = []
  let serve = (request: MatcherRequest): void => void waiting.push(request)
  const worker: MatcherWorker = {
    onmessage: null,
    onerror: null,
    onmessageerror: null,
    terminate: vi.fn(),
    postMessage: (request: MatcherRequest) => serve(structuredClone(request)),
  }
  const begin = (): void => {
    const answer = (data: MatcherAnswer): void => {
      worker.onmessage?.call(worker as Worker, { data: structuredClone(data) } as MessageEvent)
    }
    serve = serveMatcher(compileVocabulary(vocabulary, facets, things), answer)
    waiting.forEach((request) => serve(request))
  }
  return { worker, begin }
}

test('what is told and asked before the worker has started is answered once it has', async () => {
  const { worker, begin } = lateWorker()
  const onReady = vi.fn()
  const client = openMatcher(onReady, () => worker)
  client.update(notes.keys(), notes)
  const asked = client.rank(['n' as NoteId], 5)
  expect(onReady).not.toHaveBeenCalled()
  begin()
  expect(onReady).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ 'coral-reefs': expect.objectContaining({ es: 'arrecifes de coral' }) as unknown }))
  expect((await asked).get('n' as NoteId)?.candidates.map((candidate) => candidate.id)).toEqual(['o'])
})

test('a note that left the wall is told as removed', async () => {
  const { worker, begin } = lateWorker()
  const client = openMatcher(() => undefined, () => worker)
  begin()
  client.update(notes.keys(), notes)
  client.update(['o' as NoteId], new Map([...notes].filter(([id]) => id !== 'o')))
  expect((await client.rank(['n' as NoteId], 5)).get('n' as NoteId)?.candidates).toEqual([])
})

test('M18 the whole wall is looked through in steps, and other questions are answered between them', async () => {
  const { worker, begin } = lateWorker()
  const client = openMatcher(() => undefined, () => worker)
  const many = new Map(
    Array.from({ length: 250 }, (_, at) => noteOf(`m${at}`, at % 2 ? 'offer' : 'need', at % 2 ? 'tz' : 'ke', 'Coral reef monitoring')).map((note) => [note.id, note]),
  )
  begin()
  client.update(many.keys(), many)
  const order: string[] = []
  const survey = client.survey().then((whole) => (order.push('survey'), whole))
  void client.rank(['m0' as NoteId], 5).then(() => order.push('rank'))
  expect((await survey).pairs.filter(({ need }) => need === 'm0').map(({ offer }) => offer)).toEqual(['m1', 'm101', 'm103', 'm105', 'm107'])
  expect(order).toEqual(['rank', 'survey'])
})

test('tells what notes are about, and plans their meetings', async () => {
  const { worker, begin } = lateWorker()
  const client = openMatcher(() => undefined, () => worker)
  client.update(notes.keys(), notes)
  const topics = client.topicsOf(['n' as NoteId, 'gone' as NoteId])
  const asked = [...notes.values()].map(({ id, kind, country }) => ({ id, kind, country, person: id, places: 1 }))
  const plan = client.planMeetings({ notes: asked, begun: [], refused: [], rounds: 1, tables: 1 })
  begin()
  expect(await topics).toEqual(new Map([['n', ['coral-reefs']], ['gone', []]]))
  expect(await plan).toEqual({ rounds: [['n~o']], leftOut: 0 })
})

test('a worker that fails rejects what is open and what comes after, in words', async () => {
  const { worker } = lateWorker()
  const client = openMatcher(() => undefined, () => worker)
  const asked = client.rank(['n' as NoteId], 5)
  worker.onerror?.call(worker as Worker, { message: '' } as ErrorEvent)
  await expect(asked).rejects.toThrow('could not be loaded')
  await expect(client.rank(['n' as NoteId], 5)).rejects.toThrow('could not be loaded')
  client.update(notes.keys(), notes)
})

test('closing ends the worker and every open question', async () => {
  const { worker } = lateWorker()
  const client = openMatcher(() => undefined, () => worker)
  const asked = client.rank(['n' as NoteId], 5)
  client.close()
  await expect(asked).rejects.toThrow('closed')
  expect(worker.terminate).toHaveBeenCalledOnce()
})

test('M30 what is taught is known to every question after it, and what is forgotten is not', async () => {
  const { worker, begin } = lateWorker()
  const client = openMatcher(() => undefined, () => worker)
  begin()
  const hags = new Map([noteOf('n', 'need', 'ke', 'Squelchy hags'), noteOf('o', 'offer', 'tz', 'Peatland maps')].map((note) => [note.id, note]))
  const lessons = [{ language: 'en' as const, word: 'squelchy hags', topics: ['peatlands'] }]
  const found = async (): Promise<unknown> => (await client.rank(['n' as NoteId], 5)).get('n' as NoteId)?.candidates.map(({ id }) => id)
  client.update(hags.keys(), hags)
  expect(await found()).toEqual([])
  expect((await client.unexplained(9)).map(({ word }) => word)).toContain('hags')
  client.learn(lessons, undefined)
  expect(await found()).toEqual(['o'])
  expect((await client.unexplained(9)).map(({ word }) => word)).not.toContain('hags')
  client.learn([], undefined)
  expect(await found()).toEqual([])
})
