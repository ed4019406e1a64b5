/** What writes a record beside a server that runs from its sources. */
export const RECORD_PROGRAM = new URL('../../scripts/recordWorker.js', import.meta.url)
