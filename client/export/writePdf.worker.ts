import { fontFilesFor, SMALL_FONT_FILES, type FontFile } from '#shared/layout/fontFiles.ts'
import { recordText } from '#shared/record/writeRecord.ts'
import { DRAW } from './draw.ts'
import type { PdfOrder, PdfReport } from './pdfMessages.ts'

/** What a worker's own scope has of all that the DOM's types offer. */
const worker = self as unknown as { onmessage: (event: MessageEvent<PdfOrder>) => void; postMessage: (report: PdfReport, transfer?: Transferable[]) => void }

let fontUrls: Readonly<Record<string, string>> = {}
const fontsHere = new Map<string, Uint8Array>()

worker.onmessage = ({ data }) => {
  if (data.is === 'draw') return void draw(data)
  fontUrls = data.fontUrls
  // What does not come now comes with the record that needs it, or is missed there.
  void load(SMALL_FONT_FILES)
    .catch(() => undefined)
    .then(() => worker.postMessage({ is: 'prepared' }))
}

async function draw({ format, record }: Extract<PdfOrder, { is: 'draw' }>): Promise<void> {
  let parts
  try {
    parts = await load(fontFilesFor(recordText(record)))
  } catch (error) {
    return worker.postMessage({ is: 'failed', why: 'unreachable', message: String(error) })
  }
  try {
    let told = 0
    const bytes = DRAW[format](record, {
      ...parts,
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

/** @throws when one of them cannot be had */
async function load(files: readonly FontFile[]) {
  const [harfBuzz, fonts] = await Promise.all([
    // Brought only now: it waits for its WebAssembly when it is loaded.
    import('harfbuzzjs'),
    Promise.all(files.map(async ({ file }) => [file, await fontOf(file)] as const)),
  ])
  return { harfBuzz, fonts: new Map(fonts) }
}

async function fontOf(file: string): Promise<Uint8Array> {
  const here = fontsHere.get(file)
  if (here) return here
  const url = fontUrls[file] ?? file
  // The name changes with the content: what was once fetched for the screen will do, also without a network.
  const answer = await fetch(url, { cache: 'force-cache' })
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`)
  const bytes = new Uint8Array(await answer.arrayBuffer())
  fontsHere.set(file, bytes)
  return bytes
}
