import { fileURLToPath } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import * as Y from 'yjs'
import { readSettings } from '#shared/wall/readWall.ts'
import type { RecordJob } from '../../server/record/recordJob.ts'
import { drawFile, loadVoice } from './drawFile.ts'

/** Writes one record beside the thread that serves people, and ends. */
// Built, what it reads has been put beside it (vite.server.config.ts); unbuilt, it is where it belongs.
const root = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? '../..' : 'record', import.meta.url))
const { state, language: wanted, choice, createdAt, link, contacts } = workerData as RecordJob
const doc = new Y.Doc()
Y.applyUpdate(doc, state)
const language = wanted ?? readSettings(doc).language
const voice = await loadVoice(root, doc, language)
const bytes = await drawFile('pdf', doc, { root, voice, language, choice, createdAt, link, contacts })
parentPort?.postMessage(bytes, [bytes.buffer])
