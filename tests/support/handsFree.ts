import type { CDPSession, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** How somebody who does not point gets about: things are found by role and name alone. */
export interface HandsFree {
  /** Goes on from where one is to the next thing of this role and name. */
  to(role: Role, name: string): Promise<void>
  /** To a field for a day, which has no role of its own in a query. */
  toDay(name: string): Promise<void>
  /** Does what the thing does at which one is. */
  press(): Promise<void>
  /** Takes one of several that belong together. */
  choose(role: 'tab' | 'radio', name: string): Promise<void>
}

/** As both the tree of a browser and queries call them. */
export type Role = 'button' | 'combobox' | 'link' | 'radio' | 'tab' | 'textbox'

/** More than there are things to stop at on any page: who has pressed Tab so often goes in a circle. */
const MOST_STOPS = 150

/** With a keyboard: Tab, arrow keys, Enter and Space, and nothing else. */
export function byKeys(page: Page): HandsFree {
  const at = async (what: Locator): Promise<boolean> => (await what.and(page.locator(':focus')).count()) > 0
  const tabTo = async (what: Locator, words: string): Promise<void> => {
    const stops: string[] = []
    while (!(await at(what))) {
      await page.keyboard.press('Tab')
      stops.push(await page.evaluate(sayFocus))
      if (stops.length > MOST_STOPS) throw new Error(`No way to the ${words}. Tab goes to: ${[...new Set(stops)].join(' | ')}`)
    }
    expect(await page.evaluate(howFocusIsSeen), `how the ${words} is seen`).toBe('marked and uncovered')
  }
  const to = async (what: Locator, words: string): Promise<void> => {
    await what.first().waitFor()
    await tabTo(what, words)
  }
  return {
    to: (role, name) => to(page.getByRole(role, { name, exact: true }), `${role} "${name}"`),
    toDay: (name) => to(page.getByLabel(name, { exact: true }), `day "${name}"`),
    press: () => page.keyboard.press('Enter'),
    async choose(role, name) {
      const wanted = page.getByRole(role, { name })
      await wanted.waitFor()
      const group = page.locator('[role=radiogroup], [role=tablist]').filter({ has: wanted })
      await tabTo(group.getByRole(role), role)
      for (let turns = 0; turns < MOST_STOPS && !(await at(wanted)); turns++) await page.keyboard.press('ArrowRight')
      expect(await at(wanted), `arrow keys reach the ${role} "${name}"`).toBe(true)
      await page.keyboard.press('Space')
    },
  }
}

/** Runs in the page. */
function sayFocus(): string {
  const element = document.activeElement
  return `${element?.getAttribute('role') ?? element?.tagName.toLowerCase() ?? 'nothing'} ${element?.getAttribute('aria-label') ?? element?.textContent?.slice(0, 40) ?? ''}`
}

/** Runs in the page. */
function howFocusIsSeen(): string {
  const element = document.activeElement
  if (!element) return 'not there'
  const { left, right, top, bottom } = element.getBoundingClientRect()
  const above = document.elementFromPoint((Math.max(left, 0) + Math.min(right, innerWidth)) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2)
  if (!above) return 'outside of the window'
  // What is chosen from several is often a hidden input in a label that is drawn.
  const drawn = element.closest('label') ?? element
  if (!drawn.contains(above) && !above.contains(drawn)) return `under ${above.outerHTML.slice(0, 100)}`
  const isMarked = [element, drawn, element.parentElement ?? element].some((one) => {
    const { outlineStyle, boxShadow } = getComputedStyle(one)
    return outlineStyle !== 'none' || boxShadow !== 'none'
  })
  return isMarked ? 'marked and uncovered' : `not marked: ${element.outerHTML.slice(0, 100)}`
}

/** One thing that a screen reader meets. */
export interface Met {
  readonly role: string
  readonly name: string
  readonly node: number
}

export interface ScreenReader extends HandsFree {
  /** Everything there is to read, in order. */
  read(): Promise<readonly Met[]>
}

/** With a screen reader: through the tree that the browser hands to it, from beginning to end. */
export async function byEar(page: Page): Promise<ScreenReader> {
  const browser = await page.context().newCDPSession(page)
  await browser.send('Accessibility.enable')
  /** The node at which the reader is. */
  let at: number | undefined
  const read = (): Promise<readonly Met[]> => readTree(browser)
  /** From where one is to the end, then from the beginning. */
  const onwards = async (): Promise<readonly Met[]> => {
    const all = await read()
    const place = Math.max(0, all.findIndex(({ node }) => node === at))
    return [...all.slice(place), ...all.slice(0, place)]
  }
  const to = async (role: string, name: string): Promise<void> => {
    let found: Met | undefined
    let seen: readonly Met[] = []
    await expect
      .poll(async () => {
        seen = await onwards()
        found = seen.find((one) => one.role === role && one.name === name)
        return found !== undefined
      }, { timeout: 20_000 })
      .toBe(true)
      .catch(() => {
        throw new Error(`The ${role} "${name}" does not come. What comes: ${seen.filter(({ role }) => role !== 'StaticText').map(({ role, name }) => `${role} "${name}"`).join(' | ')}`)
      })
    at = found?.node
  }
  const press = async (): Promise<void> => {
    const { object } = await browser.send('DOM.resolveNode', { backendNodeId: at ?? 0 })
    await browser.send('Runtime.callFunctionOn', { objectId: object.objectId ?? '', functionDeclaration: 'function () { this.focus(); this.click() }' })
  }
  return {
    read,
    to: async (role, name) => {
      await to(role, name)
      if (role === 'textbox' || role === 'combobox') await browser.send('DOM.focus', { backendNodeId: at ?? 0 })
    },
    async toDay(name) {
      await to('Date', name)
      await browser.send('DOM.focus', { backendNodeId: at ?? 0 })
    },
    press,
    async choose(role, name) {
      await to(role, name)
      await press()
    },
  }
}

async function readTree(browser: CDPSession): Promise<readonly Met[]> {
  const { nodes } = await browser.send('Accessibility.getFullAXTree')
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const met: Met[] = []
  const visit = (id: string): void => {
    const node = byId.get(id)
    if (!node) return
    if (!node.ignored) met.push({ role: String(node.role?.value ?? ''), name: String(node.name?.value ?? ''), node: node.backendDOMNodeId ?? -1 })
    node.childIds?.forEach(visit)
  }
  if (nodes[0]) visit(nodes[0].nodeId)
  return met
}

/** From now on keeps what the page tells a screen reader without being asked. Before the page is loaded. */
export async function listenTo(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const told: string[] = []
    ;(window as unknown as { told: string[] }).told = told
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement
        const region = element?.closest('[role=status], [role=log], [role=alert], [aria-live=polite], [aria-live=assertive]')
        if (region?.textContent && !region.closest('[aria-hidden=true]')) told.push(region.textContent)
      }
    }).observe(document, { childList: true, subtree: true, characterData: true })
  })
}

/** Resolves as soon as this has been told. */
export async function whenTold(page: Page, words: string): Promise<void> {
  await page.waitForFunction((wanted) => (window as unknown as { told: string[] }).told.some((said) => said.includes(wanted)), words)
}
