import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { launchBrowser, openPerson, sayWhoIAm, type Person } from '../tests/support/person.ts'
import { openWall } from './canvas/openWall.ts'
import { openSlowLine } from './load/slowLine.ts'
import { waterfall, type Event } from './load/waterfall.ts'
import { replaceFigures, table } from './relay/report.ts'
import { startProcess } from './relay/servers/startProcess.ts'

/**
 * How soon does somebody far away read the wall, and write on it, whose browser has nothing of the page yet? `npm run bench:load`;
 * with `-- --phone` on a small screen, whose processor is four times slower than this machine's; with `-- --log` one visit of each kind
 * only, with every request.
 */
const RESULTS = fileURLToPath(new URL('RESULTS.md', import.meta.url))
const PROGRAM = fileURLToPath(new URL('../dist/server/main.js', import.meta.url))
const LINE = { bytesPerSecond: 400_000, roundTripMs: 300 }
const NOTES = 200
const isPhone = process.argv.includes('--phone')
const isLogged = process.argv.includes('--log')
const ROUNDS = isLogged ? 1 : 5
/** Times slower than it is. */
const PHONE_PROCESSOR = 4

interface Visit extends Person {
  readonly throughIt: (link: string) => string
  /** Something can be seen now. @returns ms since the beginning */
  readonly happened: (what: string) => number
  readonly received: () => number
}

const answers = new Map<string, number[]>()
const answer = (question: string, figure: number): void => void answers.set(question, [...(answers.get(question) ?? []), figure])

const load = loadavg()[0] ?? 0
const server = await startProcess(PROGRAM, { isInspected: false })
const wall = await openWall(`http://127.0.0.1:${server.port}`, NOTES)
try {
  for (let round = 0; round < ROUNDS; round++) {
    await measure(async (visit) => {
      const { page, throughIt, happened } = visit
      await page.goto(throughIt(wall.participantLink), { waitUntil: 'commit' })
      await isDrawn(visit, 'input[autocomplete=name]')
      answer('the participants\' link: the door asks for the name', happened('the door'))
      await sayWhoIAm(visit, { name: 'Amina', country: 'Tanzania' })
      const joinedAt = happened('name and country are sent')
      answer('from sending name and country: the first notes are read', (await readNotes(visit)) - joinedAt)
      answer('from sending name and country: the form takes a text', (await writeNeed(visit)) - joinedAt)
    })
    await measure(async (visit) => {
      const { page, throughIt, received } = visit
      await page.goto(throughIt(`${wall.participantLink}&name=Amina&country=tz`), { waitUntil: 'commit' })
      answer('a personal invitation: the first notes are read', await readNotes(visit))
      answer('a personal invitation: kB received till then', received() / 1000)
      answer('a personal invitation: the form takes a text', await writeNeed(visit))
    })
  }
} finally {
  wall.close()
  await server.close()
}
const rows = [...answers].map(([question, figures]) => [question, ...spread(figures, question.includes('kB') ? 1 : 1000)])
const how = `${cpus().length} virtual cores, load before it ${load.toFixed(1)}, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}; s from the beginning of the navigation where nothing else is said, ${ROUNDS} runs.`
const figures = table(['question', 'middle', 'least', 'most'], rows)
console.log(`${how}\n\n${figures}`)
if (!isLogged) writeFileSync(RESULTS, replaceFigures(readFileSync(RESULTS, 'utf8'), isPhone ? 'bench:load phone' : 'bench:load', `${how}\n\n${figures}`))

async function readNotes(visit: Visit): Promise<number> {
  if (isPhone) await openTab(visit, 'wall.tabList') // a phone begins with the form
  await isDrawn(visit, `[aria-label="${visit.t('list.title')}"] > li`)
  return visit.happened('the first notes')
}

async function writeNeed(visit: Visit): Promise<number> {
  const { page, t, happened } = visit
  await openTab(visit, 'wall.tabForm')
  await isDrawn(visit, 'textarea')
  await page.getByRole('textbox', { name: t('form.needText') }).fill('A map of our seagrass')
  return happened('the form')
}

async function openTab({ page, t, press }: Visit, name: 'wall.tabForm' | 'wall.tabList'): Promise<void> {
  await press(page.getByRole('tab', { name: t(name), exact: true }))
}

/** Looked for in each frame, by the page itself: the browser's driver looks more and more seldom. */
async function isDrawn({ page }: Visit, selector: string): Promise<void> {
  await page.waitForFunction(
    (selector) => {
      const found = document.querySelector(selector)
      return found !== null && found.getBoundingClientRect().height > 0 && found.checkVisibility({ visibilityProperty: true })
    },
    selector,
    { polling: 'raf' },
  )
}

/** With a browser of its own, so that nothing is kept from before. */
async function measure(visit: (visit: Visit) => Promise<void>): Promise<void> {
  const line = await openSlowLine(server.port, LINE)
  const browser = await launchBrowser()
  try {
    const person = await openPerson(browser, { screen: isPhone ? 'phone' : 'laptop' })
    if (isPhone) await (await person.context.newCDPSession(person.page)).send('Emulation.setCPUThrottlingRate', { rate: PHONE_PROCESSOR })
    const events: Event[] = []
    const start = performance.now()
    await visit({
      ...person,
      throughIt: (link) => link.replace(/^http:\/\/[^/]+/, line.origin),
      happened(what) {
        const at = performance.now()
        events.push({ what, at })
        return at - start
      },
      received: () => line.asked.reduce((sum, { bytes }) => sum + bytes, 0),
    })
    if (isLogged) console.log(`${waterfall(line.asked, events, start)}\n`)
  } finally {
    await browser.close()
    line.close()
  }
}

function spread(figures: readonly number[], unit: number): string[] {
  const sorted = figures.toSorted((a, b) => a - b)
  return [sorted[sorted.length >> 1], sorted[0], sorted.at(-1)].map((figure = NaN) => (figure / unit).toFixed(unit === 1 ? 0 : 2))
}
