import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'

/**
 * Runs scripts of package.json, as many at a time as there are processors; what each wrote comes when it has ended. Ends
 * with 1 if one of them did not end well: `tsx scripts/atOnce.ts types lint`.
 */
const waiting = process.argv.slice(2)

/** @returns whether it ended well */
async function run(script: string): Promise<boolean> {
  const npm = spawn('npm', ['run', '-s', script], { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()))
  const code = await new Promise<number | null>((resolve, reject) => {
    npm.on('close', resolve)
    npm.on('error', reject)
  })
  process.stdout.write(output)
  if (code !== 0) console.error(`npm run ${script} ended with ${code}`)
  return code === 0
}

async function work(): Promise<boolean> {
  const script = waiting.shift()
  if (script === undefined) return true
  const isWell = await run(script)
  return (await work()) && isWell
}

const ends = await Promise.all(Array.from({ length: availableParallelism() }, work))
process.exitCode = ends.every(Boolean) ? 0 : 1
