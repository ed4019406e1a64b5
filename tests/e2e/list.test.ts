import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import type { NoteId, ParticipantId } from '#shared/wall/ids.ts'
import { faultsOn } from '../support/access.ts'
import { openWriter } from '../support/openWriter.ts'
import { PDF_READERS } from '../support/pdfReaders.ts'
import { serverAndBrowser } from '../support/serverAndBrowser.ts'
import { takePicture } from '../support/takePicture.ts'
import { makeWall, type MadeWall } from '../support/wallApi.ts'
import { openAtTheWall, type AtTheWall } from '../support/wallOnScreen.ts'

const { server, browser } = await serverAndBrowser()

/** Far more than a screen holds, and of different heights. */
const COUNT = 400
const LONG = 'and all that goes with it, from the first survey to the last report, '
const NOTES = Array.from({ length: COUNT }, (_, at) => ({
  id: `n${String(at).padStart(3, '0')}`, text: `Note ${at} ${LONG.repeat(at % 4)}`, at: [(at % 20) * 260, Math.floor(at / 20) * 300] as const,
}))

interface Opened extends AtTheWall {
  readonly page: Page
  readonly made: MadeWall
}

describe('a list of many notes', () => {
  const open = async (screen: 'laptop' | 'phone' = 'laptop'): Promise<Opened> => {
    const made = await makeWall(server.url)
    const one = await openAtTheWall(browser, { url: server.url, wall: made, screen, notes: NOTES })
    const { page, t, press } = one.person
    if (screen === 'phone') await press(page.getByRole('tab', { name: t('wall.tabList') }))
    return { ...one, page, made }
  }
  const focused = (page: Page): Promise<string | undefined> => page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.note)
  const isSeen = (page: Page, id: string): Promise<boolean> =>
    page.evaluate((note) => {
      const box = document.querySelector(`[data-note="${note}"]`)?.getBoundingClientRect()
      const list = document.querySelector(`[data-note="${note}"]`)?.parentElement?.parentElement?.getBoundingClientRect()
      return box !== undefined && list !== undefined && box.top < list.bottom && box.bottom > list.top
    }, id)

  describe('on a laptop', () => {
    let wall: Opened
    beforeAll(async () => {
      wall = await open()
    })
    afterAll(() => wall.close())

    it('A11 draws what is in sight, says how many there are, and keys go through all of them', async () => {
      const { page, person } = wall
      const items = page.getByRole('list', { name: person.t('list.title') }).getByRole('listitem')
      await items.first().waitFor()
      expect(await items.count()).toBeLessThan(60)
      expect(await items.first().getAttribute('aria-setsize')).toBe(String(COUNT))
      expect(await items.last().getAttribute('aria-posinset')).toBe(String(COUNT))

      await items.first().focus()
      const seen: (string | undefined)[] = []
      for (const key of ['ArrowDown', 'PageDown', 'PageDown', 'ArrowUp', 'End', 'PageUp', 'ArrowDown', 'Home']) {
        await page.keyboard.press(key)
        const id = await focused(page)
        seen.push(id)
        await expect.poll(() => isSeen(page, id ?? '')).toBe(true)
      }
      expect(seen).toEqual(['n001', 'n011', 'n021', 'n020', 'n399', 'n389', 'n390', 'n000'])
      expect(await faultsOn(page)).toEqual([])
      expect(person.troubles).toEqual([])
    })

    it('A11 the focus stays with its note, however far the list is scrolled, and falls to the next when it is deleted', async () => {
      const { page, person } = wall
      const items = page.getByRole('list', { name: person.t('list.title') }).getByRole('listitem')
      await items.first().focus()
      for (let i = 0; i < 12; i++) await page.keyboard.press('PageDown')
      expect(await focused(page)).toBe('n120')
      await items.first().evaluate((item) => (item.parentElement?.parentElement ?? item).scrollTo(0, 0))
      await expect.poll(() => isSeen(page, 'n003')).toBe(true)
      expect(await focused(page)).toBe('n120')
      await page.keyboard.press('ArrowDown')
      expect(await focused(page)).toBe('n121')
      await expect.poll(() => isSeen(page, 'n121')).toBe(true)
      await page.keyboard.press('Delete')
      await expect.poll(() => focused(page)).toBe('n122')
    })
  })

  describe('on a phone', () => {
    let wall: Opened
    beforeAll(async () => {
      wall = await open('phone')
    })
    afterAll(() => wall.close())

    it('A14 A9 several notes are selected by touch, and moved together', async () => {
      const { page, person } = wall
      const { t, press } = person
      await press(person.button(t('selected.several')))
      const box = (id: string) => page.locator(`[data-note="${id}"]`).getByRole('checkbox')
      await press(box('n000'))
      await press(page.locator('[data-note="n002"]').getByText('Note 2')) // the whole note is its target
      await press(page.locator('[data-note="n001"]').getByText('Note 1'))
      await press(page.locator('[data-note="n001"]').getByText('Note 1'))
      expect([await box('n000').isChecked(), await box('n001').isChecked(), await box('n002').isChecked()]).toEqual([true, false, true])
      const bar = page.getByRole('region', { name: t('hand.actions') })
      await bar.getByText(t('hand.selected', { count: 2 }), { exact: true }).waitFor()
      expect(await faultsOn(page)).toEqual([])
      await takePicture(page, 'list-several-phone-en')
      await press(bar.getByRole('button', { name: t('move.open') }))
      const dialog = page.getByRole('dialog', { name: t('move.title', { count: 2 }) })
      await press(dialog.getByRole('button', { name: t('common.close') }))
      await press(bar.getByRole('button', { name: t('common.done') }))
      await bar.waitFor({ state: 'detached' })
      expect(await box('n000').count()).toBe(0)
      expect(person.troubles).toEqual([])
    })

    it('A12 nothing moves under a reader when somebody writes above', async () => {
      const { page, person } = wall
      const items = page.getByRole('list', { name: person.t('list.title') }).getByRole('listitem')
      const item = page.locator('[data-note="n040"]')
      await items.first().focus()
      for (let i = 0; i < 4; i++) await page.keyboard.press('PageDown')
      await expect.poll(() => isSeen(page, 'n040')).toBe(true)
      const before = await item.boundingBox()
      wall.write('n036', 0, LONG.repeat(6))
      await page.locator('[data-note="n036"]').getByText(LONG.repeat(6).trim()).waitFor()
      await expect.poll(async () => Math.abs(((await item.boundingBox())?.y ?? NaN) - (before?.y ?? NaN))).toBeLessThan(2)
      await takePicture(page, 'long-list-phone-en')
    })
  })

  describe('on a wall of its own', () => {
    let wall: Opened
    beforeEach(async () => {
      wall = await open()
    })
    afterEach(() => wall.close())

    it('A11 what is selected on the wall comes into view in the list, each line whole and none over another', async () => {
      const { page, person } = wall
      const [x, y] = await wall.at(wall.note('n250').at)
      await page.mouse.click(x + 4, y + 4)
      await expect.poll(() => isSeen(page, 'n250')).toBe(true)
      // What can be done with it has just appeared in it, and what is below makes room.
      const leastGap = (): Promise<number> =>
        page.evaluate(() => {
          const boxes = [...document.querySelectorAll<HTMLElement>('[data-note]')].map((item) => item.getBoundingClientRect()).sort((a, b) => a.top - b.top)
          return Math.min(...boxes.slice(1).map((box, i) => Math.round(box.top - (boxes[i]?.bottom ?? 0))))
        })
      await expect.poll(leastGap).toBeGreaterThanOrEqual(7)
      await takePicture(page, 'long-list-laptop-en')
      // A hand presses for longer than the page takes to draw: what is below stays under it until it lets go.
      const below = page.locator('[data-note="n251"]')
      await below.scrollIntoViewIfNeeded()
      await below.hover({ position: { x: 60, y: ((await below.boundingBox())?.height ?? 0) - 6 } })
      await page.mouse.down()
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
      await page.mouse.up()
      await expect.poll(() => below.getAttribute('aria-current')).toBe('true')
      // One that ends elsewhere chooses nothing, and is over: the keys choose as before.
      await page.locator('[data-note="n252"]').hover({ position: { x: 60, y: 12 } })
      await page.mouse.down()
      await page.mouse.move(700, 400)
      await page.mouse.up()
      expect(await below.getAttribute('aria-current')).toBe('true')
      await page.locator('[data-note="n253"]').focus()
      await expect.poll(() => page.locator('[data-note="n253"]').getAttribute('aria-current')).toBe('true')
      expect(person.troubles).toEqual([])
    })

    it('A14 A15 several notes are selected by keys and mouse, and deleted together; what others hang up is spoken, and that can be turned off', async () => {
      const { page, person } = wall
      const { t } = person
      const list = page.getByRole('list', { name: t('list.title') })
      const count = (many: number) => page.getByRole('region', { name: t('hand.actions') }).getByText(t('hand.selected', { count: many }), { exact: true })
      await list.getByRole('listitem').first().focus()
      await page.keyboard.press('Shift+ArrowDown')
      await page.keyboard.press('Shift+ArrowDown')
      await count(3).waitFor()
      await page.keyboard.press('Shift+ArrowUp')
      await count(2).waitFor()
      expect(await focused(page)).toBe('n001')
      await page.locator('[data-note="n003"]').click({ modifiers: ['Control'], position: { x: 60, y: 12 } })
      await count(3).waitFor()
      expect(await faultsOn(page)).toEqual([])
      await takePicture(page, 'list-several-laptop-en')
      await page.keyboard.press('Control+a')
      await count(COUNT).waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('region', { name: t('hand.actions') }).waitFor({ state: 'detached' })
      await page.locator('[data-note="n001"]').click({ modifiers: ['Shift'], position: { x: 60, y: 12 } })
      await count(3).waitFor()
      await page.keyboard.press('Delete')
      await wall.whenWall((notes) => notes.size === COUNT - 3 && !notes.has('n002' as NoteId))

      // A15 What others hang up meanwhile is spoken, until that is turned off.
      const bruno = await openWriter(server.url, wall.made, wall.made.keys.participant, 'Bruno')
      const offers = ['peat', 'reef'].map((id, at) => ({ type: 'placeNote', id: id as NoteId, kind: 'offer', at: [at * 260, -400], text: id, lang: 'en', name: 'Bruno', country: 'ke' }) as const)
      await bruno.write((doc) => void applyEdits(doc, offers, { participant: bruno.participant as ParticipantId, now: 1_700_000_000_000, origin: undefined }))
      bruno.close()
      await page.getByRole('status').getByText(t('spoken.notes', { count: 2 }), { exact: true }).waitFor({ state: 'attached' })
      await person.button(t('wall.menu')).click()
      await page.getByRole('menuitem', { name: t('spoken.turnOff') }).click()
      expect(await page.getByRole('status').getByText(t('spoken.notes', { count: 2 }), { exact: true }).count()).toBe(0)
      await page.reload()
      await person.button(t('wall.menu')).click()
      await page.getByRole('menuitem', { name: t('spoken.turnOn') }).waitFor()
      expect(person.troubles).toEqual([])
    })

    it('A16 A17 A19 the first key leads to the notes; they stand in a table too, to be sorted, selected and worked through, and all of them are printed', async () => {
      const { page, person } = wall
      const { t, button } = person
      const skip = page.getByRole('link', { name: t('skip.notes') })
      expect(await page.evaluate(() => document.querySelector('a[href], button, input, [tabindex]')?.textContent)).toBe(t('skip.notes'))
      await skip.focus()
      await takePicture(page, 'skip-laptop-en')
      await page.keyboard.press('Enter')
      await expect.poll(() => focused(page)).toBe('n000')

      await button(t('table.open')).click()
      const table = page.getByRole('table', { name: t('list.title') })
      const rows = table.locator('[data-note]')
      await rows.first().waitFor()
      expect(await table.getAttribute('aria-rowcount')).toBe(String(COUNT + 1))
      expect(await rows.count()).toBeLessThan(60)
      const head = table.getByRole('columnheader', { name: t('table.text') })
      for (const sort of ['ascending', 'descending']) {
        await head.getByRole('button').click()
        await expect.poll(() => head.getAttribute('aria-sort')).toBe(sort)
      }
      await expect.poll(() => rows.first().getAttribute('data-note')).toBe('n399')

      await rows.first().focus()
      await page.keyboard.press('End')
      await expect.poll(() => focused(page)).toBe('n000')
      expect(await rows.last().getAttribute('aria-rowindex')).toBe(String(COUNT + 1))
      const isWhole = (id: string): Promise<boolean> =>
        page.evaluate((note) => {
          const [row, frame, top] = [`[data-note="${note}"]`, 'div:has(> table)', 'thead'].map((selector) => document.querySelector(selector)?.getBoundingClientRect())
          return row !== undefined && frame !== undefined && top !== undefined && row.top >= top.bottom - 1 && row.bottom <= frame.bottom + 1
        }, id)
      await expect.poll(() => isWhole('n000')).toBe(true)
      await page.keyboard.press('Home')
      await expect.poll(() => isWhole('n399')).toBe(true)
      await takePicture(page, 'table-laptop-en')
      await page.keyboard.press('Shift+ArrowDown')
      await page.locator('[data-note="n396"]').getByRole('checkbox').click()
      const bar = page.getByRole('region', { name: t('hand.actions') })
      await bar.getByText(t('hand.selected', { count: 3 }), { exact: true }).waitFor()
      expect(await faultsOn(page)).toEqual([])
      await takePicture(page, 'table-several-laptop-en')
      await page.locator('[data-note="n396"]').focus()
      await page.keyboard.press('Delete')
      await wall.whenWall((notes) => notes.size === COUNT - 3 && !notes.has('n398' as NoteId))
      await button(t('list.show')).click()
      await page.getByRole('list', { name: t('list.title') }).waitFor()

      // A19 On paper come all that are listed, though only a part is drawn.
      const paper = await PDF_READERS.poppler(await page.pdf({ path: join(import.meta.dirname, '../screenshots/list-printed.pdf') }))
      expect([0, 200, 397].map((at) => paper.includes(`Note ${at}`))).toEqual([true, true, true])
      expect(paper.split(t('kind.need')).length - 1).toBe(COUNT - 3)
      expect(await page.locator('[data-print-notes]').count()).toBe(0)
      expect(person.troubles).toEqual([])
    })
  })
})
