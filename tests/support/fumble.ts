import type { CDPSession, Page } from 'playwright-core'

/** What a hand does that knows nothing of the page: pointers, wheel, fingers, keys, windows that change their size. */
export type Fumble =
  | { readonly do: 'mouse'; readonly points: readonly Point[]; readonly keys: number }
  | { readonly do: 'wheel'; readonly at: Point; readonly delta: Point; readonly keys: number }
  | { readonly do: 'doubleClick'; readonly at: Point }
  | { readonly do: 'fingers'; readonly from: readonly Point[]; readonly to: readonly Point[]; readonly isTakenAway: boolean }
  | { readonly do: 'key'; readonly key: string }
  | { readonly do: 'type'; readonly text: string }
  | { readonly do: 'resize'; readonly width: number; readonly height: number }

/** In 0…1 of the canvas, with all that lies on it. */
type Point = readonly [x: number, y: number]

const KEYS = ['Escape', 'Escape', 'Enter', 'Tab', 'ArrowLeft', 'ArrowDown', 'Shift+ArrowRight', 'n', 'Shift+N', 'Delete', 'Control+z', 'Control+Shift+Z', 'Shift+Digit1', 'Shift+Digit0', '+', '-', 'Control+a', 'Control+c', 'Control+v', 'Control+d'] as const
const TEXTS = ['soil ', 'water, please', 'تربة ', 'почва', '👩🏽‍🌾', '<b>'] as const

/** @param random in 0…1 */
export function inventFumble(random: () => number): Fumble {
  const point = (): Point => [random(), random()]
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] ?? (all[0] as T) // none of the lists is empty
  const keys = random() < 0.2 ? pick([2, 8]) : 0
  const kind = random()
  if (kind < 0.34) return { do: 'mouse', points: Array.from({ length: 1 + Math.floor(random() * 5) }, point), keys }
  if (kind < 0.5) return { do: 'wheel', at: point(), delta: [(random() - 0.5) * 600, (random() - 0.5) * 600], keys }
  if (kind < 0.56) return { do: 'doubleClick', at: point() }
  if (kind < 0.7) {
    const count = 1 + Math.floor(random() * 3)
    return { do: 'fingers', from: Array.from({ length: count }, point), to: Array.from({ length: count }, point), isTakenAway: random() < 0.2 }
  }
  if (kind < 0.88) return { do: 'key', key: pick(KEYS) }
  if (kind < 0.96) return { do: 'type', text: pick(TEXTS) }
  return { do: 'resize', width: 320 + Math.floor(random() * 1400), height: 480 + Math.floor(random() * 600) }
}

/**
 * Does it, at the level of the device: whatever lies over the canvas at that place gets it. The rest of the page has doors that lead
 * away and another language to choose: pointers stay on the canvas, and where Tab leads off it the hand goes back.
 */
export async function doFumble(page: Page, cdp: CDPSession, fumble: Fumble): Promise<void> {
  const canvas = await page.evaluate(stayOnCanvas)
  const isPointed = fumble.do !== 'key' && fumble.do !== 'type' && fumble.do !== 'resize'
  // In a narrow window another tab may be in front.
  if (isPointed && (canvas.width < 2 || canvas.height < 2)) return
  const at = ([x, y]: Point): { x: number; y: number } => ({ x: Math.floor(canvas.x + x * (canvas.width - 1)), y: Math.floor(canvas.y + y * (canvas.height - 1)) })
  const mouse = (type: 'mousePressed' | 'mouseReleased' | 'mouseMoved', point: Point, modifiers: number, clickCount = 1): Promise<unknown> =>
    cdp.send('Input.dispatchMouseEvent', { type, ...at(point), button: 'left', buttons: type === 'mouseReleased' ? 0 : 1, clickCount, modifiers })
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel', points: readonly Point[]): Promise<unknown> =>
    cdp.send('Input.dispatchTouchEvent', { type, touchPoints: points.map((point, id) => ({ ...at(point), id })) })
  switch (fumble.do) {
    case 'mouse': {
      const [first, ...others] = fumble.points
      if (!first) return
      await mouse('mousePressed', first, fumble.keys)
      for (const point of others) await mouse('mouseMoved', point, fumble.keys)
      await mouse('mouseReleased', others.at(-1) ?? first, fumble.keys)
      return
    }
    case 'wheel':
      await cdp.send('Input.dispatchMouseEvent', { type: 'mouseWheel', ...at(fumble.at), deltaX: fumble.delta[0], deltaY: fumble.delta[1], modifiers: fumble.keys })
      return
    case 'doubleClick':
      for (const count of [1, 2]) for (const type of ['mousePressed', 'mouseReleased'] as const) await mouse(type, fumble.at, 0, count)
      return
    case 'fingers':
      await touch('touchStart', fumble.from)
      await touch('touchMove', fumble.to)
      if (fumble.isTakenAway) await touch('touchCancel', [])
      else {
        // The fingers go up one after the other.
        await touch('touchMove', fumble.to.slice(1).length > 0 ? fumble.to : fumble.from)
        await touch('touchEnd', [])
      }
      return
    case 'key':
      return page.keyboard.press(fumble.key)
    case 'type':
      return page.keyboard.insertText(fumble.text)
    case 'resize':
      return page.setViewportSize(fumble)
  }
}

/** Where the canvas is on the page, in CSS pixels. Runs in the page. */
function stayOnCanvas(): { x: number; y: number; width: number; height: number } {
  const canvas = document.querySelector<HTMLElement>('[role=application]')
  const { activeElement } = document
  const isAway = activeElement !== document.body && !canvas?.parentElement?.contains(activeElement) && !activeElement?.closest('[role=dialog], [role=alertdialog], [role=menu], [role=listbox]')
  if (isAway) canvas?.focus({ preventScroll: true })
  const { x = 0, y = 0, width = 0, height = 0 } = canvas?.getBoundingClientRect() ?? {}
  return { x, y, width, height }
}
