import { beforeAll, describe, expect, it } from 'vitest'
import { faultsOn } from '../support/access.ts'
import { findInList, openPerson, sayWhoIAm, whenStatus, writeNote, type Person } from '../support/person.ts'
import { serverAndBrowser } from '../support/serverAndBrowser.ts'
import { takePicture } from '../support/takePicture.ts'
import { makeWall, type MadeWall } from '../support/wallApi.ts'

const { server, browser } = await serverAndBrowser()

describe.each([
  { language: 'en', name: 'Sunita', country: 'Nepal', need: 'Camera traps for the snow leopard' },
  { language: 'ar', name: 'ليلى', country: 'الأردن', need: 'مدربون على رصد الطيور المهاجرة والمائية في الأراضي الرطبة' },
] as const)('a phone in $language', ({ language, name, country, need }) => {
  let wall: MadeWall
  let person: Person

  beforeAll(async () => {
    wall = await makeWall(server.url, { title: 'Workshop', sample: true })
    person = await openPerson(browser, { screen: 'phone', language })
  })

  const picture = (what: string): Promise<void> => takePicture(person.page, `${what}-phone-${language}`)
  const tab = (key: 'tabForm' | 'tabWall' | 'tabList' | 'tabMatches') => person.page.getByRole('tab', { name: person.t(`wall.${key}`) })
  /** Nothing sticks out at the side: the page cannot be pushed about under the thumb. */
  const overhang = (): Promise<number> => person.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

  it('A8 the start page and the door fit the screen', async () => {
    const { page, t } = person
    await page.goto(server.url)
    await page.getByRole('heading', { level: 1, name: t('home.headline') }).waitFor()
    expect(await page.getAttribute('html', 'dir')).toBe(language === 'ar' ? 'rtl' : 'ltr')
    expect(await overhang()).toBe(0)
    expect(await faultsOn(page)).toEqual([])
    await picture('home')
    await page.goto(wall.links.participant)
    await person.field(t('join.name')).waitFor()
    expect(await overhang()).toBe(0)
    expect(await faultsOn(page)).toEqual([])
    await picture('join')
    await sayWhoIAm(person, { name, country })
    await whenStatus(person, t('status.saved'))
  })

  it('A8 the form is the first thing, and takes one note after another', async () => {
    const { page, t, field } = person
    expect(await tab('tabForm').getAttribute('aria-selected')).toBe('true')
    await field(t('form.needText')).waitFor()
    expect(await overhang()).toBe(0)
    expect(await faultsOn(page)).toEqual([])
    await picture('form')
    await writeNote(person, 'need', need)
    await writeNote(person, 'offer', '蜜蜂监测')
    const mine = page.getByRole('listitem').filter({ hasText: need }).first()
    await mine.waitFor()
    const heights = await mine.getByRole('button').evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().top))
    expect([heights.length, new Set(heights).size], 'what can be done with a note stands in one row').toEqual([3, 1])
    expect(await field(t('form.offerText')).inputValue()).toBe('')
    await picture('form-written')
  })

  it('A8 A29 wall, list and matches are one tap away', async () => {
    const { page, t } = person
    await person.press(tab('tabWall'))
    await page.getByRole('application', { name: t('canvas.label', { count: 62 }) }).waitFor()
    expect(await page.evaluate(cutControls)).toEqual([])
    expect(await page.evaluate(untidyBars)).toEqual([])
    expect(await faultsOn(page)).toEqual([])
    await picture('wall')
    await person.press(person.button(t('find.open')))
    await page.keyboard.type(need.slice(0, 6))
    await person.button(t('find.next')).waitFor()
    expect(await page.evaluate(cutControls), 'looking for notes').toEqual([])
    expect(await page.evaluate(untidyBars), 'looking for notes').toEqual([])
    await picture('find')
    await person.press(person.button(t('list.showAll')))
    await person.press(tab('tabList'))
    const mine = await findInList(person, need)
    expect(await mine.getAttribute('aria-label')).toContain(t(`kind.need`))
    expect(await mine.getAttribute('aria-label')).toContain(name)
    expect(await mine.locator('p[dir=auto]').evaluate((text) => getComputedStyle(text).direction)).toBe(language === 'ar' ? 'rtl' : 'ltr')
    expect(await overhang()).toBe(0)
    expect(await faultsOn(page)).toEqual([])
    await picture('list')
    await person.press(tab('tabMatches'))
    await page.getByRole('tabpanel', { name: t('wall.tabMatches') }).getByText(t('match.needLooksFor')).first().waitFor()
    expect(await overhang()).toBe(0)
    expect(await faultsOn(page)).toEqual([])
    await picture('matches')
  })

  it('A9 what is touched is at least 44 pixels high', async () => {
    for (const part of ['tabForm', 'tabList', 'tabMatches'] as const) {
      await person.press(tab(part))
      const small = await person.page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('button, a[href], [role=tab], input:not([type=radio]), select, textarea')]
          // Behind a list to choose from lies a clipped one for the browser's own form filling, which no finger reaches.
          .filter((element) => !element.closest('[aria-hidden=true]') && element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
          .map((element) => ({ name: element.getAttribute('aria-label') ?? element.textContent, height: element.getBoundingClientRect().height }))
          .filter(({ height }) => height > 1 && height < 44),
      )
      expect(small, part).toEqual([])
    }
  })

  it('A18 A29 at 400 % on a laptop, 320 by 256 pixels, nothing sticks out or is cut, and there is room to read', async () => {
    const { page, t } = person
    await page.setViewportSize({ width: 320, height: 256 })
    const look = async (what: string): Promise<void> => {
      expect(await page.evaluate(sticksOut), what).toEqual([])
      await picture(`narrow-${what}`)
    }
    for (const part of ['tabForm', 'tabList', 'tabMatches', 'tabWall'] as const) {
      await person.press(tab(part))
      await look(part)
    }
    expect(await page.evaluate(cutControls), 'the controls of the wall').toEqual([])
    expect(await page.evaluate(untidyBars), 'the bars of the wall').toEqual([])
    await person.press(person.button(t('find.open')))
    await page.keyboard.type(need.slice(0, 6))
    await person.button(t('find.next')).waitFor()
    expect(await page.evaluate(cutControls), 'looking for notes').toEqual([])
    expect(await page.evaluate(untidyBars), 'looking for notes').toEqual([])
    await picture('narrow-find')
    await person.press(person.button(t('find.filter')))
    const filter = page.getByRole('dialog', { name: t('find.filter') })
    await filter.waitFor()
    expect(await filter.evaluate(touchesEdge), 'the filter over the wall').toEqual([])
    await page.keyboard.press('Escape')
    await filter.waitFor({ state: 'detached' })
    await person.press(person.button(t('list.showAll')))
    await person.press(tab('tabList'))
    const item = page.getByRole('list', { name: t('list.title') }).getByRole('listitem').first()
    await item.scrollIntoViewIfNeeded()
    await look('list-read')
    await person.press(person.button(t('wall.menu')))
    await page.getByRole('menuitem', { name: t('wall.myDetails') }).waitFor()
    await look('menu')
    await person.press(page.getByRole('menuitem', { name: t('wall.myDetails') }))
    await page.getByRole('dialog').waitFor()
    await look('details')
    await page.keyboard.press('Escape')
    await person.press(person.button(t('mine.title')))
    await page.getByRole('dialog', { name: t('mine.title') }).waitFor()
    await look('mine')
    await page.keyboard.press('Escape')
    await page.goto(server.url)
    await page.getByRole('heading', { level: 1, name: t('home.headline') }).waitFor()
    await look('home')
  })

  it('no page threw or logged an error', () => {
    expect(person.troubles).toEqual([])
  })
})

