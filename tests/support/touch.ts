import type { CDPSession, Page } from 'playwright-core'

type Point = readonly [x: number, y: number]

/** Fingers on a page, as the browser gets them from a touch screen; in CSS pixels of the page. */
export interface Fingers {
  /** Puts fingers down, moves those that lie there, or lifts all but these. */
  down(...points: readonly Point[]): Promise<void>
  move(...points: readonly Point[]): Promise<void>
  up(): Promise<void>
  /** In steps, as a finger goes. */
  drag(from: Point, to: Point): Promise<void>
  tap(point: Point): Promise<void>
}

export async function fingersOn(page: Page): Promise<Fingers> {
  const cdp: CDPSession = await page.context().newCDPSession(page)
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Point[]): Promise<unknown> =>
    cdp.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) })
  const fingers: Fingers = {
    down: async (...points) => void (await send('touchStart', points)),
    move: async (...points) => void (await send('touchMove', points)),
    up: async () => void (await send('touchEnd', [])),
    async drag([x, y], [toX, toY]) {
      const STEPS = 6
      for (let step = 1; step <= STEPS; step++) await fingers.move([x + ((toX - x) * step) / STEPS, y + ((toY - y) * step) / STEPS])
    },
    async tap(point) {
      await fingers.down(point)
      await fingers.up()
    },
  }
  return fingers
}
