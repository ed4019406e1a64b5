import { register } from 'tsx/esm/api'

// The program that restores a wall from its sources: Node gives a worker thread none of the loaders of the thread that starts it.
register()
await import('../server/restoring/restoreWorker.ts')
