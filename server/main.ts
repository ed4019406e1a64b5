import { fileURLToPath } from 'node:url'
import { builtPages } from './http/builtPages.ts'
import { runProcess } from './runProcess.ts'

// Built, this file is dist/server/main.js; unbuilt it is server/main.ts. The client's files are always dist/client.
const folder = import.meta.url.endsWith('.ts') ? '../dist/client' : '../client'

await runProcess(process.env, () => builtPages(fileURLToPath(new URL(folder, import.meta.url))))
