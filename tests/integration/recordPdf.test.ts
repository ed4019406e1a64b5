import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as harfBuzz from 'harfbuzzjs'
import { createInstance } from 'i18next'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cleanText } from '#shared/layout/cleanText.ts'
import { fontFilesFor } from '#shared/layout/fontFiles.ts'
import { buildRecord } from '#shared/record/buildRecord.ts'
import { WHOLE_RECORD, type RecordChoice, type RecordPart } from '#shared/record/recordChoice.ts'
import { recordText, writeRecord } from '#shared/record/writeRecord.ts'
import { writePaperForms } from '#shared/record/writePaperForms.ts'
import { writePoster } from '#shared/record/writePoster.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import { readWall } from '#shared/wall/readWall.ts'
import type { Note, Wall } from '#shared/wall/schema.ts'
import { sampleWall } from '../../bench/record/sampleWall.ts'
import { hostileDoc } from '../support/hostileDoc.ts'
import { qrOf } from '../../client/export/qrOf.ts'
import { recordWords } from '../../client/export/recordWords.ts'
import en from '../../client/i18n/locales/en.json'

const i18n = createInstance()
const LINK = 'https://pollinate.example.org/w/1'
/** Of every third note nothing is known. */
const topicsOf = ({ text }: Note): readonly string[] => [['Wetlands', 'Soil'], ['Invasive species'], []][text.length % 3] ?? []
let folder = ''

