import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { findChromium } from './findChromium.ts'

/** Before the browser tests: there is a browser, and what it opens is built from the sources as they are now. */
export default async function buildOnce(): Promise<void> {
  await findChromium()
  const build = spawn('npm', ['run', '-s', 'build'], { cwd: join(import.meta.dirname, '../..'), stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [build.stdout, build.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()))
  const code = await new Promise((resolve, reject) => {
    build.on('close', resolve)
    build.on('error', reject)
  })
  if (code !== 0) throw new Error(`npm run build ended with ${String(code)}:\n${output}`)
}
