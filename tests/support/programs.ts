import type { Programs } from '../../server/startServer.ts'

const script = (name: string): URL => new URL(`../../scripts/${name}`, import.meta.url)

/** What runs in threads of a server that runs from its sources. */
export const PROGRAMS: Programs = { record: script('recordWorker.js'), restore: script('restoreWorker.js') }
