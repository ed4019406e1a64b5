import { fileURLToPath } from 'node:url'
import { builtPages } from './http/builtPages.ts'
import { runProcess } from './runProcess.ts'

// Built, this file is dist/server/main.js; unbuilt it is server/main.ts. The client's files are always dist/client.
const isBuilt = !import.meta.url.endsWith('.ts')
const folder = isBuilt ? '../client' : '../dist/client'
const modelProgram = isBuilt ? './modelWorker.js' : '../scripts/modelWorker.js'

await runProcess(process.env, () => builtPages(fileURLToPath(new URL(folder, import.meta.url))), new URL(modelProgram, import.meta.url))
