import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { execFile } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SAMPLE_NOTES } from '#shared/sample/sampleNotes.ts'
import { canHoldContacts, FORMATS, isDrawn } from '../../client/export/formats.ts'
import { exportWall } from '../../scripts/export/exportWall.ts'
import { readArguments } from '../../scripts/export/readArguments.ts'
import { startTestServer, type TestServer } from '../support/startTestServer.ts'
import { extractRawText } from 'mammoth'
import readSheets from 'read-excel-file/node'
import type { WallRestored } from '#shared/protocol/api.ts'
import type { Edit } from '#shared/wall/edit.ts'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import type { NoteId, ParticipantId } from '#shared/wall/ids.ts'
import { stockProvider, whenDoc, whenSynced } from '../support/stockProvider.ts'
import { pdfText } from '../support/pdfText.ts'
import { join as joinWall, makeWall, post, type MadeWall } from '../support/wallApi.ts'

const run = promisify(execFile)
let server: TestServer
let wall: MadeWall
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pollinate-export-'))
  server = await startTestServer()
  wall = await makeWall(server.url, { sample: true, title: 'A wall to take home', place: '  Gigiri, Nairobi ', days: { first: '2026-11-23', last: '2026-11-25' } })
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

  test('R77 place and days stand where a reader looks for it, and come back from the JSON', async () => {
    const bytesOf = async (format: string): Promise<Uint8Array> => {
      const read = readArguments(['--link', wall.links.viewer, '--out', 'x', '--format', format])
      if (!read.ok) throw new Error(read.message)
      return exportWall(read.value)
    }
    for (const format of ['pdf', 'poster']) {
      const path = join(folder, `place-${format}.pdf`)
      await writeFile(path, await bytesOf(format))
      const { stdout: text } = await run('pdftotext', ['-l', '1', path, '-'])
      expect(text).toContain('Gigiri, Nairobi')
      expect(text).toMatch(/November 23\s–\s25, 2026 · as of /)
    }
    expect((await extractRawText({ buffer: Buffer.from(await bytesOf('docx')) })).value).toContain('Gigiri, Nairobi')
    const summary = (await readSheets(Buffer.from(await bytesOf('xlsx')))).find(({ sheet }) => sheet === 'Summary')?.data
    expect(summary).toEqual(expect.arrayContaining([['Place', 'Gigiri, Nairobi'], ['First day', new Date('2026-11-23')], ['Last day', new Date('2026-11-25')]]))
    const file: unknown = JSON.parse(Buffer.from(await bytesOf('json')).toString())
    expect(file).toMatchObject({ settings: { place: 'Gigiri, Nairobi', days: { first: '2026-11-23', last: '2026-11-25' } } })
    const restored = await post(server.url, '/api/walls/restore', { file })
    const { links } = restored.body as WallRestored
    const again = readArguments(['--link', links.viewer, '--out', 'x', '--format', 'json'])
    if (!again.ok) throw new Error(again.message)
    expect(JSON.parse(Buffer.from(await exportWall(again.value)).toString())).toMatchObject({ settings: { place: 'Gigiri, Nairobi', days: { first: '2026-11-23', last: '2026-11-25' } } })
  })

  test('R72 takes the parts, the paper and the greys that were asked for', async () => {
    const out = join(folder, 'parts.pdf')
    const read = readArguments(['--link', wall.links.viewer, '--out', out, '--parts', 'wall,people', '--paper', 'a4', '--grey'])
    if (!read.ok) throw new Error(read.message)
    await writeFile(out, await exportWall(read.value))
    const text = await pdfText(out)
    expect(text).toContain('How the sheets of the wall hang together')
    expect(text).not.toContain('Notes by country')
    const { stdout: raw } = await run('qpdf', ['--qdf', '--object-streams=disable', out, '-'], { encoding: 'latin1', maxBuffer: 1e9 })
    const colours = Array.from(raw.matchAll(/^(\S+) (\S+) (\S+) (?:rg|RG)\b/gm), ([, ...channels]) => new Set(channels).size)
    expect(new Set(colours)).toEqual(new Set([1]))
  })

  test.each([
    [['--out', 'x.pdf'], /--link is missing/],
    [['--link', 'http://127.0.0.1:1/w/abc#k=abc', '--out', 'x.odt'], /"\.odt"; it must be one of pdf/],
    [['--link', 'nonsense', '--out', 'x.pdf'], /no address/],
    [['--link', 'http://127.0.0.1:1/w/abc', '--out', 'x.pdf'], /not whole/],
    [['--link', 'x', '--out', 'x.pdf', '--language', 'de'], /one of ar, en/],
    [['--link', 'x', '--out', 'x.pdf', '--parts', 'wall,maps'], /--parts is maps; it must be one of cover, wall/],
    [['--link', 'x', '--out', 'x.pdf', '--paper', 'a5'], /--paper is a5/],
    [['--link', 'x', '--out', 'x.csv', '--paper', 'a4'], /--paper is for pdf alone/],
    [['--link', 'x', '--out', 'x.csv', '--grey'], /--grey is for what is drawn/],
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

describe('GET /api/walls/<id>/export.pdf', () => {
  const ask = (bearer: string | undefined, query = '', id: string = wall.id) =>
    fetch(`${server.url}/api/walls/${id}/export.pdf${query}`, { headers: bearer === undefined ? {} : { authorization: `Bearer ${bearer}` } })
  const textOf = async (answer: Response): Promise<string> => {
    const path = join(folder, 'answer.pdf')
    await writeFile(path, Buffer.from(await answer.arrayBuffer()))
    return pdfText(path)
  }

  test('R72 gives the facilitator the whole record, and no key is in it', async () => {
    const answer = await ask(wall.keys.facilitator)
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([200, 'application/pdf', 'no-store'])
    const text = await textOf(answer)
    for (const { name } of SAMPLE_NOTES) expect(text).toContain(name)
    expect(text).toContain('Notes by country')
    for (const key of Object.values(wall.keys)) expect(text).not.toContain(key)
  })

  test('R72 in a language, in parts, and with the contacts of those who allow it alone', async () => {
    const chair = await joinWall(server.url, wall.id, { key: wall.keys.facilitator, contact: 'amina@example.org', consent: true })
    await joinWall(server.url, wall.id, { key: wall.keys.participant, name: 'Luis', contact: 'luis@example.org' })
    const doc = stockProvider(server.url, wall.id, chair.token)
    await whenSynced(doc)
    applyEdits(doc.doc, [{ type: 'greet', name: 'Amina', country: 'ke', institution: '' }], { participant: chair.participant as ParticipantId, now: 1, origin: undefined })
    const check = stockProvider(server.url, wall.id, chair.token)
    await whenDoc(check.doc, (now) => now.getMap('people').has(chair.participant ?? ''))
    check.destroy()
    const query = '?language=fr&parts=people,pairs'
    const [plain, open] = [await textOf(await ask(chair.token, query)), await textOf(await ask(chair.token, `${query}&contacts=yes`))]
    doc.destroy()
    expect(plain).toContain('Personnes')
    expect(plain).not.toContain('Notes par pays')
    expect(plain).not.toContain('@example.org')
    expect(open).toContain('amina@example.org')
    expect(open).not.toContain('luis@example.org')
  })

  test('R20 R62 what is deleted or marked is in no file of the server or the command, and of contacts those that were allowed', async () => {
    const made = await makeWall(server.url, { title: 'What stays in' })
    const chair = await joinWall(server.url, made.id, { key: made.keys.facilitator, contact: 'amina@example.org', consent: true })
    const luis = await joinWall(server.url, made.id, { key: made.keys.participant, name: 'Luis', country: 'pe', contact: 'luis@example.org' })
    const writer = stockProvider(server.url, made.id, chair.token)
    await whenSynced(writer)
    const note = (id: string, text: string): Edit => ({ type: 'placeNote', id: id as NoteId, kind: 'need', at: [0, 0], text, lang: 'en', name: 'Amina', country: 'ke' })
    applyEdits(writer.doc, [
      { type: 'greet', name: 'Amina', country: 'ke', institution: '' }, note('open', 'Wetlandmaps'), note('secret', 'Healingroots'), note('gone', 'Deletedwords'),
      { type: 'setWithheld', id: 'secret' as NoteId, withheld: true }, { type: 'binNote', id: 'gone' as NoteId },
    ], { participant: chair.participant as ParticipantId, now: 1, origin: undefined })
    const check = stockProvider(server.url, made.id, luis.token)
    await whenDoc(check.doc, (now) => now.getMap('notes').has('gone'))
    for (const provider of [writer, check]) provider.destroy()

    const fileText = async (format: string, ...more: string[]): Promise<string> => {
      const read = readArguments(['--link', made.links.facilitator, '--out', 'x', '--format', format, ...more])
      if (!read.ok) throw new Error(read.message)
      const bytes = await exportWall(read.value)
      if (isDrawn(read.value.format)) {
        const path = join(folder, 'hidden.pdf')
        await writeFile(path, bytes)
        return pdfText(path)
      }
      if (format === 'docx') return (await extractRawText({ buffer: Buffer.from(bytes) })).value
      return format === 'xlsx' ? JSON.stringify(await readSheets(Buffer.from(bytes))) : Buffer.from(bytes).toString()
    }
    for (const format of FORMATS) {
      const hasContacts = canHoldContacts(format)
      const text = await fileText(format, ...(hasContacts && format !== 'vcf' ? ['--contacts'] : []))
      expect(text, format).not.toMatch(/Healingroots|Deletedwords|luis@/)
      expect(text.includes('amina@example.org'), format).toBe(hasContacts)
      if (hasContacts ? format !== 'vcf' : ['csv', 'json'].includes(format)) expect(text, format).toContain('Wetlandmaps')
    }
    const fetched = await textOf(await ask(made.keys.facilitator, '?contacts=yes', made.id))
    expect(fetched).toContain('Wetlandmaps')
    expect(fetched).toContain('amina@example.org')
    expect(fetched).not.toMatch(/Healingroots|Deletedwords|luis@/)
  })

  test('R73 nobody but a facilitator of this very wall has it, and no key goes in the address', async () => {
    const other = await makeWall(server.url)
    const { token } = await joinWall(server.url, wall.id, { key: wall.keys.participant })
    const answers = await Promise.all([
      ask(undefined),
      ask(undefined, `?key=${wall.keys.facilitator}`),
      ask(wall.keys.participant),
      ask(token),
      ask(wall.keys.viewer),
      ask(other.keys.facilitator),
      ask(wall.keys.facilitator, '', 'A'.repeat(22)),
      ask(wall.keys.facilitator, `?key=${wall.keys.facilitator}`),
      ask(wall.keys.facilitator, '?paper=a5'),
    ])
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 403, 403, 403, 401, 404, 400, 400])
    for (const answer of answers) expect(answer.headers.get('content-type')).toMatch(/json/)
  })
})
