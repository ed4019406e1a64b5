import { fileURLToPath } from 'node:url'
import { builtPages } from './http/builtPages.ts'
import { runProcess } from './runProcess.ts'

// Built, this file is dist/server/main.js; unbuilt it is server/main.ts. The client's files are always dist/client.
const isBuilt = !import.meta.url.endsWith('.ts')
const folder = isBuilt ? '../client' : '../dist/client'
const programs = isBuilt ? '.' : '../scripts'

await runProcess(process.env, () => builtPages(fileURLToPath(new URL(folder, import.meta.url))), {
  model: new URL(`${programs}/modelWorker.js`, import.meta.url),
  record: new URL(`${programs}/recordWorker.js`, import.meta.url),
  restore: new URL(`${programs}/restoreWorker.js`, import.meta.url),
})
