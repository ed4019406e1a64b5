import { setMaxListeners } from 'node:events'
import { readFile } from 'node:fs/promises'
import type { Vocabulary } from '#shared/matching/vocabulary.ts'
import { readArguments } from './rehearsal/readArguments.ts'
import { rehearse } from './rehearsal/rehearse.ts'
import { reportInWords } from './rehearsal/reportInWords.ts'

/** A workshop without people: for trying the room out, and for measuring. Ctrl+C ends it early, with its report. */
const read = readArguments(process.argv.slice(2))
if (!read.ok) {
  console.error(read.message)
  process.exit(1)
}
const { people, notes, seconds } = read.value
console.log(`${people} delegates join and write ${notes} notes each within ${seconds} s. Ctrl+C ends it early.`)

const stop = new AbortController()
// Everybody listens for the end, and each provider for that of the process; Node would take so many for a leak.
setMaxListeners(0, stop.signal, process)
process.once('SIGINT', () => stop.abort())
const file = new URL('../shared/matching/vocabulary.json', import.meta.url)
// Our own file; its shape is checked where it is built.
const vocabulary = JSON.parse(await readFile(file, 'utf8')) as Vocabulary
try {
  const report = await rehearse(read.value, {
    vocabulary,
    random: Math.random,
    signal: stop.signal,
    onProgress(joined, written) {
      if (process.stdout.isTTY) process.stdout.write(`\r${joined} here, ${written} notes `)
    },
  })
  console.log(`${process.stdout.isTTY ? '\r' : ''}${reportInWords(report, read.value)}`)
  process.exitCode = report.troubles.length === 0 && report.fewestSeen === report.written ? 0 : 1
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
