import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import type { NoteId, ParticipantId } from '#shared/wall/ids.ts'
import type { WallPoint } from '#shared/wall/schema.ts'
import { barriersOn } from '../support/access.ts'
import { startBuiltServer, type BuiltServer } from '../support/builtServer.ts'
import { openWriter, type Writer } from '../support/openWriter.ts'
import { launchBrowser } from '../support/person.ts'
import { takePicture } from '../support/takePicture.ts'
import { makeWall } from '../support/wallApi.ts'
import { openAtTheWall, wallBox, type AtTheWall, type NoteAt } from '../support/wallOnScreen.ts'

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
  let server: BuiltServer
  let browser: Browser
  let writer: Writer
  let her: AtTheWall
  beforeAll(async () => {
    ;[server, browser] = await Promise.all([startBuiltServer(), launchBrowser()])
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
    await browser?.close()
    await server?.close()
  })

  const bar = (): Locator => her.person.page.getByRole('search', { name: her.person.t('find.label') })
  /** Red, green and blue of the wall, a little below the left end of a note's strip. */
  const colourAt = async ([x, y]: WallPoint): Promise<readonly number[]> => {
    const { page } = her.person
    const area = await wallBox(page)
    const [left, top] = await her.at([x + 30, y + 50])
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

  it('W45 what the list is filtered by is dimmed on the wall, which says so; hidden if wanted, and then out of reach', async () => {
    const { page, t, button } = her.person
    const reef = her.note('reef').at
    await expect.poll(() => colourAt(reef)).toEqual(PAPER)
    await page.getByRole('searchbox', { name: t('list.search') }).fill('peat')
    await bar().getByText(t('list.countOf', { found: 3, count: 5 })).waitFor()
    await expect.poll(() => colourAt(reef)).not.toEqual(PAPER)
    expect(await colourAt(reef)).not.toEqual(WALL)
    expect(await colourAt(her.note('peat').at)).toEqual(PAPER)
    expect(await barriersOn(page)).toEqual([])
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
})
