import { parentPort, workerData } from 'node:worker_threads'
import { prepareWall } from './prepareWall.ts'

/** Makes the document of one wall beside the thread that serves people, and ends. */
parentPort?.postMessage(prepareWall(workerData as Uint8Array))
