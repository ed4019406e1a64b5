import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { findChromium } from './findChromium.ts'

/** Before the browser tests: there is a browser, and what it opens is built from the sources as they are now. */
export default async function buildOnce(): Promise<void> {
  await findChromium()
  // The runner's own NODE_ENV is "test"; with it Vite would build React's development half, and no service worker.
  const env = { ...process.env, NODE_ENV: 'production' }
  const build = spawn('npm', ['run', '-s', 'build'], { cwd: join(import.meta.dirname, '../..'), env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [build.stdout, build.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()))
  const code = await new Promise((resolve, reject) => {
    build.on('close', resolve)
    build.on('error', reject)
  })
  if (code !== 0) throw new Error(`npm run build ended with ${String(code)}:\n${output}`)
}
