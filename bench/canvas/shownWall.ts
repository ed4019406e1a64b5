import { openBrowser, type BenchPage } from './openBrowser.ts'
import { inputTo, SHIFT, type Input, type ScreenPoint } from './input.ts'
import { traceTasks, type Trace } from './traceTasks.ts'

/** A page with a wall on it, ours or a peer's: measured from outside, in the same way. */
export interface ShownWall extends BenchPage {
  readonly input: Input
  /** The canvas, in CSS pixels of the page. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  readonly middle: ScreenPoint
  /** From the beginning of the navigation to the end of the first frame that nothing was added to. */
  readonly firstFrameMs: number
  /** Goes to all notes, or to 100 %, and waits until nothing moves. */
  look(at: 'all' | 'actualSize'): Promise<void>
  record(happen: () => Promise<unknown>): Promise<Recording>
  heapMb(): Promise<number>
}

export interface Recording {
  /** Frames that were shown, a second. */
  readonly shownPerSecond: number
  /** Between two frames of the page, in ms. */
  readonly gapP95: number
  /** Of the main thread's own processor time, for each frame of the page. */
  readonly cpuMsPerFrame: number
  /** From an input's own stamp to the end of the frame after it. */
  readonly latencyP95: number
  readonly trace: Trace
}

/** Nothing was painted for so long: the picture is taken to be complete. */
const STILL_MS = 600

/** @param notes what shows that they are on the page: a canvas without them is no picture of the wall yet */
export async function showWall(url: string, { notes, ...how }: { throttle?: number; notes?: string } = {}): Promise<ShownWall> {
  const browser = await openBrowser(url, how)
  const { page, cdp, root } = browser
  try {
    await page.waitForSelector('canvas')
    if (notes !== undefined) await page.waitForSelector(notes)
    const firstFrameMs = await page.evaluate((ms) => window.frameWatch.untilStill(ms), STILL_MS)
    // One's own link opens one's own page, which would take all input.
    if ((await page.getByRole('dialog').count()) > 0) await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    const still = (): Promise<number> => page.evaluate((ms) => window.frameWatch.untilStill(ms), STILL_MS)
    const box = await page.locator('canvas').first().boundingBox()
    if (!box) throw new Error('The page has no canvas.')
    const input = inputTo(cdp)
    const cpuSeconds = async (): Promise<number> => {
      const { metrics } = await cdp.send('Performance.getMetrics')
      return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN
    }
    return {
      ...browser,
      input,
      box,
      middle: [box.x + box.width / 2, box.y + box.height / 2],
      firstFrameMs,
      async look(at) {
        await page.evaluate(() => document.querySelector<HTMLElement>('[role=application]')?.focus())
        await input.key(at === 'all' ? 'Digit1' : 'Digit0', at === 'all' ? '!' : ')', SHIFT)
        await still()
      },
      async record(happen) {
        const figures: Pick<Recording, 'shownPerSecond' | 'gapP95' | 'cpuMsPerFrame' | 'latencyP95'>[] = []
        const trace = await traceTasks(root, async () => {
          const cpu = await cpuSeconds()
          await page.evaluate(() => window.frameWatch.begin())
          await happen()
          const { frames, latencies, ms } = await page.evaluate(() => window.frameWatch.end())
          const gaps = frames.slice(1).map((at, i) => at - (frames[i] ?? at))
          figures.push({ shownPerSecond: ms, gapP95: p95(gaps), cpuMsPerFrame: ((await cpuSeconds()) - cpu) * 1000 / frames.length, latencyP95: p95(latencies) })
        })
        const [figure] = figures
        if (!figure) throw new Error('Nothing was recorded')
        return { ...figure, shownPerSecond: (trace.shown * 1000) / figure.shownPerSecond, trace }
      },
      async heapMb() {
        await cdp.send('HeapProfiler.collectGarbage')
        return (await cdp.send('Runtime.getHeapUsage')).usedSize / 1e6
      },
    }
  } catch (error) {
    await browser.close()
    throw error
  }
}

export function p95(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(0.95 * sorted.length) - 1)] ?? NaN
}
