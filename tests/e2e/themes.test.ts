import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsOn } from '../support/access.ts'
import { openPerson, type Person } from '../support/person.ts'
import { serverAndBrowser } from '../support/serverAndBrowser.ts'
import { takePicture } from '../support/takePicture.ts'
import { openAtTheWall, type AtTheWall } from '../support/wallOnScreen.ts'
import { makeWall, type MadeWall } from '../support/wallApi.ts'

const { server, browser } = await serverAndBrowser()

const THEMES = {
  light: { colorScheme: 'light', contrast: 'no-preference' },
  dark: { colorScheme: 'dark', contrast: 'no-preference' },
  contrast: { colorScheme: 'light', contrast: 'more' },
  'contrast-dark': { colorScheme: 'dark', contrast: 'more' },
} as const

describe('the themes', () => {
  let wall: MadeWall
  let amina: AtTheWall
  let newcomer: Person

  beforeAll(async () => {
    wall = await makeWall(server.url, { title: 'Looks' })
    amina = await openAtTheWall(browser, {
      url: server.url,
      wall,
      notes: [
        { id: 'need-1', at: [0, 0], text: 'Training in soil carbon mapping' },
        { id: 'offer-1', at: [240, 0], kind: 'offer', text: 'Trainers for soil carbon mapping' },
      ],
    })
    newcomer = await openPerson(browser)
  })
  afterAll(async () => {
    await amina?.close()
  })

  it('A20 A21 page and canvas follow the device, nobody is kept out in any theme, and the pads are told by paper and sign', async () => {
    const { page, t } = amina.person
    for (const [theme, media] of Object.entries(THEMES)) {
      await page.emulateMedia(media)
      await whenWallIsIn(page, theme)
      expect([theme, await faultsOn(page)]).toEqual([theme, []])
      expect(await page.evaluate(lookOfPads), theme).toEqual([
        { kind: 'need', paper: 'yellow', sign: 'ring' },
        { kind: 'offer', paper: 'red', sign: 'square' },
      ])
      await takePicture(page, `wall-laptop-${theme}`)
    }
    await page.emulateMedia({ ...THEMES.dark, contrast: 'no-preference', forcedColors: 'active' })
    await whenWallIsIn(page, 'contrast-dark')
    await takePicture(page, 'wall-laptop-forced')
    expect((await page.evaluate(lookOfPads)).map(({ sign }) => sign), 'the device has taken the paper away').toEqual(['ring', 'square'])
    // What is chosen can have the focus too, and looks otherwise then.
    const all = page.getByRole('radiogroup', { name: t('list.kind') }).locator('label').first()
    const outline = (): Promise<string> => all.evaluate((label) => getComputedStyle(label).outlineWidth)
    expect(await outline()).toBe('2px')
    await all.getByRole('radio').press('Home')
    expect(await outline()).toBe('3px')
    await page.emulateMedia({ ...THEMES.light, forcedColors: 'none' })
  })

  it('A21 what was chosen on the wall goes before the device, and is remembered', async () => {
    const { page, t, button } = amina.person
    await button(t('wall.menu')).click()
    await page.getByRole('menuitem', { name: t('looks.theme') }).click()
    const dialog = page.getByRole('dialog', { name: t('looks.theme') })
    expect(await dialog.getByRole('radio', { name: t('looks.system') }).isChecked()).toBe(true)
    await dialog.getByText(t('looks.dark'), { exact: true }).click()
    await whenWallIsIn(page, 'dark')
    expect(await faultsOn(page)).toEqual([])
    await takePicture(page, 'theme-laptop-dark')
    await dialog.getByRole('button', { name: t('common.done') }).click()
    await page.addInitScript(rememberFirstTheme)
    await page.reload()
    await whenWallIsIn(page, 'dark')
    expect(await page.evaluate(() => (window as unknown as { firstTheme: string }).firstTheme)).toBe('dark')
  })

  it('A21 the start page and the door offer the same', async () => {
    const { page, t, button } = newcomer
    for (const address of [server.url, wall.links.participant]) {
      await page.goto(address)
      for (const theme of ['dark', 'contrast'] as const) {
        await button(t('looks.theme')).click()
        await page.getByRole('menuitemradio', { name: t(`looks.${theme}`) }).click()
        await page.getByRole('menuitemradio').first().waitFor({ state: 'detached' })
        expect(await page.getAttribute('html', 'data-theme')).toBe(theme)
        expect(await faultsOn(page)).toEqual([])
        await takePicture(page, `${address === server.url ? 'home' : 'door'}-laptop-${theme}`)
      }
    }
  })

  it("A21 the room's screen stays light", async () => {
    const { page } = newcomer
    await page.goto(wall.links.viewer)
    await whenWallIsIn(page, 'light')
    expect(await page.evaluate(() => localStorage.getItem('pollinate.theme'))).toBe('contrast')
  })

  it('no page threw or logged an error', () => {
    expect([...amina.person.troubles, ...newcomer.troubles]).toEqual([])
  })
})

/** The page has this theme, and the bare wall in the corner of the canvas is painted in its colours. */
async function whenWallIsIn(page: Page, theme: string): Promise<void> {
  await page.waitForFunction(isWallIn, theme)
}
/** Runs in the page. */
function isWallIn(theme: string): boolean {
  const canvas = document.querySelector('canvas')
  const context = canvas?.getContext('2d')
  if (!context || document.documentElement.dataset['theme'] !== theme) return false
  const [red = 0, green = 0, blue = 0] = context.getImageData(3, 3, 1, 1).data
  const painted = `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`
  // A colour may be written short in the sheet; one that is set here is read in full.
  const pen = document.createElement('canvas').getContext('2d')
  return ['--wall', '--wall-dot'].some((name) => {
    if (pen) pen.fillStyle = getComputedStyle(document.documentElement).getPropertyValue(name).trim()
    return pen?.fillStyle === painted
  })
}
/** What kind each pad is, by its paper and by its sign. Runs in the page. */
function lookOfPads(): { kind: string | undefined; paper: string; sign: string }[] {
  const nameOf = (colour: string): string => {
    const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number)
    if (red < 150 || blue > 150) return colour
    return green > 150 ? 'yellow' : green < 100 ? 'red' : colour
  }
  const signOf = (sign: Element | null): string => {
    if (!sign) return 'none'
    const { borderTopWidth, borderTopStyle, borderTopLeftRadius, backgroundColor, borderTopColor } = getComputedStyle(sign)
    if (borderTopWidth === '0px' || borderTopStyle !== 'solid' || borderTopColor === getComputedStyle(sign.closest('button') ?? sign).backgroundColor) return 'none'
    const isHollow = backgroundColor === 'rgba(0, 0, 0, 0)'
    return borderTopLeftRadius === '50%' && isHollow ? 'ring' : borderTopLeftRadius === '0px' ? 'square' : `${borderTopLeftRadius} ${backgroundColor}`
  }
  return [...document.querySelectorAll<HTMLElement>('button[data-kind]')].map((pad) => ({
    kind: pad.dataset.kind,
    paper: nameOf(getComputedStyle(pad).backgroundColor),
    sign: signOf(pad.querySelector('[aria-hidden=true]')),
  }))
}

/** Runs before the page's own scripts: notes the theme at the time when the body begins, of which nothing is painted yet. */
function rememberFirstTheme(): void {
  new MutationObserver((_, observer) => {
    if (!document.body) return
    ;(window as unknown as { firstTheme: string | undefined }).firstTheme = document.documentElement.dataset['theme']
    observer.disconnect()
  }).observe(document, { childList: true, subtree: true })
}
