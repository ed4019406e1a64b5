import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import * as harfBuzz from 'harfbuzzjs'
import { expect, test } from 'vitest'
import { PdfDocument } from '../pdf/PdfDocument.ts'
import { Typesetter } from '../pdf/Typesetter.ts'
import { drawTable } from './drawTable.ts'
import { ReadingPages } from './ReadingPages.ts'

const font = readFileSync(new URL('../../client/generated/fonts/NotoSans-400.ttf', import.meta.url))

test('R88 of a table that goes over to another page at least three rows stand on each', () => {
  const document = new PdfDocument({ title: 'Tables', lang: 'en', dir: 'ltr', createdAt: Date.UTC(2026, 10, 23) })
  const pages = new ReadingPages(document, new Typesetter(harfBuzz, new Map([['NotoSans-400.ttf', font]])), 'ltr')
  const counts = Array.from({ length: 50 }, (_, i) => i + 1)
  for (const count of counts) {
    pages.newPage()
    pages.space(60)
    const rows = Array.from({ length: count }, (_, row) => [{ text: `table${count}row${row + 1}` }])
    drawTable(document, pages, [{ title: 'Topic', width: 200 }], rows)
    // And at the foot of a page.
    pages.newPage()
    pages.space(640)
    drawTable(document, pages, [{ title: 'Topic', width: 200 }], rows.map(([{ text } = { text: '' }]) => [{ text: text.replace('table', 'low') }]))
  }
  const text = execFileSync('pdftotext', ['-', '-'], { input: document.toBytes(), maxBuffer: 1e8 }).toString()
  let split = 0
  for (const name of counts.flatMap((count) => [`table${count}`, `low${count}`])) {
    const onPages = text.split('\f').map((page) => page.match(new RegExp(`\\b${name}row`, 'g'))?.length ?? 0).filter((rows) => rows > 0)
    const all = Number(name.replace(/\D/g, ''))
    expect(onPages.reduce((sum, rows) => sum + rows, 0), name).toBe(all)
    if (onPages.length > 1) split++
    expect(Math.min(...onPages), `${name}: ${onPages.join(' and ')}`).toBeGreaterThanOrEqual(Math.min(3, all))
  }
  expect(split).toBeGreaterThan(20)
})
