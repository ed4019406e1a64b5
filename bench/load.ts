import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { launchBrowser, openPerson, type Person } from '../tests/support/person.ts'
import { openWall } from './canvas/openWall.ts'
import { openSlowLine } from './load/slowLine.ts'
import { replaceFigures, table } from './relay/report.ts'
import { startProcess } from './relay/servers/startProcess.ts'

/** How soon does somebody far away read the wall, and write on it, whose browser has nothing of the page yet? `npm run bench:load` */
const RESULTS = fileURLToPath(new URL('RESULTS.md', import.meta.url))
const PROGRAM = fileURLToPath(new URL('../dist/server/main.js', import.meta.url))
const LINE = { bytesPerSecond: 400_000, roundTripMs: 300 }
const NOTES = 200
const ROUNDS = 5

type Question = 'the door asks for the name' | 'the first notes are read in the list' | 'the form takes a text' | 'kB received till the first notes'
const answers = new Map<Question, number[]>()
const answer = (question: Question, figure: number): void => void answers.set(question, [...(answers.get(question) ?? []), figure])

const load = loadavg()[0] ?? 0
const server = await startProcess(PROGRAM, { isInspected: false })
const wall = await openWall(`http://127.0.0.1:${server.port}`, NOTES)
try {
  for (let round = 0; round < ROUNDS; round++) {
    await measure(async ({ page, t, field }, { throughIt, since }) => {
      await page.goto(throughIt(wall.link.split('&me=')[0] ?? ''), { waitUntil: 'commit' })
      await field(t('join.name')).waitFor()
      answer('the door asks for the name', since())
    })
    await measure(async ({ page, t }, { throughIt, since, received }) => {
      await page.goto(throughIt(wall.link), { waitUntil: 'commit' })
      // One's own page may lie over it: what is read out of the list is behind it then.
      const notes = page.getByRole('list', { name: t('list.title'), includeHidden: true }).getByRole('listitem', { includeHidden: true })
      await notes.first().waitFor()
      answer('the first notes are read in the list', since())
      answer('kB received till the first notes', received() / 1000)
      await page.getByRole('dialog').waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('tab', { name: t('wall.tabForm') }).click()
      await page.getByRole('textbox', { name: t('form.needText') }).fill('A map of our seagrass')
      answer('the form takes a text', since())
    })
  }
} finally {
  wall.close()
  await server.close()
}
const rows = [...answers].map(([question, figures]) => [question, ...spread(figures, question.startsWith('kB') ? 1 : 1000)])
const how = `${cpus().length} virtual cores, load before it ${load.toFixed(1)}, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}; s from the beginning of the navigation, ${ROUNDS} runs.`
const figures = table(['question', 'middle', 'least', 'most'], rows)
console.log(`${how}\n\n${figures}`)
writeFileSync(RESULTS, replaceFigures(readFileSync(RESULTS, 'utf8'), 'bench:load', `${how}\n\n${figures}`))

/** With a browser of its own, so that nothing is kept from before. */
async function measure(visit: (person: Person, line: { throughIt: (link: string) => string; since: () => number; received: () => number }) => Promise<void>): Promise<void> {
  const line = await openSlowLine(server.port, LINE)
  const browser = await launchBrowser()
  try {
    const person = await openPerson(browser)
    const start = performance.now()
    await visit(person, {
      throughIt: (link) => link.replace(/^http:\/\/[^/]+/, line.origin),
      since: () => performance.now() - start,
      received: () => line.received(),
    })
  } finally {
    await browser.close()
    line.close()
  }
}

function spread(figures: readonly number[], unit: number): string[] {
  const sorted = figures.toSorted((a, b) => a - b)
  return [sorted[sorted.length >> 1], sorted[0], sorted.at(-1)].map((figure = NaN) => (figure / unit).toFixed(unit === 1 ? 0 : 2))
}