beforeAll(async () => {
  if (spawnSync('pdftotext', ['-v']).error) throw new Error('pdftotext is missing: install poppler-utils')
  folder = mkdtempSync(join(tmpdir(), 'pollinate-record-'))
  await i18n.init({ lng: 'en', resources: { en: { translation: en } }, interpolation: { escapeValue: false } })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The record of a wall as the page makes it, with only the fonts it asks for. */
function writePdf(wall: Wall, choice?: RecordChoice, draw = writeRecord): { path: string; text: string; info: string } {
  const record = buildRecord(wall, { words: recordWords(i18n.t, 'en'), createdAt: Date.UTC(2026, 10, 23), link: LINK, qr: qrOf(LINK), topicsOf, choice })
  const fontsFolder = new URL('../../client/generated/fonts/', import.meta.url)
  const fonts = new Map(fontFilesFor(recordText(record)).map(({ file }) => [file, new Uint8Array(readFileSync(new URL(file, fontsFolder)))]))
  const path = join(folder, 'record.pdf')
  writeFileSync(path, draw(record, { harfBuzz, fonts }))
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
    const wallPage = letters(execFileSync('pdftotext', ['-enc', 'UTF-8', '-f', '2', '-l', '2', path, '-']).toString())
    const reading = letters(all.slice(all.lastIndexOf('Notes by country'), all.lastIndexOf('Notes by topic')))
    for (const { text, lang, name } of wall.notes.values()) {
      const words = Array.from(new Intl.Segmenter(lang, { granularity: 'word' }).segment(`${text} ${name}`))
        .filter(({ isWordLike }) => isWordLike)
        .map(({ segment }) => letters(segment))
      expect(words.filter((word) => !wallPage.includes(word))).toEqual([])
      expect(words.filter((word) => !reading.includes(word))).toEqual([])
    }
  })

  test('R1 the dot before a country goes with it to the next line', () => {
    const { text: all } = writePdf(sampleWall(60))
    const lines = all.split('\n')
    expect(lines.filter((line) => line.trim().startsWith('·')).length).toBeGreaterThan(0)
    expect(lines.filter((line) => line.trim().endsWith('·'))).toEqual([])
  })

  test('R1 R2 so is every word of three hundred notes with hostile text among them', () => {
    const wall = readWall(hostileDoc(300))
    const { text: all } = writePdf(wall)
    const reading = letters(all.slice(all.lastIndexOf('Notes by country'), all.lastIndexOf('Notes by topic')))
    const missing = Array.from(wall.notes.values()).flatMap(({ text, lang, name }) =>
      Array.from(new Intl.Segmenter(lang, { granularity: 'word' }).segment(cleanText(`${text} ${name}`)))
        // A word of five thousand letters is broken over lines and pages.
        .flatMap(({ segment, isWordLike }) => (isWordLike && !reading.includes(letters(segment).slice(0, 40)) ? [segment] : [])),
    )
    expect(missing).toEqual([])
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

describe('what a record holds', () => {
  const structureOf = (path: string): string => execFileSync('pdfinfo', ['-struct-text', path], { maxBuffer: 1e8, stdio: ['ignore', 'pipe', 'ignore'] }).toString()
  const pageText = (path: string, page: number): string => execFileSync('pdftotext', ['-enc', 'UTF-8', '-layout', '-f', String(page), '-l', String(page), path, '-']).toString()
  const only = (...parts: RecordPart[]): RecordChoice => ({ ...WHOLE_RECORD, parts: new Set(parts) })

  test('R53 the cover names each chapter with the page it begins on', () => {
    const { path } = writePdf(sampleWall(60))
    const contents = Array.from(pageText(path, 1).matchAll(/^ *(\p{L}.*?) {2,}(\d+)$/gmu), ([, title = '', page]) => [title, Number(page)] as const)
    expect(contents.map(([title]) => title)).toEqual(['The wall', 'The region at a glance', 'Agreed ways forward', 'Matches that people took up', 'Notes by country', 'Notes by topic', 'Needs still open', 'Offers still open', 'People by country'])
    for (const [title, page] of contents.slice(1)) expect(pageText(path, page)).toContain(title)
  })

  test('R89 what was agreed, and what was said of a pair, is not torn by the end of a page', () => {
    const { text } = writePdf(sampleWall(300), only('agreements', 'pairs'))
    const pages = text.split('\f')
    const starts = (page: string): number => page.match(/^(Agreed|Done|In contact|Interested|Declined)$/gm)?.length ?? 0
    const rows = (page: string): number => page.match(/^(Need|Offer) ·/gm)?.length ?? 0
    const cards = pages.filter((page) => page.includes('First step by'))
    const pairs = pages.filter((page) => rows(page) > 0)
    expect(cards.length).toBeGreaterThan(5)
    expect(pairs.length).toBeGreaterThan(5)
    // Both confirm each card; a pair has two notes.
    for (const page of cards.slice(0, -1)) expect(page.match(/^confirmed by/gm)).toHaveLength(2 * starts(page))
    for (const page of pairs.slice(1)) expect([rows(page), page]).toEqual([2 * starts(page), expect.stringMatching(/^(NBSAP.*\n+)?(Agreed|In contact|Interested|Declined)\n/)])
  })

  test('R54 the record holds the parts that were chosen, and says its title in any case', () => {
    const { text } = writePdf(sampleWall(20), only('unmetNeeds'))
    expect(text).toContain('NBSAP workshop, Nairobi')
    expect(text).toContain('Needs still open')
    for (const chapter of ['What is in it', 'Agreed ways forward', 'Notes by country', 'Offers still open', 'People by country']) expect(text).not.toContain(chapter)
  })

  test('R55 a wall cut into sheets shows every note on one of them, and a map of them', () => {
    const wall = sampleWall(60)
    const { text, info } = writePdf(wall, { ...only('wall'), sheets: 'a4' })
    const sizes = Array.from(info.matchAll(/Page +\d+ size: +([\d.]+) x ([\d.]+)/g), ([, width, height]) => [Number(width), Number(height)].sort((a, b) => a - b))
    expect(sizes.length).toBeGreaterThan(3)
    for (const [short, long] of sizes) expect([short, long]).toEqual([expect.closeTo(595.28, 0), expect.closeTo(841.89, 0)])
    const found = letters(text)
    for (const { text: words, lang } of wall.notes.values()) {
      const missing = Array.from(new Intl.Segmenter(lang, { granularity: 'word' }).segment(words)).filter(({ segment, isWordLike }) => isWordLike && !found.includes(letters(segment)))
      expect(missing).toEqual([])
    }
    const map = text.slice(text.indexOf('How the sheets'))
    const listed = new Set(Array.from(map.matchAll(/\b\d+\b/g), ([number]) => Number(number)))
    for (let number = 1; number <= 60; number++) expect(listed).toContain(number)
  })

  test('R56 tables have header cells, lists have labels, and every picture says what it shows', () => {
    const { path } = writePdf(sampleWall(60))
    const structure = structureOf(path)
    for (const tag of ['Document', 'Sect', 'H1', 'H2', 'H3', 'Table', 'TR', 'TH', 'TD', 'L', 'LI', 'Lbl', 'LBody', 'Link', 'TOC', 'TOCI', 'Figure']) expect(structure).toMatch(new RegExp(`^ *${tag}\\b`, 'm'))
    const raw = execFileSync('qpdf', ['--qdf', '--object-streams=disable', path, '-'], { maxBuffer: 1e9 }).toString('latin1')
    const elements = (tag: string): readonly string[] => raw.split('endobj').filter((object) => object.includes(`/S /${tag}\n`))
    for (const cell of elements('TH')) expect(cell).toMatch(/\/Scope \/(Row|Column)/)
    expect(elements('TH').length).toBeGreaterThan(10)
    expect(elements('Figure').length).toBeGreaterThan(2)
    for (const figure of elements('Figure')) expect(figure).toContain('/Alt')
    expect(raw).toContain('/PageLabels')
    for (const lang of ['ar', 'fr', 'zh', 'ru', 'es', 'pt']) expect(raw).toMatch(new RegExp(`/Lang \\(${lang}\\)|/Lang <${Buffer.from(lang).toString('hex')}>`))
  })

  test('R57 below what is still open stands where it can go', () => {
    const { text } = writePdf(sampleWall(60), only('unmetNeeds'))
    for (const door of ['Bio-BridgeInitiative', 'https://www.cbd.int/biobridge', 'NBSAPAcceleratorPartnership', 'supportcentres']) expect(text.replace(/\s/g, '')).toContain(door)
  })

  test('R58 a record for printers without colours has none', () => {
    const { path } = writePdf(sampleWall(20), { ...WHOLE_RECORD, grey: true })
    const raw = execFileSync('qpdf', ['--qdf', '--object-streams=disable', path, '-'], { maxBuffer: 1e9 }).toString('latin1')
    const colours = Array.from(raw.matchAll(/^(\S+) (\S+) (\S+) (?:rg|RG)\b/gm), ([, ...channels]) => new Set(channels).size)
    expect(colours.length).toBeGreaterThan(100)
    expect(new Set(colours)).toEqual(new Set([1]))
  })
})

describe('beside the record', () => {
  const walls = [['sixty notes', sampleWall(60)], ['a thousand', sampleWall(1000)], ['no notes', sampleWall(0)]] as const

  test.each(walls)('R59 a poster is one page of A2 with what the region has come to: %s', (_, wall) => {
    const { path, text, info } = writePdf(wall, undefined, writePoster)
    expect(info).toMatch(/Pages:\s+1\n/)
    expect(info).toMatch(/Page +1 size: +1190\.\d+ x 1683\.\d+/)
    expect(text).toContain('NBSAP workshop, Nairobi')
    expect(text).toContain('https://pollinate.example.org/w/1')
    if (wall.notes.size === 60) for (const word of ['Who is paired with whom', 'Satisfied: 5']) expect(text).toContain(word)
    expect(spawnSync('pdftoppm', ['-r', '10', '-png', path, join(folder, 'poster')]).stderr.toString()).toBe('')
    expect(spawnSync('qpdf', ['--check', path]).status).toBe(0)
  })

  test('R60 sheets to write on by hand: needs and offers, two to a page of A4, with room for name and country', () => {
    const { text, info } = writePdf(sampleWall(0), undefined, writePaperForms)
    expect(info).toMatch(/Pages:\s+2\n/)
    expect(info.match(/595\.\d+ x 841\.\d+ pts/g)).toHaveLength(2)
    for (const [word, times] of [['Need', 2], ['Offer', 2], ['Your name', 4], ['Your country', 4], ['NBSAP workshop, Nairobi', 4]] as const) expect(text.match(new RegExp(word, 'g')), word).toHaveLength(times)
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
