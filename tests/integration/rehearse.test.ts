import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Vocabulary } from '#shared/matching/vocabulary.ts'
import { inventDelegates, MOST_DELEGATES } from '../../scripts/rehearsal/inventDelegates.ts'
import { createNoteInventor } from '../../scripts/rehearsal/inventNotes.ts'
import { readArguments, type Rehearsal } from '../../scripts/rehearsal/readArguments.ts'
import { rehearse } from '../../scripts/rehearsal/rehearse.ts'
import { reportInWords } from '../../scripts/rehearsal/reportInWords.ts'
import { seededRandom } from '../../scripts/rehearsal/seededRandom.ts'
import { timetable } from '../../scripts/rehearsal/timetable.ts'
import { NOTE_KINDS } from '#shared/wall/schema.ts'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import type { Edit } from '#shared/wall/edit.ts'
import { readWall } from '#shared/wall/readWall.ts'
import { watchWall } from '#shared/wall/watchWall.ts'
import { startTestServer, type TestServer } from '../support/startTestServer.ts'
import { stockProvider, whenSynced } from '../support/stockProvider.ts'
import { join, makeWall, type MadeWall } from '../support/wallApi.ts'

const vocabulary = JSON.parse(await readFile(new URL('../../shared/matching/vocabulary.json', import.meta.url), 'utf8')) as Vocabulary

describe('on a real server', () => {
  let server: TestServer
  let wall: MadeWall
  beforeAll(async () => {
    server = await startTestServer()
    wall = await makeWall(server.url)
  })
  afterAll(() => server.close())

  const run = (link: string, more: Partial<Rehearsal> = {}) => {
    const read = readArguments(['--link', link, '--people', '5', '--notes', '3', '--seconds', '1'])
    if (!read.ok) throw new Error(read.message)
    return rehearse({ ...read.value, ...more }, { vocabulary, random: seededRandom(7), signal: new AbortController().signal })
  }

  it('delegates join, write, are saved, see each other’s notes, and leave by themselves', async () => {
    const { token, participant } = await join(server.url, wall.id, { key: wall.keys.facilitator })
    if (!participant) throw new Error('The facilitator is nobody.')
    const facilitator = stockProvider(server.url, wall.id, token)
    await whenSynced(facilitator)
    // Somebody tidies while they write: a note that is moved is not a note that arrives again.
    const { stop } = watchWall(facilitator.doc, ({ wall, notes }) => {
      const fresh = [...notes].flatMap((id) => wall.notes.get(id) ?? []).filter(({ at }) => Number.isInteger(at[0]))
      const moves = fresh.map(({ id, at }): Edit => ({ type: 'moveNote', id, to: [at[0] + 0.5, at[1]] }))
      if (moves.length > 0) applyEdits(facilitator.doc, moves, { participant, now: 0, origin: undefined })
    })
    const report = await run(wall.links.participant)
    stop()
    expect(report).toMatchObject({ joined: 5, written: 15, fewestSeen: 15, troubles: [] })
    expect(report.savedMs).toHaveLength(20) // 15 notes and 5 greetings
    expect(report.seenMs).toHaveLength(15 * 4)

    const { notes, people } = readWall(facilitator.doc)
    facilitator.destroy()
    expect(people.size).toBe(5)
    expect(new Set(Array.from(notes.values(), ({ text }) => text)).size).toBe(15)
    expect(new Set(Array.from(notes.values(), ({ at }) => at.join())).size).toBe(15)
  })

  it.each([
    ['E1 the viewer link', () => wall.links.viewer, /viewer link.*participant link/],
    ['the facilitator link', () => wall.links.facilitator, /facilitator link.*participant link/],
    ['E1 a key of no wall', () => `${server.url}/w/${wall.id}#k=${'x'.repeat(22)}`, /wrong or incomplete/],
    ['E1 a wall that is not there', () => `${server.url}/w/${'y'.repeat(22)}#k=${wall.keys.participant}`, /no such wall/],
    ['a server that is not there', () => `http://127.0.0.1:1/w/${wall.id}#k=${wall.keys.participant}`, /Nothing answers at http:\/\/127.0.0.1:1/],
  ])('says what is wrong with %s', async (_, link, message) => {
    await expect(run(link())).rejects.toThrow(message)
  })

  it('ends early when told to', async () => {
    const read = readArguments(['--link', wall.links.participant, '--people', '2', '--seconds', '3000'])
    if (!read.ok) throw new Error(read.message)
    const stop = new AbortController()
    const report = await rehearse(read.value, {
      vocabulary,
      random: () => 0,
      signal: stop.signal,
      onProgress: (joined) => joined === 1 && stop.abort(),
    })
    expect(report).toMatchObject({ joined: 1, troubles: [] })
  })
})

