import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { execFile } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SAMPLE_NOTES } from '#shared/sample/sampleNotes.ts'
import { exportWall } from '../../scripts/export/exportWall.ts'
import { readArguments } from '../../scripts/export/readArguments.ts'
import { startTestServer, type TestServer } from '../support/startTestServer.ts'
import { makeWall, type MadeWall } from '../support/wallApi.ts'

const run = promisify(execFile)
let server: TestServer
let wall: MadeWall
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pollinate-export-'))
  server = await startTestServer()
  wall = await makeWall(server.url, { sample: true, title: 'A wall to take home' })
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

describe('npm run export', () => {
  test('R14 writes the file that was asked for, in the language that was asked for', async () => {
    const out = join(folder, 'wall.csv')
    const { stdout } = await run('npx', ['tsx', 'scripts/export.ts', '--link', wall.links.viewer, '--out', out, '--language', 'fr'])
    expect(stdout).toContain(out)
    const text = await readFile(out, 'utf8')
    expect(text).toContain('Besoin')
    for (const { name } of SAMPLE_NOTES) expect(text).toContain(name)
  })

  test.each([['pdf', '%PDF-'], ['xlsx', 'PK'], ['docx', 'PK'], ['json', '{'], ['chm', '{']] as const)('R14 %s', async (format, beginning) => {
    const read = readArguments(['--link', wall.links.participant, '--out', join(folder, `wall.${format}`), '--format', format])
    if (!read.ok) throw new Error(read.message)
    const bytes = await exportWall(read.value)
    expect(Buffer.from(bytes.subarray(0, beginning.length)).toString()).toBe(beginning)
    expect(bytes.length).toBeGreaterThan(5000)
  })

  test('R6 R14 no file holds the key of the link', async () => {
    for (const format of ['json', 'csv', 'pdf'] as const) {
      const read = readArguments(['--link', wall.links.participant, '--out', 'x', '--format', format])
      if (!read.ok) throw new Error(read.message)
      expect(Buffer.from(await exportWall(read.value)).includes(wall.keys.participant)).toBe(false)
    }
  })

  test('R20 a full backup is for the facilitator, and no other file', async () => {
    const order = (link: string, format = 'json') => readArguments(['--link', link, '--out', 'x', '--format', format, '--full'])
    const [refused, taken] = [order(wall.links.participant), order(wall.links.facilitator)]
    if (!refused.ok || !taken.ok) throw new Error('The arguments are in order.')
    await expect(exportWall(refused.value)).rejects.toThrow(/link of the facilitator/)
    expect(Buffer.from(await exportWall(taken.value)).toString()).toContain('"isFull": true')
    expect(order(wall.links.facilitator, 'csv')).toMatchObject({ ok: false })
  })

  test.each([
    [['--out', 'x.pdf'], /--link is missing/],
    [['--link', 'http://127.0.0.1:1/w/abc#k=abc', '--out', 'x.odt'], /"\.odt"; it must be one of pdf/],
    [['--link', 'nonsense', '--out', 'x.pdf'], /no address/],
    [['--link', 'http://127.0.0.1:1/w/abc', '--out', 'x.pdf'], /not whole/],
    [['--link', 'x', '--out', 'x.pdf', '--language', 'de'], /one of ar, en/],
    [['--nonsense'], /Usage/],
  ] as const)('R14 %j is answered with a word about it', (args, message) => {
    const read = readArguments(args)
    expect(read.ok ? '' : read.message).toMatch(message)
  })

  test('R14 a wrong link is told in words', async () => {
    const other = await makeWall(server.url)
    const read = readArguments(['--link', `${server.url}/w/${wall.id}#k=${other.keys.viewer}`, '--out', 'x.csv'])
    if (!read.ok) throw new Error(read.message)
    await expect(exportWall(read.value)).rejects.toThrow(/link is wrong/)
  })
})
