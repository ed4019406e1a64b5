import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import generated from '#shared/generated/lexicon.json' with { type: 'json' }
import { createMatcher, type MatchableNote } from '#shared/matching/createMatcher.ts'
import { fieldOf } from '#shared/matching/fieldOf.ts'
import { openLexicon } from '#shared/matching/lexicon.ts'
import { packVocabulary } from '#shared/matching/packVocabulary.ts'
import { parseVocabulary, type NamedVocabulary } from '#shared/matching/parseVocabulary.ts'
import type { MatcherAnswer, MatcherRequest } from '#shared/matching/serveMatcher.ts'
import { teachWords, type Lesson } from '#shared/matching/teachWords.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import { asNote } from '../../bench/matching/rankSet.ts'
import type { LabelledSet } from '../../bench/matching/labelledSet.ts'
import { serverAndBrowser } from '../support/serverAndBrowser.ts'

const { server, browser } = await serverAndBrowser()

const LIMIT = 20
const set = JSON.parse(await readFile(join(import.meta.dirname, '../../bench/data/matching-blind.json'), 'utf8')) as LabelledSet
const notes = set.notes.map(asNote)

/** Words of these notes, some of which mean something else to the vocabulary. */
const LESSONS: readonly Lesson[] = [
  { language: 'en', word: 'rangers', topics: ['coral-reefs'] },
  { language: 'es', word: 'monitoreo', topics: ['peatlands'] },
  { language: 'ru', word: 'данные', topics: ['peatlands'] },
  { language: 'zh', word: '培训', topics: ['coral-reefs'] },
]

/** The published example of a vocabulary of another field, as a wall carries it. */
const FIELD = packVocabulary(await readExample())

/** Added in another order, some with another text first, and some that are gone again; what was taught or loaded first is forgotten. */
const lifeWith = (vocabulary: string | undefined): readonly MatcherRequest[] => [
  { type: 'learn', lessons: [], vocabulary: vocabulary === undefined ? FIELD : undefined },
  { type: 'learn', lessons: [{ language: 'en', word: 'peatland', topics: ['pollution-plastics'] }], vocabulary: undefined },
  { type: 'update', upserts: notes.filter((_, at) => at % 3 === 0).map((note) => ({ ...note, text: `${note.text} peatland` })), removals: [] },
  { type: 'update', upserts: notes.toReversed().map((note): MatchableNote => ({ ...note, id: `${note.id}-gone` as NoteId })), removals: [] },
  { type: 'update', upserts: notes.toReversed(), removals: notes.map((note) => `${note.id}-gone` as NoteId) },
  { type: 'learn', lessons: LESSONS, vocabulary },
]

describe('the matcher in a browser', () => {
  it.each([
    ['M17 M30 gives to the letter the lists that Node gives, reasons included, whatever the notes went through', undefined],
    ['M17 M37 and so it does with the vocabulary of another field', FIELD],
  ])('%s', async (_, vocabulary) => {
    const page = await browser.newPage()
    await page.goto(server.url)
    const ids = notes.map(({ id }) => id).toSorted()
    const requests: MatcherRequest[] = [...lifeWith(vocabulary), { type: 'rank', ask: 1, ids, limit: LIMIT }]
    const inChromium = await page.evaluate(
      ({ url, asked }) =>
        new Promise<string>((resolve, reject) => {
          const matcher = new Worker(url, { type: 'module' })
          matcher.onerror = (event) => reject(new Error(event.message))
          matcher.onmessage = ({ data }: MessageEvent<MatcherAnswer>) => {
            if (data.type === 'ranked') resolve(JSON.stringify(data.candidates))
          }
          for (const request of asked) matcher.postMessage(request)
        }),
      { url: await workerUrl(), asked: requests },
    )
    const matcher = createMatcher(openLexicon(teachWords(fieldOf(generated, vocabulary), LESSONS)))
    for (const note of notes) matcher.upsert(note)
    const inNode = JSON.stringify(ids.map((id) => [id, matcher.candidatesFor(id, LIMIT)]))
    expect(inNode.length).toBeGreaterThan(50_000)
    expect(hash(inChromium)).toBe(hash(inNode))
  })

  it('tells the page when the vocabulary cannot be had', async () => {
    const page = await browser.newPage({ serviceWorkers: 'block' }) // it would fetch past the route
    await page.route('**/lexicon-*.json', (route) => route.fulfill({ status: 404 }))
    await page.goto(server.url)
    const told = await page.evaluate(
      (url) =>
        new Promise<string>((resolve) => {
          const matcher = new Worker(url, { type: 'module' })
          matcher.onerror = ({ message }) => resolve(message)
          matcher.postMessage({ type: 'rank', ask: 1, ids: [], limit: 1 })
        }),
      await workerUrl(),
    )
    expect(told).toContain('The vocabulary could not be loaded: 404')
  })
})

async function readExample(): Promise<NamedVocabulary> {
  const parsed = parseVocabulary(await readFile(join(import.meta.dirname, '../../docs/vocabulary.example.json'), 'utf8'))
  if (!parsed.ok) throw new Error('The published example is no vocabulary')
  return parsed.vocabulary
}

/** The worker as it is built, whatever its name. */
async function workerUrl(): Promise<string> {
  const assets = await readdir(join(dirname(inject('builtServer')), '../client/assets'))
  return `/assets/${assets.find((name) => /^matcher\.worker.*\.js$/.test(name)) ?? ''}`
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
