import { spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { findChromium } from '../../scripts/findChromium.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the built server, beside the built client. */
    builtServer: string
  }
}

const ROOT = join(import.meta.dirname, '../..')
/** Not git's, and still where Node finds our dependencies. */
const CACHE = join(ROOT, 'node_modules/.cache')

/**
 * Before the browser tests: there is a browser, and what it opens is built from the sources as they are now. The tests
 * run on a copy, so that a build beside them changes nothing.
 */
export default async function buildOnce({ provide }: TestProject): Promise<() => Promise<void>> {
  await findChromium()
  await build()
  await mkdir(CACHE, { recursive: true })
  const copy = await mkdtemp(join(CACHE, 'pollinate-e2e-'))
  await cp(join(ROOT, 'dist'), copy, { recursive: true })
  provide('builtServer', join(copy, 'server/main.js'))
  return () => rm(copy, { recursive: true, force: true })
}

async function build(): Promise<void> {
  // The runner's own NODE_ENV is "test"; with it Vite would build React's development half, and no service worker.
  const env = { ...process.env, NODE_ENV: 'production' }
  const npm = spawn('npm', ['run', '-s', 'build'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()))
  const code = await new Promise((resolve, reject) => {
    npm.on('close', resolve)
    npm.on('error', reject)
  })
  if (code !== 0) throw new Error(`npm run build ended with ${String(code)}:\n${output}`)
}
