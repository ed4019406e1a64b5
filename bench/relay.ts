import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { readOptions, USAGE, type Options, type ScenarioName } from './relay/options.ts'
import { replaceFigures } from './relay/report.ts'
import { arrivals } from './relay/scenarios/arrivals.ts'
import { crowd } from './relay/scenarios/crowd.ts'
import { hostile } from './relay/scenarios/hostile.ts'
import { idle } from './relay/scenarios/idle.ts'
import { judge } from './relay/scenarios/judge.ts'
import { lone } from './relay/scenarios/lone.ts'
import type { Scenario } from './relay/scenarios/scenario.ts'
import { stalled } from './relay/scenarios/stalled.ts'
import { viewers } from './relay/scenarios/viewers.ts'

/**
 * How does the relay do next to others, on this machine, in one run? Everything stays on the loopback interface, ends by
 * itself, and runs against the built server. `npm run bench:relay -- --quick` tries the bench itself.
 */
const RESULTS = fileURLToPath(new URL('RESULTS.md', import.meta.url))
const RUN: Record<ScenarioName, Scenario> = { crowd, arrivals, viewers, idle, judge, stalled, hostile, lone }

let options: Options
try {
  options = readOptions(process.argv.slice(2))
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`)
  process.exit(1)
}
for (const name of options.scenarios) {
  console.log(`${name}:`)
  const load = loadavg()[0] ?? 0
  const answer = await RUN[name](options)
  const how = `\`${options.command}\`; ${cpus().length} virtual cores, load before it ${load.toFixed(1)}, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}.`
  const figures = `${how}\n\n${answer}`
  console.log(`\n${figures}\n`)
  if (options.isRecorded) writeFileSync(RESULTS, replaceFigures(readFileSync(RESULTS, 'utf8'), `bench:relay ${name}`, figures))
}
