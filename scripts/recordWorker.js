import { register } from 'tsx/esm/api'

// The record's program from its sources: Node gives a worker thread none of the loaders of the thread that starts it.
register()
await import('./export/recordWorker.ts')
