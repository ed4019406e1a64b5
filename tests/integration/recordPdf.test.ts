import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as harfBuzz from 'harfbuzzjs'
import { createInstance } from 'i18next'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fontFilesFor } from '#shared/layout/fontFiles.ts'
import { buildRecord } from '#shared/record/buildRecord.ts'
import { recordText, writeRecord } from '#shared/record/writeRecord.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import type { Note, Wall } from '#shared/wall/schema.ts'
import { sampleWall } from '../../bench/record/sampleWall.ts'
import { recordWords } from '../../client/export/recordWords.ts'
import en from '../../client/i18n/locales/en.json'

const i18n = createInstance()
let folder = ''

beforeAll(async () => {
  if (spawnSync('pdftotext', ['-v']).error) throw new Error('pdftotext is missing: install poppler-utils')
  folder = mkdtempSync(join(tmpdir(), 'pollinate-record-'))
  await i18n.init({ lng: 'en', resources: { en: { translation: en } }, interpolation: { escapeValue: false } })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The record of a wall as the page makes it, with only the fonts it asks for. */
function writePdf(wall: Wall): { path: string; text: string; info: string } {
  const record = buildRecord(wall, { words: recordWords(i18n.t, 'en'), createdAt: Date.UTC(2026, 10, 23), link: 'https://pollinate.example.org/w/1' })
  const fontsFolder = new URL('../../client/generated/fonts/', import.meta.url)
  const fonts = new Map(fontFilesFor(recordText(record)).map(({ file }) => [file, new Uint8Array(readFileSync(new URL(file, fontsFolder)))]))
  const path = join(folder, 'record.pdf')
  writeFileSync(path, writeRecord(record, { harfBuzz, fonts }))
  const text = execFileSync('pdftotext', ['-enc', 'UTF-8', path, '-'], { maxBuffer: 1e8 }).toString()
  return { path, text, info: execFileSync('pdfinfo', ['-l', '999', path]).toString() }
}

const letters = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}\p{M}]/gu, '')

const withNotes = (change: (note: Note, index: number) => Partial<Note>): Wall => {
  const wall = sampleWall(12)
  const notes = [...wall.notes.values()].map((note, i): Note => ({ ...note, ...change(note, i) }))
  return { ...wall, notes: new Map(notes.map((note) => [note.id, note])) }
}

describe('the record of a wall of sixty notes in seven languages', () => {
  test('R1 R3 every word of every note is found on the page of the wall and again where people read', () => {
    const wall = sampleWall(60)
    const { path, text: all } = writePdf(wall)
    const wallPage = letters(execFileSync('pdftotext', ['-enc', 'UTF-8', '-l', '1', path, '-']).toString())
    const reading = letters(all.slice(all.indexOf('Notes by country'), all.indexOf('Matches that people took up')))
    for (const { text, lang, name } of wall.notes.values()) {
      const words = Array.from(new Intl.Segmenter(lang, { granularity: 'word' }).segment(`${text} ${name}`))
        .filter(({ isWordLike }) => isWordLike)
        .map(({ segment }) => letters(segment))
      expect(words.filter((word) => !wallPage.includes(word))).toEqual([])
      expect(words.filter((word) => !reading.includes(word))).toEqual([])
    }
  })

  test('R8 it says what it is: title, language, outline, tags, chapters, date and link', () => {
    const wall = sampleWall(60)
    const { path, text, info } = writePdf({ ...wall, settings: { ...wall.settings, themes: ['Wetlands', 'المانغروف'] } })
    for (const theme of ['Wetlands', 'المانغروف']) expect(text).toContain(theme)
    expect(info).toMatch(/Title:\s+NBSAP workshop, Nairobi/)
    expect(info).toMatch(/Tagged:\s+yes/)
    for (const chapter of ['Notes by country', 'Matches that people took up', 'Agreed ways forward', 'Needs still open', 'Offers still open', 'People by country']) {
      expect(text).toContain(chapter)
    }
    expect(text).toContain('November 23, 2026')
    expect(text).toContain('https://pollinate.example.org/w/1')
    const structure = execFileSync('pdfinfo', ['-struct-text', path], { maxBuffer: 1e8, stdio: ['ignore', 'pipe', 'ignore'] }).toString()
    expect(structure).toMatch(/H1[\s\S]*NBSAP workshop, Nairobi/)
    expect(structure).toMatch(/Figure/)
  })

  test('R9 readers find nothing to repair in it', () => {
    const { path } = writePdf(sampleWall(60))
    expect(spawnSync('pdftoppm', ['-r', '10', '-png', path, join(folder, 'page')]).stderr.toString()).toBe('')
    const qpdf = spawnSync('qpdf', ['--check', path])
    if (qpdf.error === undefined) expect(qpdf.status, qpdf.stdout.toString() + qpdf.stderr.toString()).toBe(0)
  })
})

describe('R2 no wall can break the record', () => {
  test.each<readonly [string, Wall]>([
    ['no notes at all', { ...sampleWall(0), pairs: new Map() }],
    ['one note', sampleWall(1)],
    ['notes at the ends of the world', withNotes((_, i) => ({ at: [i % 2 ? 1e6 : -1e6, i % 3 ? 1e6 : -1e6] }))],
    ['notes on one point', withNotes(() => ({ at: [5, 5] }))],
    ['empty notes', withNotes(() => ({ text: '' }))],
    ['notes longer than a page', withNotes(() => ({ text: 'a word and another\n'.repeat(400) }))],
    ['hostile text everywhere', withNotes(() => ({ text: `\u202e\u0000(\\) Tj ${'x'.repeat(5000)} \ud800 \u{1F469}\u200D\u{1F33E} e${'\u0301'.repeat(500)}`, name: '\u202eeman <b>&', lang: 'xx-hostile' }))],
    ['a note of an unknown country', withNotes((note) => ({ country: 'zz', id: `${note.id}-z` as NoteId }))],
  ])('R2 %s', (_, wall) => {
    const { path, text, info } = writePdf(wall)
    expect(text).toContain('NBSAP workshop, Nairobi')
    expect(text).toContain('People by country')
    expect(info).toMatch(/Pages:\s+[1-9]/)
    expect(spawnSync('pdftoppm', ['-r', '10', '-l', '3', '-png', path, join(folder, 'page')]).stderr.toString()).toBe('')
  })
})
