import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { init } from '@embedpdf/pdfium'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

const require = createRequire(import.meta.url)

/** All text of a PDF as the programs that people open it with find it: Evince and Okular, Firefox, Chrome. A form feed ends each page. */
export const PDF_READERS: Readonly<Record<'poppler' | 'pdf.js' | 'PDFium', (pdf: Uint8Array) => Promise<string>>> = {
  poppler(pdf) {
    const path = join(tmpdir(), `pollinate-read-${process.pid}.pdf`)
    writeFileSync(path, pdf)
    return Promise.resolve(execFileSync('pdftotext', ['-enc', 'UTF-8', path, '-'], { maxBuffer: 1e9, stdio: ['ignore', 'pipe', 'ignore'] }).toString())
  },

  async 'pdf.js'(pdf) {
    const task = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 })
    const document = await task.promise
    let text = ''
    for (let number = 1; number <= document.numPages; number++) {
      const { items } = await (await document.getPage(number)).getTextContent()
      text += items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('') + '\f'
    }
    await task.destroy()
    return text
  },

  async PDFium(pdf) {
    const pdfium = await init({ wasmBinary: Uint8Array.from(readFileSync(require.resolve('@embedpdf/pdfium/pdfium.wasm'))).buffer })
    pdfium.PDFiumExt_Init()
    const module = pdfium.pdfium as unknown as { wasmExports: { malloc(bytes: number): number }; HEAPU8: Uint8Array; UTF16ToString(at: number): string }
    const at = module.wasmExports.malloc(pdf.length)
    module.HEAPU8.set(pdf, at)
    const document = pdfium.FPDF_LoadMemDocument(at, pdf.length, '')
    let text = ''
    for (let index = 0; index < pdfium.FPDF_GetPageCount(document); index++) {
      const page = pdfium.FPDFText_LoadPage(pdfium.FPDF_LoadPage(document, index))
      const count = pdfium.FPDFText_CountChars(page)
      const buffer = module.wasmExports.malloc(2 * (count + 1))
      pdfium.FPDFText_GetText(page, 0, count, buffer)
      text += module.UTF16ToString(buffer) + '\f'
    }
    return text
  },
}
