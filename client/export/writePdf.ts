import type { WallRecord } from '#shared/record/WallRecord.ts'
import { FONT_URLS } from './fontUrls.ts'
import type { PdfOrder, PdfReport } from './pdfMessages.ts'

export class PdfFailed extends Error {
  readonly why: 'unreachable' | 'broken'
  constructor(why: PdfFailed['why'], message: string) {
    super(message)
    this.why = why
  }
}

/**
 * Writes the PDF in a worker of its own, so that the wall stays alive meanwhile.
 * @param onProgress is told how much is done, 0...1
 * @throws PdfFailed, or the signal's reason when it is aborted: the worker is ended at once
 */
export function writePdf(record: WallRecord, onProgress: (done: number) => void, signal: AbortSignal): Promise<Blob> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const worker = new Worker(new URL('./writePdf.worker.ts', import.meta.url), { type: 'module' })
    const end = (): void => {
      worker.terminate()
      signal.removeEventListener('abort', stop)
    }
    const stop = (): void => {
      end()
      reject(signal.reason instanceof Error ? signal.reason : new Error('cancelled'))
    }
    signal.addEventListener('abort', stop)
    // The worker's own script did not come, or does not run.
    worker.onerror = (event) => {
      end()
      reject(new PdfFailed('unreachable', event.message))
    }
    worker.onmessage = ({ data }: MessageEvent<PdfReport>) => {
      if (data.is === 'working') return onProgress(data.done)
      end()
      if (data.is === 'written') resolve(new Blob([data.bytes], { type: 'application/pdf' }))
      else reject(new PdfFailed(data.why, data.message))
    }
    const fontUrls = Object.fromEntries(Object.entries(FONT_URLS).map(([file, url]) => [file, new URL(url, location.href).href]))
    worker.postMessage({ record, fontUrls } satisfies PdfOrder)
  })
}
