import type { WallRecord } from '#shared/record/WallRecord.ts'
import { ExportFailed } from './ExportFailed.ts'
import { FONT_URLS } from './fontUrls.ts'
import type { DrawnFormat } from './formats.ts'
import type { PdfOrder, PdfReport } from './pdfMessages.ts'

/** A worker that draws, one record after the other: what it has loaded and learnt for the first it has for the next. */
export interface PdfWriter {
  /**
   * @param onProgress is told how much is done, 0...1
   * @throws ExportFailed, or the signal's reason when it is aborted: the worker is ended at once, and the next record has a new one
   */
  write(format: DrawnFormat, record: WallRecord, onProgress: (done: number) => void, signal: AbortSignal): Promise<Blob>
  close(): void
}

/** Starts a worker of its own, so that the wall stays alive while it draws. It loads what it needs while somebody still chooses. */
export function openPdfWriter(): PdfWriter {
  let worker: Worker | undefined
  const start = (): Worker => {
    const started = (worker = preparedWorker())
    // Its own script did not come: the record starts another, and is told if that one does not come either.
    started.onerror = () => {
      if (worker === started) worker = undefined
    }
    return started
  }
  const close = (): void => {
    worker?.terminate()
    worker = undefined
  }
  start()
  return {
    async write(format, record, onProgress, signal) {
      const report = await ask(worker ?? start(), { is: 'draw', format, record }, onProgress, signal).catch((error: unknown) => {
        close()
        throw error
      })
      if (report.is === 'written') return new Blob([report.bytes], { type: 'application/pdf' })
      // What did not come may be a part of the worker itself.
      close()
      throw report.is === 'failed' ? new ExportFailed(report.why, report.message) : new Error(`The PDF worker ended with "${report.is}"`)
    },
    close,
  }
}

/** Fetches the worker, the shaping engine and all fonts but the Chinese and Japanese ones (1.6 MB) ahead of the first record. */
export async function warmUpPdf(signal: AbortSignal): Promise<void> {
  signal.throwIfAborted()
  const worker = new Worker(new URL('./writePdf.worker.ts', import.meta.url), { type: 'module' })
  await ask(worker, prepare(), () => undefined, signal).finally(() => worker.terminate())
}

function preparedWorker(): Worker {
  const worker = new Worker(new URL('./writePdf.worker.ts', import.meta.url), { type: 'module' })
  worker.postMessage(prepare())
  return worker
}

const prepare = (): PdfOrder => ({ is: 'prepare', fontUrls: Object.fromEntries(Object.entries(FONT_URLS).map(([file, url]) => [file, new URL(url, location.href).href])) })

function ask(worker: Worker, order: PdfOrder, onProgress: (done: number) => void, signal: AbortSignal): Promise<PdfReport> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const stop = (): void => reject(signal.reason instanceof Error ? signal.reason : new Error('cancelled'))
    const end = (report: PdfReport): void => {
      signal.removeEventListener('abort', stop)
      resolve(report)
    }
    signal.addEventListener('abort', stop)
    // The worker's own script did not come, or does not run.
    worker.onerror = ({ message }) => end({ is: 'failed', why: 'unreachable', message })
    worker.onmessage = ({ data }: MessageEvent<PdfReport>) => {
      if (data.is === 'working') onProgress(data.done)
      else if (data.is !== 'prepared' || order.is === 'prepare') end(data)
    }
    worker.postMessage(order)
  })
}