describe('what was asked for', () => {
  const link = `http://localhost:4321/w/${'w'.repeat(22)}#k=${'k'.repeat(22)}`

  it('a link alone means forty people, ten notes each, one minute', () => {
    expect(readArguments(['--link', link])).toEqual({
      ok: true,
      value: { origin: 'http://localhost:4321', wall: 'w'.repeat(22), key: 'k'.repeat(22), people: 40, notes: 10, seconds: 60 },
    })
  })

  it.each([
    [[], /--link is missing/],
    [['--link'], /link/],
    [['--link', 'wall'], /no address/],
    [['--link', 'ftp://a/w/b#k=c'], /no address/],
    [['--link', 'http://localhost:4321/'], /no link to a wall/],
    [['--link', 'http://localhost:4321/w/a%20b#k=c'], /after \/w\//],
    [['--link', link.slice(0, -3)], /not whole/],
    [['--link', link.split('#').at(0) ?? ''], /not whole/],
    [['--link', `${link}!`], /damaged.*after #k=/],
    [['--link', link, '--peple', '3'], /--peple[^]*Usage/],
    [['--link', link, '--people', '0'], /--people is 0; .* from 1 to/],
    [['--link', link, '--people', '1e9'], /--people is 1e9/],
    [['--link', link, '--notes', 'ten'], /--notes is ten/],
    [['--link', link, '--notes', '2.5'], /--notes is 2.5/],
    [['--link', link, '--seconds', '86400'], /--seconds is 86400/],
    [['--link', link, '--people', '300', '--notes', '50'], /more than a wall of 10000/],
  ])('%j is answered in words', (args, message) => {
    const read = readArguments(args)
    expect(!read.ok && read.message).toMatch(message)
  })
})

it('names come once, from many countries, in all seven languages', () => {
  const everybody = inventDelegates(MOST_DELEGATES)
  expect(new Set(everybody.map(({ name }) => name)).size).toBe(MOST_DELEGATES)
  expect(new Set(inventDelegates(40).map(({ country }) => country)).size).toBeGreaterThan(20)
  expect(new Set(inventDelegates(10).map(({ lang }) => lang)).size).toBe(7)
  expect(() => inventDelegates(MOST_DELEGATES + 1)).toThrow(RangeError)
})

it('four hundred notes of one language and kind differ', () => {
  const invent = createNoteInventor(vocabulary, seededRandom(1))
  for (const kind of NOTE_KINDS) {
    const texts = Array.from({ length: 400 }, () => invent('ru', kind).text)
    expect(new Set(texts).size).toBe(400)
    expect(texts.some((text) => text.includes('%') || text.includes('undefined'))).toBe(false)
  }
})

it('everybody is in before anybody reads only, and writes after having come in', () => {
  const { joinsMs, writesMs } = timetable(30, 20, 60_000, seededRandom(3))
  expect(Math.max(...joinsMs)).toBeLessThanOrEqual(12_000)
  writesMs.forEach((moments, person) => {
    expect(moments).toHaveLength(20)
    expect(Math.min(...moments)).toBeGreaterThanOrEqual(joinsMs[person] ?? NaN)
    expect(Math.max(...moments)).toBeLessThanOrEqual(51_000)
    expect([...moments].sort((a, b) => a - b)).toEqual(moments)
  })
})

it('the report tells the median, the 95th of a hundred, and each trouble once', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index)
  const rehearsal = { origin: '', wall: '' as MadeWall['id'], key: '', people: 2, notes: 50, seconds: 9 }
  const report = { joined: 1, written: 100, fewestSeen: 99, savedMs: hundred, seenMs: [], troubles: ['busy', 'busy'] }
  const words = reportInWords(report, rehearsal)
  expect(words).toContain('Joined   1 of 2 people')
  expect(words).toContain('99 of 100 notes')
  expect(words).toContain('half within 50 ms, 95 % within 95 ms')
  expect(words).toContain('2 times: busy')
})
