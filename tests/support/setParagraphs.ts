import { readFileSync } from 'node:fs'
import * as harfBuzz from 'harfbuzzjs'
import { cleanText } from '#shared/layout/cleanText.ts'
import { FONT_FILES } from '#shared/layout/fontFiles.ts'
import { measureText, wrapText } from '#shared/layout/wrapText.ts'
import { PdfDocument } from '#shared/pdf/PdfDocument.ts'
import { Typesetter, type FontWeight } from '#shared/pdf/Typesetter.ts'

export interface Paragraph {
  readonly lang: string
  readonly text: string
  readonly weight?: FontWeight
}

const fontBytes = (file: string): Uint8Array => new Uint8Array(readFileSync(new URL(`../../client/generated/fonts/${file}`, import.meta.url)))

/** What was set is in the document's fonts: each document has a typesetter of its own. */
const newTypesetter = (): Typesetter => new Typesetter(harfBuzz, new Map(FONT_FILES.map(({ file }) => [file, fontBytes(file)])))

/**
 * A PDF of one page with each paragraph below the other, its lines broken as on the wall.
 * @param width @param height of the page in points; @param size of the type; @param apart each paragraph on a page of its own
 */
export function setParagraphs(paragraphs: readonly Paragraph[], { width = 595, height = 842, size = 11, apart = false } = {}): Uint8Array {
  const set = newTypesetter()
  const margin = size
  const document = new PdfDocument({ title: 'Scripts', lang: 'en', dir: 'ltr', createdAt: Date.UTC(2026, 10, 23) })
  let page = document.addPage(width, height)
  let y = margin + size
  for (const [index, { lang, text, weight = 400 }] of paragraphs.entries()) {
    if (apart && index > 0) [page, y] = [document.addPage(width, height), margin + size]
    document.within('P', { lang }, () => {
      const measured = measureText(cleanText(text), lang, (part) => set.measureEm(part, weight))
      for (const line of wrapText(measured, (width - 2 * margin) / size)) {
        const run = set.setLine(line.text, { dir: line.dir, weight, lang })
        page.text(run, { x: line.dir === 'rtl' ? width - margin - run.width * size : margin, y, size, fill: [0.1, 0.1, 0.1] })
        y += size * 1.5
      }
    })
  }
  return document.toBytes()
}
