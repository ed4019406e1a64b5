import type { WallRecord } from '#shared/record/WallRecord.ts'
import { ExportFailed } from './ExportFailed.ts'
import { FONT_URLS } from './fontUrls.ts'
import type { DrawnFormat } from './formats.ts'
import type { PdfOrder, PdfReport } from './pdfMessages.ts'

/**
 * Writes the PDF in a worker of its own, so that the wall stays alive meanwhile.
 * @param onProgress is told how much is done, 0...1
 * @throws ExportFailed, or the signal's reason when it is aborted: the worker is ended at once
 */
export async function writePdf(format: DrawnFormat, record: WallRecord, onProgress: (done: number) => void, signal: AbortSignal): Promise<Blob> {
  const report = await askWorker(format, record, onProgress, signal)
  if (report.is === 'written') return new Blob([report.bytes], { type: 'application/pdf' })
  throw report.is === 'failed' ? new ExportFailed(report.why, report.message) : new Error(`The PDF worker ended with "${report.is}"`)
}

/** Fetches the worker, the shaping engine and all fonts but the Chinese and Japanese ones (1.6 MB) ahead of the first one. */
export async function warmUpPdf(signal: AbortSignal): Promise<void> {
  await askWorker('pdf', undefined, () => undefined, signal)
}

function askWorker(format: DrawnFormat, record: WallRecord | undefined, onProgress: (done: number) => void, signal: AbortSignal): Promise<PdfReport> {
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
    worker.onerror = ({ message }) => {
      end()
      resolve({ is: 'failed', why: 'unreachable', message })
    }
    worker.onmessage = ({ data }: MessageEvent<PdfReport>) => {
      if (data.is === 'working') return onProgress(data.done)
      end()
      resolve(data)
    }
    const fontUrls = Object.fromEntries(Object.entries(FONT_URLS).map(([file, url]) => [file, new URL(url, location.href).href]))
    worker.postMessage({ record, format, fontUrls } satisfies PdfOrder)
  })
}
