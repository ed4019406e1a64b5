import { setTimeout as sleep } from 'node:timers/promises'
import { benchChanges, benchNotes } from './benchNotes.ts'
import type { Figures } from './figures.ts'
import type { ScreenPoint } from './input.ts'
import type { BenchWall } from './openWall.ts'
import type { Recording, ShownWall } from './shownWall.ts'

/** What a scenario is given: a page that shows a wall, ours with its other writer or a peer, and where its figures go. */
export interface Shown {
  readonly shown: ShownWall
  /** Somebody else on the wall; a peer has nobody. */
  readonly wall: BenchWall | undefined
  readonly notes: number
  readonly seconds: number
  readonly figures: Figures
  readonly column: string
}

/** Right, left, right: it ends where it began. */
const wave = (share: number): number => (share < 0.25 || share >= 0.75 ? 1 : -1)
const there = (share: number): number => (share < 0.5 ? 1 : -1)

const AT = { all: 'fitted', actualSize: 'at 100 %' } as const

/** Panning by the wheel, zooming by ctrl and wheel, and by two fingers. */
export async function motion(given: Shown): Promise<void> {
  const { shown, seconds } = given
  const { input, middle } = shown
  for (const where of ['all', 'actualSize'] as const) {
    const far = where === 'all' ? 6 : 40
    await shown.look(where)
    await keep(given, `pan, ${AT[where]}`, () => input.wheel(seconds, middle, (share) => [far * wave(share), 0.4 * far * wave(share)]))
    await shown.look(where)
    const deep = where === 'all' ? -4 : 3
    await keep(given, `zoom by wheel, ${AT[where]}`, () => input.wheel(seconds, middle, (share) => [0, deep * there(share)], true))
  }
}

async function keep({ shown, figures, column }: Shown, question: string, happen: () => Promise<unknown>): Promise<void> {
  const recording = await shown.record(happen)
  figures.add(`${question}: frames shown a second`, column, recording.shownPerSecond)
  figures.add(`${question}: ms between frames, p95`, column, recording.gapP95)
  figures.add(`${question}: ms of processor a frame`, column, recording.cpuMsPerFrame)
}

/** One note, and hundreds at once, dragged by the mouse. */
export async function hands(given: Shown): Promise<void> {
  const { shown, figures, column, notes, seconds } = given
  const { input, page } = shown
  await shown.look('actualSize')
  await drag('one note', await onNote(shown))
  if (given.wall) {
    await shown.look('all')
    // Those that are of others stay where they are, so this wall is a facilitator's.
    const from = await selectMany(shown, Math.min(notes, MANY))
    await drag(`${Math.min(notes, MANY)} notes`, from)
  }

  async function drag(what: string, at: ScreenPoint): Promise<void> {
    await input.move(at, false)
    await input.press(at)
    await input.move([at[0] + 8, at[1]], true)
    const recording = await shown.record(() => input.drag(seconds, (share) => [at[0] + 90 * Math.sin(share * 12), at[1] + 40 * (1 - Math.cos(share * 12))]))
    figures.add(`drag ${what}: frames shown a second`, column, recording.shownPerSecond)
    const alone: number[] = []
    for (let k = 1; k <= 5; k++) {
      await sleep(200)
      const seen = page.evaluate((point) => window.frameWatch.nextMove(point), at).catch(() => NaN)
      await input.move([at[0] + 12 * k, at[1]], true)
      alone.push(await Promise.race([seen, sleep(5000, NaN)]))
    }
    figures.add(`drag ${what}: ms from a single move to the end of its frame`, column, alone.sort((a, b) => a - b)[2] ?? NaN)
    await page.keyboard.press('Escape')
    await input.release(at)
    await page.keyboard.press('Escape')
  }
}

/** A selection of hundreds. */
const MANY = 500
/** As near to that many as the lasso has to come. */
const NEARLY = 0.04

/** Draws a lasso over about so many notes of a wall of which all is seen. @returns a place among them where they can be taken */
async function selectMany({ box, page, input }: ShownWall, count: number): Promise<ScreenPoint> {
  const corner: ScreenPoint = [box.x + 6, box.y + box.height * 0.2]
  const reach: ScreenPoint = [box.width - 12, box.height * 0.8 - 6]
  let [least, most] = [0, 1]
  for (let tries = 0; tries < 12; tries++) {
    const share = (least + most) / 2
    const to: ScreenPoint = [corner[0] + reach[0] * share, corner[1] + reach[1] * share]
    await page.keyboard.press('Escape')
    await input.move(corner, false)
    await input.press(corner, true)
    await input.move([corner[0] + 20, corner[1] + 20], true, true)
    await input.move(to, true, true)
    await input.release(to, true)
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    const words = await page.locator('section').getByText(/^[0-9,]+ notes?$/).first().textContent({ timeout: 500 }).catch(() => '0')
    const selected = Number(words?.replace(/[^0-9]/g, ''))
    if (Math.abs(selected - count) <= count * NEARLY) return [corner[0] + reach[0] * share * 0.6, corner[1] + reach[1] * share * 0.5]
    if (selected < count) least = share
    else most = share
  }
  throw new Error(`No lasso came near ${count} notes.`)
}

/** A place near the middle where a note can be taken: the pointer says so. */
async function onNote({ middle: [x, y], page }: ShownWall): Promise<ScreenPoint> {
  for (const [dx, dy] of [[0, 0], [45, 0], [0, 45], [45, 45], [-45, -45]] as const) {
    const at: ScreenPoint = [x + dx, y + dy]
    await page.mouse.move(...at)
    // The page hears of it with its next frame.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    const isOn = await page.evaluate(([left, top]) => document.elementFromPoint(left, top)?.closest('[style*=cursor]') != null, at)
    if (isOn) return at
  }
  throw new Error('There is no note in the middle of the wall.')
}

/** What others do arrives: much at once, and a little all the time. */
export async function others({ shown, wall, notes, seconds, figures, column }: Shown): Promise<void> {
  if (!wall) return
  const placed = benchNotes(notes)
  for (const where of ['all', 'actualSize'] as const) {
    await shown.look(where)
    const atOnce = await shown.record(async () => {
      wall.write(benchChanges(200, placed, 7).flat())
      await sleep(1500)
    })
    longest(`200 changes at once, ${AT[where]}`, atOnce)
    await shown.look(where)
    const changes = benchChanges(seconds * 50, placed, 11)
    let next = 0
    const stream = await shown.record(async () => {
      const writing = setInterval(() => wall.write(changes[next++] ?? []), 20)
      const far = where === 'all' ? 6 : 40
      await shown.input.wheel(seconds, shown.middle, (share) => [far * wave(share), 0.4 * far * wave(share)])
      clearInterval(writing)
    })
    longest(`50 changes a second while panning, ${AT[where]}`, stream)
    figures.add(`50 changes a second while panning, ${AT[where]}: frames shown a second`, column, stream.shownPerSecond)
  }

  function longest(question: string, { trace: { tasks } }: Recording): void {
    figures.add(`${question}: longest task, ms by the clock`, column, tasks[0]?.ms ?? NaN)
    figures.add(`${question}: longest task, ms of processor`, column, Math.max(...tasks.map(({ cpuMs }) => cpuMs)))
  }
}