/** What a reader would have to scroll sideways for, or never sees: it ends beyond the page, and nothing around it scrolls that way. Runs in the page. */
function sticksOut(): string[] {
  const scrolls = (element: Element | null): boolean =>
    element !== null && element !== document.body && (/auto|scroll/.test(getComputedStyle(element).overflowX) ? element.scrollWidth > element.clientWidth && !element.querySelector('[data-note]') : scrolls(element.parentElement))
  return [...document.body.querySelectorAll('*')]
    .filter((element) => {
      const { left, right, width, height } = element.getBoundingClientRect()
      if (width <= 1 || height <= 1 || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false
      return (left < -1 || right > innerWidth + 1) && !element.closest('[role=application], svg, [aria-hidden=true]') && !scrolls(element.parentElement)
    })
    .map((element) => `${element.tagName} ${element.className.toString()} ${element.textContent.slice(0, 30)}`)
}

/** What has no room beside it within this frame. Runs in the page. */
function touchesEdge(frame: Element): string[] {
  const edge = frame.getBoundingClientRect()
  return [...frame.querySelectorAll('*')]
    .filter((element) => {
      const { left, right, width } = element.getBoundingClientRect()
      return width > 1 && (left < edge.left + 8 || right > edge.right - 8)
    })
    .map((element) => `${element.tagName} ${element.textContent.slice(0, 30)}`)
}

/** Controls on the wall that are cut by its edges or partly under another one. Runs in the page. */
function cutControls(): string[] {
  const frame = document.querySelector('[role=application]')?.parentElement
  if (!frame) return ['There is no wall.']
  const edge = frame.getBoundingClientRect()
  return [...frame.querySelectorAll('button, input')]
    .filter((control) => control.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .filter((control) => {
      const { left, right, top, bottom } = control.getBoundingClientRect()
      if (left < edge.left || right > edge.right || top < edge.top || bottom > edge.bottom) return true
      const corners = [[left + 4, top + 4], [right - 4, top + 4], [left + 4, bottom - 4], [right - 4, bottom - 4]] as const
      return corners.some(([x, y]) => {
        const above = document.elementFromPoint(x, y)
        // In the end of a field lies the button that empties it.
        const whole = control.matches('input') ? (control.parentElement ?? control) : control
        return above === null || !(whole.contains(above) || above.contains(control))
      })
    })
    .map((control) => control.getAttribute('aria-label') ?? control.textContent)
}

/** Bars over the wall whose controls stand neither in one row nor in one column, and those that another one touches. Runs in the page. */
function untidyBars(): string[] {
  const isSeen = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.getBoundingClientRect().width > 0
  const nameOf = (bar: Element): string => bar.getAttribute('aria-label') ?? [...bar.querySelectorAll('button')].map((button) => button.getAttribute('aria-label') ?? button.textContent).join(', ')
  const bars = [...document.querySelectorAll('[data-cover=edge]')].filter(isSeen)
  if (bars.length === 0) return ['There is none.']
  const bent = bars.filter((bar) => {
    const boxes = [...bar.querySelectorAll('button, input')].filter(isSeen).map((control) => control.getBoundingClientRect())
    const isRow = Math.max(...boxes.map(({ top }) => top)) < Math.min(...boxes.map(({ bottom }) => bottom))
    const isColumn = Math.max(...boxes.map(({ left }) => left)) < Math.min(...boxes.map(({ right }) => right))
    return !isRow && !isColumn
  })
  const isClear = (one: DOMRect, other: DOMRect): boolean => one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top
  const touching = bars.filter((bar) => bars.some((other) => other !== bar && !isClear(bar.getBoundingClientRect(), other.getBoundingClientRect())))
  return [...bent.map((bar) => `in several rows: ${nameOf(bar)}`), ...touching.map((bar) => `touched: ${nameOf(bar)}`)]
}
