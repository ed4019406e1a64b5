import { fontFilesFor, SMALL_FONT_FILES } from '#shared/layout/fontFiles.ts'
import { recordText } from '#shared/record/writeRecord.ts'
import { DRAW } from './draw.ts'
import type { PdfOrder, PdfReport } from './pdfMessages.ts'

/** What a worker's own scope has of all that the DOM's types offer. */
const worker = self as unknown as { onmessage: (event: MessageEvent<PdfOrder>) => void; postMessage: (report: PdfReport, transfer?: Transferable[]) => void }

worker.onmessage = ({ data }) => void write(data)

async function write({ record, format, fontUrls }: PdfOrder): Promise<void> {
  let parts
  try {
    parts = await Promise.all([
      // Brought only now: it waits for its WebAssembly when it is loaded.
      import('harfbuzzjs'),
      Promise.all((record ? fontFilesFor(recordText(record)) : SMALL_FONT_FILES).map(async ({ file }) => [file, await bytesOf(fontUrls[file] ?? file)] as const)),
    ])
  } catch (error) {
    return worker.postMessage({ is: 'failed', why: 'unreachable', message: String(error) })
  }
  if (!record) return worker.postMessage({ is: 'warm' })
  try {
    const [harfBuzz, fonts] = parts
    let told = 0
    const bytes = DRAW[format](record, {
      harfBuzz,
      fonts: new Map(fonts),
      onProgress: (done) => {
        if (done - told < 0.02 && done < 1) return
        told = done
        worker.postMessage({ is: 'working', done })
      },
    })
    worker.postMessage({ is: 'written', bytes }, [bytes.buffer])
  } catch (error) {
    worker.postMessage({ is: 'failed', why: 'broken', message: String(error) })
  }
}

async function bytesOf(url: string): Promise<Uint8Array> {
  // The name changes with the content: what was once fetched for the screen will do, also without a network.
  const answer = await fetch(url, { cache: 'force-cache' })
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`)
  return new Uint8Array(await answer.arrayBuffer())
}
