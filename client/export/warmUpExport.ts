import { loadReading } from './loadNoteReader.ts'
import { loadWriter } from './makeFile.ts'
import { warmUpPdf } from './openPdfWriter.ts'

/**
 * Brings what taking the record home needs (2 MB at most) into the browser's cache: one can then still be made when the
 * line is gone. What does not come now comes with the first record.
 */
export async function warmUpExport(signal: AbortSignal): Promise<void> {
  await Promise.allSettled([import('./ExportDialog.tsx'), loadReading(), loadWriter(), warmUpPdf(signal)])
}
