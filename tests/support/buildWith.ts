import { spawn } from 'node:child_process'
import { mkdir, mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the built server; beside it the built client, where tests open that. */
    builtServer: string
  }
}

export const ROOT = join(import.meta.dirname, '../..')
/** Not git's, and still where Node finds our dependencies. */
const CACHE = join(ROOT, 'node_modules/.cache')

/** A new folder for what is built. */
export async function newBuildFolder(): Promise<string> {
  await mkdir(CACHE, { recursive: true })
  return mkdtemp(join(CACHE, 'pollinate-'))
}

/** Resolves when the command has ended well. @throws with all that it wrote when it has not */
export async function buildWith(command: string, ...args: string[]): Promise<void> {
  // The runner's own NODE_ENV is "test"; with it Vite would build React's development half, and no service worker.
  const env = { ...process.env, NODE_ENV: 'production' }
  const child = spawn(command, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()))
  const code = await new Promise((resolve, reject) => {
    child.on('close', resolve)
    child.on('error', reject)
  })
  if (code !== 0) throw new Error(`${[command, ...args].join(' ')} ended with ${String(code)}:\n${output}`)
}
