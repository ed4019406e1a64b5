import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import type { NoteId, ParticipantId } from '#shared/wall/ids.ts'
import type { WallPoint } from '#shared/wall/schema.ts'
import { faultsOn } from '../support/access.ts'
import { openWriter, type Writer } from '../support/openWriter.ts'
import { serverAndBrowser } from '../support/serverAndBrowser.ts'
import { takePicture } from '../support/takePicture.ts'
import { makeWall } from '../support/wallApi.ts'
import { openAtTheWall, wallBox, type AtTheWall, type NoteAt } from '../support/wallOnScreen.ts'

const { server, browser } = await serverAndBrowser()

const MINE: readonly NoteAt[] = [
  { id: 'peat', at: [0, 0], text: 'Peat maps for the coast' },
  { id: 'seed', at: [300, 30], text: 'Seed banks', kind: 'offer' },
]
const OTHERS: readonly NoteAt[] = [
  { id: 'bees', at: [600, -20], text: 'Wild bees on peat' },
  { id: 'reef', at: [40, 400], text: 'Reef surveys' },
  { id: 'bog', at: [640, 420], text: 'Drained peat, wet again', kind: 'offer' },
]

describe('looking for notes on the wall', () => {
  let writer: Writer
  let her: AtTheWall
  beforeAll(async () => {
    const wall = await makeWall(server.url)
    writer = await openWriter(server.url, wall, wall.keys.participant)
    const { participant } = writer
    await writer.write((doc) =>
      applyEdits(
        doc,
        OTHERS.map(({ id, at, text = '', kind = 'need' }) => ({ type: 'placeNote', id: id as NoteId, kind, at, text, lang: 'en', name: 'Bruno', country: 'br' }) as const),
        { participant: participant as ParticipantId, now: 1_800_000_000_000, origin: null },
      ),
    )
    her = await openAtTheWall(browser, { url: server.url, wall, notes: MINE })
    await her.whenWall((notes) => notes.size === 5)
  })
  afterAll(async () => {
    expect(her?.person.troubles).toEqual([])
    await her?.close()
    writer?.close()
  })

  const bar = (): Locator => her.person.page.getByRole('search', { name: her.person.t('find.label') })
  /** Red, green and blue of the wall: below the left end of a note's strip, or elsewhere from its corner. */
  const colourAt = async ([x, y]: WallPoint, [dx, dy]: WallPoint = [30, 50]): Promise<readonly number[]> => {
    const { page } = her.person
    const area = await wallBox(page)
    const [left, top] = await her.at([x + dx, y + dy])
    return page.evaluate(
      ([px, py]) => {
        const context = document.querySelector<HTMLCanvasElement>('[role=application] canvas')?.getContext('2d')
        return [...(context?.getImageData(px * devicePixelRatio, py * devicePixelRatio, 1, 1).data ?? [])].slice(0, 3)
      },
      [left - area.x, top - area.y] as const,
    )
  }
  const PAPER = [255, 224, 102]
  const WALL = [241, 239, 233]
  const MARK = [31, 31, 31]

  it('W45 A30 what the list is filtered by is dimmed on the wall, which says so; hidden if wanted, and then out of reach', async () => {
    const { page, t, button } = her.person
    const reef = her.note('reef').at
    await expect.poll(() => colourAt(reef)).toEqual(PAPER)
    await page.getByRole('searchbox', { name: t('list.search') }).fill('peat')
    await bar().getByText(t('list.countOf', { found: 3, count: 5 })).waitFor()
    await expect.poll(() => colourAt(reef)).not.toEqual(PAPER)
    expect(await colourAt(reef)).not.toEqual(WALL)
    expect(await colourAt(her.note('peat').at)).toEqual(PAPER)
    const { y = 0, height = 0 } = (await bar().boundingBox()) ?? {}
    expect((await her.at(her.note('bees').at))[1], 'the highest note').toBeGreaterThan(y + height)
    expect(await faultsOn(page)).toEqual([])
    await takePicture(page, 'find-dim-laptop-en')

    // What is dimmed can be touched, and looks as always while it is selected.
    await page.mouse.click(...(await her.at([reef[0] + 30, reef[1] + 50])))
    await page.getByRole('toolbar', { name: t('canvas.actions') }).waitFor()
    await expect.poll(() => colourAt(reef)).toEqual(PAPER)
    await page.keyboard.press('Escape')

    await bar().getByText(t('find.hide')).click()
    await expect.poll(() => colourAt(reef)).toEqual(WALL)
    await page.mouse.click(...(await her.at([reef[0] + 30, reef[1] + 50])))
    await page.getByRole('application').focus()
    await page.keyboard.press('Control+a')
    await page.getByText(t('hand.selected', { count: 3 })).first().waitFor()
    await page.keyboard.press('Escape')
    await takePicture(page, 'find-hidden-laptop-en')

    await button(t('list.showAll')).click()
    await bar().waitFor({ state: 'detached' })
    await expect.poll(() => colourAt(reef)).toEqual(PAPER)
    expect(await page.getByRole('searchbox', { name: t('list.search') }).inputValue()).toBe('')
  })

  it('W46 Enter goes from one note that was found to the next, as the wall is read; where one is, is shown and said', async () => {
    const { page, t, button } = her.person
    await button(t('wall.hideList')).click()
    await page.getByRole('application').focus()
    await page.keyboard.press('Control+f')
    await page.keyboard.type('peat')
    const spoken = bar().getByRole('status')
    await spoken.getByText(t('list.countOf', { found: 3, count: 5 })).waitFor()
    for (const [at, key, words] of [
      [1, 'Enter', 'Peat maps'],
      [2, 'Enter', 'Wild bees'],
      [3, 'Enter', 'Drained peat'],
      [1, 'Enter', 'Peat maps'],
      [3, 'Shift+Enter', 'Drained peat'],
    ] as const) {
      await page.keyboard.press(key)
      await spoken.getByText(`${t('find.at', { at, count: 3 })}. `).and(spoken.getByText(words)).waitFor()
    }
    await takePicture(page, 'find-jump-laptop-en')
    await page.keyboard.press('Escape')
    await spoken.getByText(t('list.countOf', { found: 3, count: 5 })).waitFor({ state: 'detached' })
    await page.keyboard.press('Escape')
    await bar().waitFor({ state: 'detached' })
    expect(await page.getByRole('application').evaluate((wall) => wall === document.activeElement)).toBe(true)
    await button(t('wall.showList')).click()
  })

  it('W47 one key finds one’s own notes, and ends it', async () => {
    const { page, t, button } = her.person
    await page.getByRole('application').focus()
    await page.keyboard.press('Shift+Digit1')
    const bees = her.note('bees').at
    await expect.poll(() => colourAt(bees)).toEqual(PAPER)
    await page.keyboard.press('m')
    await bar().getByText(t('list.countOf', { found: 2, count: 5 })).waitFor()
    expect(await button(t('find.mine')).getAttribute('aria-pressed')).toBe('true')
    await page.getByRole('group', { name: t('find.tools') }).waitFor()
    await page.keyboard.press('m')
    await bar().waitFor({ state: 'detached' })
    await page.keyboard.press('Shift+Digit1')
    await expect.poll(() => colourAt(bees)).toEqual(PAPER)
  })

  it('W48 needs that nobody has answered get a mark with its meaning beside it; lists are filtered by it, and by topic', async () => {
    const { page, t, button } = her.person
    const edge = [-3.5, 50] as const
    const [reef, peat] = [her.note('reef').at, her.note('peat').at]
    expect(await colourAt(reef, edge)).toEqual(WALL)
    await button(t('find.mark')).click()
    await page.getByRole('status').getByText(t('find.marked', { count: 3, found: 2 })).waitFor()
    await expect.poll(() => colourAt(reef, edge)).toEqual(MARK)
    expect(await colourAt(peat, edge)).toEqual(WALL)
    expect(await faultsOn(page)).toEqual([])
    await takePicture(page, 'find-unanswered-laptop-en')
    await button(t('find.markOff')).click()
    await expect.poll(() => colourAt(reef, edge)).toEqual(WALL)

    const list = page.getByRole('list', { name: t('list.title') }).getByRole('listitem')
    await button(t('find.onlyUnanswered')).click()
    await expect.poll(() => list.count()).toBe(2)
    await button(t('find.onlyUnanswered')).click()
    const topics = page.getByRole('combobox', { name: t('find.topic') })
    const named = await topics.locator('option').filter({ hasText: /peat/i }).innerText()
    const about = Number(/\d+/.exec(named)?.[0])
    expect(about).toBeGreaterThan(0)
    await topics.selectOption({ label: named })
    await expect.poll(() => list.count()).toBe(about)
    expect(await list.filter({ hasText: /peat/i }).count()).toBe(about)
    await button(t('list.showAll')).click()
    await expect.poll(() => list.count()).toBe(5)
  })

  it('A26 arrow keys go through what the list is filtered by, and choose it', async () => {
    const { page, t } = her.person
    const list = page.getByRole('list', { name: t('list.title') }).getByRole('listitem')
    const kinds = page.getByRole('radiogroup', { name: t('list.kind') })
    await kinds.getByRole('radio', { name: t('list.all') }).focus()
    for (const [key, chosen, count] of [['ArrowRight', 'needs', 3], ['ArrowDown', 'offers', 2], ['ArrowLeft', 'needs', 3], ['ArrowLeft', 'all', 5], ['ArrowLeft', 'offers', 2], ['ArrowRight', 'all', 5]] as const) {
      await page.keyboard.press(key)
      await kinds.getByRole('radio', { name: t(`list.${chosen}`), checked: true }).and(page.locator(':focus')).waitFor()
      await expect.poll(() => list.count(), { message: `${key} to ${chosen}` }).toBe(count)
    }
    // The countries, as they are called: Brazil with three notes, Kenya with two.
    await page.keyboard.press('Tab')
    await page.getByRole('combobox', { name: t('list.country') }).and(page.locator(':focus')).waitFor()
    for (const [key, count] of [['ArrowDown', 3], ['ArrowDown', 2], ['Home', 5]] as const) {
      await page.keyboard.press(key)
      await expect.poll(() => list.count(), { message: `${key} among the countries` }).toBe(count)
    }
  })

  it('A22 A41 a question mark shows all keys and gestures, but not while somebody writes; Escape closes them, also from a button that says what it does', async () => {
    const { page, t } = her.person
    const help = page.getByRole('dialog', { name: t('keys.title') })
    const box = page.getByRole('searchbox', { name: t('list.search') })
    await box.focus()
    await page.keyboard.press('?')
    expect(await box.inputValue()).toBe('?')
    await box.fill('')
    expect(await help.count()).toBe(0)
    await page.getByRole('application').focus()
    await page.keyboard.press('?')
    await help.getByText(t('keys.does.lasso')).waitFor()
    expect(await help.locator('kbd').filter({ hasText: /^Ctrl$/ }).count()).toBeGreaterThan(5)
    expect(await faultsOn(page)).toEqual([])
    await takePicture(page, 'help-laptop-en')
    await help.getByRole('button', { name: t('common.close') }).focus()
    await page.getByRole('tooltip').getByText(t('common.close')).waitFor()
    await page.keyboard.press('Escape')
    await help.waitFor({ state: 'detached' })
  })
})
