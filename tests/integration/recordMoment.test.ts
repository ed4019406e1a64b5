import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join as joinPath } from 'node:path'
import readSheets from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { WebsocketProvider } from 'y-websocket'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import type { NoteId, ParticipantId } from '#shared/wall/ids.ts'
import type { WallFile } from '#shared/wallFile/buildWallFile.ts'
import { exportWall } from '../../scripts/export/exportWall.ts'
import { readArguments } from '../../scripts/export/readArguments.ts'
import { startTestServer, type TestServer } from '../support/startTestServer.ts'
import { stockProvider, whenSynced } from '../support/stockProvider.ts'
import { join, makeWall, type MadeWall } from '../support/wallApi.ts'

const WRITERS = 50

let server: TestServer
let wall: MadeWall
let folder: string
let writers: readonly { readonly provider: WebsocketProvider; readonly participant: ParticipantId }[]
let rounds = 0
let typing: NodeJS.Timeout

beforeAll(async () => {
  folder = await mkdtemp(joinPath(tmpdir(), 'pollinate-moment-'))
  server = await startTestServer()
  wall = await makeWall(server.url)
  writers = await Promise.all(
    Array.from({ length: WRITERS }, async (_, number) => {
      const { token, participant } = await join(server.url, wall.id, { key: wall.keys.participant, name: `Writer ${number}` })
      if (participant === undefined) throw new Error('A participant is somebody.')
      const provider = stockProvider(server.url, wall.id, token)
      await whenSynced(provider)
      return { provider, participant }
    }),
  )
  typing = setInterval(() => {
    rounds++
    for (const [number, writer] of writers.entries()) write(number, writer)
  }, 20)
})
afterAll(async () => {
  clearInterval(typing)
  for (const { provider } of writers) provider.destroy()
  await server.close()
  await rm(folder, { recursive: true })
})

const idOf = (number: number, kind: string): NoteId => `${kind}-${number}` as NoteId

/** A need and an offer come together, and get each letter together: no moment has one without the other. */
function write(number: number, { provider: { doc }, participant }: (typeof writers)[number]): void {
  const kinds = ['need', 'offer'] as const
  const isThere = doc.getMap('notes').has(idOf(number, 'need'))
  const word = ` w${rounds}`
  applyEdits(
    doc,
    kinds.map((kind, at) =>
      isThere
        ? ({ type: 'spliceText', id: idOf(number, kind), offset: Number.MAX_SAFE_INTEGER, remove: 0, insert: word } as const)
        : ({ type: 'placeNote', id: idOf(number, kind), kind, at: [number * 250, at * 250], text: word, lang: 'en', name: `Writer ${number}`, country: 'ke' } as const),
    ),
    { participant, now: 1_700_000_000_000 + number, origin: 'typed' },
  )
}

async function take(format: string): Promise<Uint8Array> {
  const read = readArguments(['--link', wall.links.viewer, '--out', `x.${format}`])
  if (!read.ok) throw new Error(read.message)
  return exportWall(read.value)
}
const words = (text: unknown): readonly string[] => String(text).trim().split(/\s+/)

/** Each writer's two notes say the same, and nothing is missing in between. */
function expectOneMoment(notes: readonly { readonly kind: string; readonly by: string; readonly text: string }[]): void {
  const saying = new Map<string, Record<string, string>>()
  for (const { kind, by, text } of notes) saying.set(by, { ...saying.get(by), [kind.toLowerCase()]: words(text).join(' ') })
  expect(saying.size).toBe(WRITERS)
  for (const said of saying.values()) {
    expect(said.need).toBe(said.offer)
    const numbers = words(said.need).map((word) => Number(word.slice(1)))
    expect(numbers).toEqual(numbers.map((_, at) => (numbers[0] ?? 0) + at))
  }
}

test('R71 a file that is taken while fifty people type is of one moment, whatever its kind', async () => {
  await expect.poll(async () => Object.keys((JSON.parse(Buffer.from(await take('json')).toString()) as WallFile).notes).length).toBe(2 * WRITERS)
  const before = rounds
  const [json, xlsx, pdf] = await Promise.all([take('json'), take('xlsx'), take('pdf')])
  expect(rounds, 'people typed meanwhile').toBeGreaterThan(before)

  const file = JSON.parse(Buffer.from(json).toString()) as WallFile
  expectOneMoment(Object.values(file.notes).map(({ kind, name, text }) => ({ kind: String(kind), by: String(name), text: String(text) })))

  const [header = [], ...rows] = (await readSheets(Buffer.from(xlsx))).find(({ sheet }) => sheet === 'Notes')?.data ?? []
  const cell = (row: (typeof rows)[number], name: string): string => String(row[header.indexOf(name)])
  expectOneMoment(rows.map((row) => ({ kind: cell(row, 'Kind'), by: cell(row, 'Name'), text: cell(row, 'Text') })))

  const path = joinPath(folder, 'wall.pdf')
  await writeFile(path, pdf)
  const text = execFileSync('pdftotext', ['-enc', 'UTF-8', path, '-'], { maxBuffer: 1e8 }).toString()
  const counted = new Map<string, number>()
  for (const word of text.match(/\bw\d+\b/g) ?? []) counted.set(word, (counted.get(word) ?? 0) + 1)
  // A word stands in a need as often as in the offer beside it, wherever the record has them.
  expect(counted.size).toBeGreaterThan(0)
  expect([...counted].filter(([, count]) => count % 2 !== 0)).toEqual([])
})
