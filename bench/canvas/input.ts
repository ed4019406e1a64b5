import { setTimeout as sleep } from 'node:timers/promises'
import type { CDPSession } from 'playwright-core'

export type ScreenPoint = readonly [x: number, y: number]

const HZ = 60

/** Sends input as a device does: at its own pace, whether or not the page keeps up. */
export interface Input {
  /** Turns the wheel for so long; `delta` says how far at each step, `isZoom` whether ctrl is held, as a pinch on a trackpad comes. */
  wheel(seconds: number, at: ScreenPoint, delta: (share: number) => ScreenPoint, isZoom?: boolean): Promise<void>
  /** Two fingers, `spread(share)` CSS pixels apart. */
  pinch(seconds: number, about: ScreenPoint, spread: (share: number) => number): Promise<void>
  press(at: ScreenPoint, withShift?: boolean): Promise<void>
  move(to: ScreenPoint, isPressed: boolean, withShift?: boolean): Promise<void>
  release(at: ScreenPoint, withShift?: boolean): Promise<void>
  /** Moves the pressed mouse for so long. */
  drag(seconds: number, along: (share: number) => ScreenPoint): Promise<void>
  key(code: string, key: string, modifiers?: number): Promise<void>
}

export const SHIFT = 8
const CTRL = 2

export function inputTo(cdp: CDPSession): Input {
  const mouse = async (type: 'mousePressed' | 'mouseReleased' | 'mouseMoved', [x, y]: ScreenPoint, isPressed: boolean, withShift = false): Promise<void> => {
    await cdp.send('Input.dispatchMouseEvent', { type, x, y, button: isPressed || type !== 'mouseMoved' ? 'left' : 'none', buttons: isPressed ? 1 : 0, clickCount: type === 'mouseMoved' ? 0 : 1, modifiers: withShift ? SHIFT : 0 })
  }
  const touch = async (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly ScreenPoint[]): Promise<void> => {
    await cdp.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) })
  }
  return {
    wheel: (seconds, [x, y], delta, isZoom = false) =>
      atPace(seconds, async (share) => {
        const [deltaX, deltaY] = delta(share)
        await cdp.send('Input.dispatchMouseEvent', { type: 'mouseWheel', x, y, deltaX, deltaY, modifiers: isZoom ? CTRL : 0, pointerType: 'mouse' })
      }),
    async pinch(seconds, [x, y], spread) {
      const fingers = (share: number): readonly ScreenPoint[] => [[x - spread(share) / 2, y], [x + spread(share) / 2, y]]
      await touch('touchStart', fingers(0))
      await atPace(seconds, (share) => touch('touchMove', fingers(share)))
      await touch('touchEnd', [])
    },
    press: (at, withShift) => mouse('mousePressed', at, true, withShift),
    move: (to, isPressed, withShift) => mouse('mouseMoved', to, isPressed, withShift),
    release: (at, withShift) => mouse('mouseReleased', at, false, withShift),
    drag: (seconds, along) => atPace(seconds, (share) => mouse('mouseMoved', along(share), true)),
    async key(code, key, modifiers = 0) {
      const event = { code, key, modifiers, windowsVirtualKeyCode: key.length === 1 ? key.toUpperCase().charCodeAt(0) : 0 }
      await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event })
      await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event })
    },
  }
}

/** @param send gets how much of the time has gone, in 0…1 */
async function atPace(seconds: number, send: (share: number) => Promise<void>): Promise<void> {
  const begin = performance.now()
  const count = Math.round(seconds * HZ)
  const sent: Promise<void>[] = []
  for (let step = 0; step < count; step++) {
    const wait = begin + (step * 1000) / HZ - performance.now()
    if (wait > 1) await sleep(wait)
    sent.push(send(step / count))
  }
  await Promise.all(sent)
}
