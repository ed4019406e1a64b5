import { execFileSync } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'
import type { Round, Work } from '../judge/measureJudge.ts'
import { inWords, spreadOf, type Spread } from '../measure/spread.ts'
import { table } from '../report.ts'
import type { Scenario } from './scenario.ts'

const ROOT = join(import.meta.dirname, '../../..')
/** Where Node finds our dependencies. */
const BUILT = join(ROOT, 'node_modules/.cache/pollinate-bench-judge')

const AUTHORS = 50
const EDITS = 4000
const ROUNDS = 10

/** What judging every edit costs on a full wall, without sockets or disk. */
export const judge: Scenario = async ({ notes }) => {
  const rounds = await measureBuilt({ notes, authors: AUTHORS, edits: EDITS, rounds: ROUNDS })
  const us = (figure: (round: Round) => number): Spread => spreadOf(rounds.map(figure))
  const rows = [
    ['read, judged and applied', inWords(us(({ judged }) => judged))],
    ['applied alone, unjudged', inWords(us(({ alone }) => alone))],
    ['so reading and judging cost', inWords(us(({ judged, alone }) => judged - alone))],
  ]
  return `${EDITS} edits by ${AUTHORS} people of their own notes (typing, and moving every other time) on a wall of ${notes} notes, by code built as the server is; ${ROUNDS} rounds, median (least to most). Aim: at most 10 µs.\n
${table(['an edit is', 'µs of CPU time'], rows)}`
}

/** Built by Vite, as the server is: the loader that runs the bench from its sources wraps every inner function, which nearly doubles what judging costs. */
async function measureBuilt(work: Work): Promise<readonly Round[]> {
  await build({
    configFile: false, // the server's own also copies what its other programs read
    publicDir: false,
    root: ROOT,
    logLevel: 'error',
    build: { ssr: join(ROOT, 'bench/relay/judge/measureJudge.ts'), outDir: BUILT, target: 'node20' },
  })
  try {
    return JSON.parse(execFileSync(process.execPath, [join(BUILT, 'measureJudge.js'), JSON.stringify(work)], { encoding: 'utf8' })) as readonly Round[]
  } finally {
    await rm(BUILT, { recursive: true })
  }
}
