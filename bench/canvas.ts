import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Figures } from './canvas/figures.ts'
import { openWall } from './canvas/openWall.ts'
import { readCanvasOptions, USAGE, type CanvasOptions } from './canvas/options.ts'
import { hands, motion, others, type Shown } from './canvas/scenarios.ts'
import { servePeer } from './canvas/servePeer.ts'
import { showWall } from './canvas/shownWall.ts'
import { replaceFigures, table } from './relay/report.ts'
import { startProcess } from './relay/servers/startProcess.ts'

/**
 * How fast is the canvas, in real Chromium, from outside: input as devices send it, frames as they reach the display? The same
 * notes in hand-written canvas 2D are measured beside it, in turn. `npm run bench:canvas -- --quick` tries the bench itself.
 */
const RESULTS = fileURLToPath(new URL('RESULTS.md', import.meta.url))
const PROGRAM = fileURLToPath(new URL('../dist/server/main.js', import.meta.url))
const WEAK_NOTES = 500
const WEAK_THROTTLE = 4

let options: CanvasOptions
try {
  options = readCanvasOptions(process.argv.slice(2))
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`)
  process.exit(1)
}
const server = await startProcess(PROGRAM, { isInspected: false })
const peer = await servePeer()
const origin = `http://127.0.0.1:${server.port}`
const load = loadavg()[0] ?? 0
try {
  const parts: string[] = []
  for (const notes of options.notes) {
    const figures = new Figures()
    for (let round = 0; round < options.repeats; round++) await measure(notes, figures, 1)
    parts.push(`${notes} notes:\n\n${table(['question', 'ours', 'raw'], figures.table(['ours', 'raw']))}`)
    console.log(`\n${parts.at(-1)}\n`)
  }
  if (options.scenarios.includes('weak')) {
    const figures = new Figures()
    for (let round = 0; round < options.repeats; round++) await measure(WEAK_NOTES, figures, WEAK_THROTTLE)
    parts.push(`${WEAK_NOTES} notes, processor ${WEAK_THROTTLE} times slower:\n\n${table(['question', 'ours', 'raw'], figures.table(['ours', 'raw']))}`)
    console.log(`\n${parts.at(-1)}\n`)
  }
  const how = `\`${options.command}\`; ${cpus().length} virtual cores, load before it ${load.toFixed(1)}, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}. Median (least to most) of ${options.repeats}.`
  if (options.isRecorded) writeFileSync(RESULTS, replaceFigures(readFileSync(RESULTS, 'utf8'), 'bench:canvas', [how, ...parts].join('\n\n')))
} finally {
  peer.close()
  await server.close()
}

/** Our page with a wall, then the peer with a canvas of the same size. */
async function measure(notes: number, figures: Figures, throttle: number): Promise<void> {
  const isWeak = throttle > 1
  const wall = await openWall(origin, notes)
  let size = { width: 1040, height: 1024 }
  try {
    if (options.scenarios.includes('motion') && !isWeak) {
      const empty = await openWall(origin, 0)
      const nothing = await showWall(empty.link)
      const before = await nothing.heapMb()
      await nothing.close()
      empty.close()
      const full = await showWall(wall.link, { notes: '[data-note]' })
      figures.add('JS heap above an empty wall, MB', 'ours', (await full.heapMb()) - before)
      await full.close()
    }
    await run('ours', wall.link, { wall })
  } finally {
    wall.close()
  }
  await run('raw', peer.urlFor(notes, size), { wall: undefined })

  async function run(column: string, url: string, { wall: theirs }: Pick<Shown, 'wall'>): Promise<void> {
    const shown = await showWall(url, { throttle, ...(theirs && { notes: '[data-note]' }) })
    try {
      if (theirs) size = { width: shown.box.width, height: shown.box.height }
      const given: Shown = { shown, wall: theirs, notes, seconds: options.seconds, figures, column }
      figures.add('first complete frame, ms', column, shown.firstFrameMs)
      if (options.scenarios.includes('motion') || isWeak) await motion(given)
      if (options.scenarios.includes('hands') && !isWeak) await hands(given)
      if (options.scenarios.includes('others') && !isWeak) await others(given)
      if (shown.errors.length > 0) console.log(`${column}: ${shown.errors.join('; ')}`)
    } finally {
      await shown.close()
    }
  }
}
