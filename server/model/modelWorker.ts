import { parentPort, workerData } from 'node:worker_threads'
import { topicLabels } from '#shared/matching/topicLabels.ts'
import vocabulary from '#shared/matching/vocabulary.json' with { type: 'json' }
import { openEmbedder } from './openEmbedder.ts'
import { serveModel, type ModelRequest } from './serveModel.ts'

/** The model beside the thread that serves people: what it computes holds up nobody. */
const { folder } = workerData as { folder: string }
const serve = serveModel(() => openEmbedder(folder), topicLabels(vocabulary), (answer) => parentPort?.postMessage(answer))
parentPort?.on('message', (request: ModelRequest) => serve(request))
