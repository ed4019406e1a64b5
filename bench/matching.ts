import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { LIKELY_FROM, POSSIBLE_FROM } from '#shared/matching/createMatcher.ts'
import { amongFew } from './matching/amongFew.ts'
import { bigWall } from './matching/bigWall.ts'
import type { LabelledNote, LabelledSet } from './matching/labelledSet.ts'
import { compareChoices, timeMeetings } from './matching/meetings.ts'
import { measure, type Measures } from './matching/measure.ts'
import { misspell } from './matching/misspell.ts'
import { asNote, newMatcher, rankSet } from './matching/rankSet.ts'
import { timeInBrowser } from './matching/timeInBrowser.ts'

/**
 * How good are the lists, how long does a note take, and how good and how quick is a round of meetings?
 * `npm run bench:matching -- [--set <file>] [--json] [--browser]`; the JSON is what outside tools read. `--browser` asks only how
 * long a note takes in the worker of the page, and wants a build (`npm run build`) and Chromium.
 */
const { values: options } = parseArgs({ options: { set: { type: 'string' }, json: { type: 'boolean', default: false }, browser: { type: 'boolean', default: false } } })
const file = options.set ?? fileURLToPath(new URL('data/matching-dev.json', import.meta.url))
const set = JSON.parse(readFileSync(file, 'utf8')) as LabelledSet

const measured = (of: LabelledSet): Measures => measure(of, rankSet(of), LIKELY_FROM, POSSIBLE_FROM)

if (options.json) {
  console.log(JSON.stringify(measured(set)))
} else if (options.browser) {
  const rows: Record<string, Record<string, string>> = {}
  for (const size of [1000, 10_000]) {
    const wall = bigWall(set.notes, size + 50).map(asNote)
    rows[`one more note at ${size}, in the browser`] = inWords(await timeInBrowser(wall.slice(0, size), wall.slice(size)))
  }
  console.table(rows)
} else {
  console.log(`${file}: ${set.notes.length} notes, ${set.matches.length} matches`)
  const misspelt = { ...set, notes: set.notes.map((note, at) => (at % 3 === 0 ? { ...note, text: misspell(note.text, at) } : note)) }
  console.table({ 'as written': row(measured(set)), 'every third misspelt': row(measured(misspelt)) })
  console.table({ 'among 30 of the offers': amongFew(set, rankSet(set)) })
  console.table({ ...compareChoices(set, 1), ...compareChoices(set, 2) })
  console.table(Object.fromEntries([200, 1000].map((size) => [`a round of meetings at ${size}`, timeMeetings(set.notes, size)])))
  console.table(Object.fromEntries([1000, 10_000].map((size) => [`one more note at ${size}`, time(set.notes, size)])))
}

function row({ likely, possible, ...rest }: Measures): Record<string, number> {
  return {
    ...rest,
    'likely right': likely.precision,
    'likely per need': likely.perNeed,
    'possible right': possible.precision,
    'possible per need': possible.perNeed,
  }
}

/** Milliseconds to take a note in and rank the wall for it: 50 notes, one after the other. */
function time(notes: readonly LabelledNote[], size: number): Record<string, string> {
  const wall = bigWall(notes, size + 50).map(asNote)
  const started = performance.now()
  const matcher = newMatcher()
  const compiled = performance.now()
  for (const note of wall.slice(0, size)) matcher.upsert(note)
  const loaded = performance.now()
  const each = wall.slice(size).map((note) => {
    const before = performance.now()
    matcher.upsert(note)
    matcher.candidatesFor(note.id, 5)
    return performance.now() - before
  })
  return { vocabulary: ms(compiled - started), 'whole wall': ms(loaded - compiled), ...inWords(each) }
}

/** @param times of 50 notes */
function inWords(times: readonly number[]): Record<string, string> {
  const each = times.toSorted((a, b) => a - b)
  return { least: ms(each[0]), median: ms(each[25]), '95 %': ms(each[47]) }
}

function ms(value: number | undefined): string {
  return `${(value ?? 0).toFixed(2)} ms`
}
