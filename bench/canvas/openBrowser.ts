import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core'
import { findChromium } from '../../scripts/findChromium.ts'
import { FRAME_WATCH } from './frameWatch.ts'

export interface BenchPage {
  readonly page: Page
  readonly cdp: CDPSession
  /** Of the whole browser: traces. */
  readonly root: CDPSession
  readonly errors: readonly string[]
  close(): Promise<void>
}

const SCREEN = { width: 1920, height: 1080 }
/** A browser that was just started is busy with pages of its own for a while; a delegate's has been running when a wall is opened. */
const SETTLE_MS = 2000

/** A browser of its own, so that nothing is warm from another run; drawn by software, as there is no graphics card. */
export async function openBrowser(url: string, { throttle = 1 }: { throttle?: number } = {}): Promise<BenchPage> {
  const browser: Browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--enable-precise-memory-info'],
  })
  try {
    const context = await browser.newContext({ viewport: SCREEN, locale: 'en-GB' })
    context.setDefaultTimeout(120_000)
    await context.addInitScript({ path: fileURLToPath(FRAME_WATCH) })
    const page = await context.newPage()
    const errors: string[] = []
    page.on('pageerror', ({ message }) => errors.push(message))
    const cdp = await context.newCDPSession(page)
    const root = await browser.newBrowserCDPSession()
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
    if (throttle > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle })
    await sleep(SETTLE_MS)
    await page.goto(url, { waitUntil: 'commit' })
    return { page, cdp, root, errors, close: () => browser.close() }
  } catch (error) {
    await browser.close()
    throw error
  }
}
