import type { CDPSession } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { takePicture } from '../support/takePicture.ts'
import { makeWall } from '../support/wallApi.ts'
import { openAtTheWall, wallBox, type AtTheWall, type NoteAt } from '../support/wallOnScreen.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import type { WallPoint } from '#shared/wall/schema.ts'
import { serverAndBrowser } from '../support/serverAndBrowser.ts'

const { server, browser } = await serverAndBrowser()

const NOTES: readonly NoteAt[] = [
  { id: 'reef', at: [0, 0], text: 'Reef surveys' },
  { id: 'seed', at: [300, 0], text: 'Seed banks', kind: 'offer' },
]
const IN_REEF: WallPoint = [100, 80]

describe('writing on the wall itself', () => {
  let her: AtTheWall
  let cdp: CDPSession

  beforeAll(async () => {
    const wall = await makeWall(server.url)
    her = await openAtTheWall(browser, { url: server.url, wall, notes: NOTES })
    cdp = await her.person.context.newCDPSession(her.person.page)
    await her.person.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  })
  afterAll(async () => {
    await her?.close()
  })

  const area = () => her.person.page.getByRole('textbox', { name: her.person.t('note.textOf') })
  const reads = (text: string, id = 'reef'): Promise<void> => her.whenWall((notes) => notes.get(id as NoteId)?.text === text)
  const open = async (point: WallPoint): Promise<void> => {
    await her.person.page.mouse.dblclick(...(await her.at(point)))
    await area().waitFor()
  }

  it('W34 Escape gives an edited note its text back, and the words can still be kept', async () => {
    const { page, t, button } = her.person
    await open(IN_REEF)
    await page.keyboard.type(' and maps')
    await reads('Reef surveys and maps')
    await page.keyboard.press('Escape')
    await reads('Reef surveys')
    await area().waitFor({ state: 'detached' })
    await takePicture(page, 'writing-restored-laptop-en')
    await button(t('hand.keepWords')).click()
    await reads('Reef surveys and maps')
  })

  it('W34 what others wrote meanwhile stays', async () => {
    const { page } = her.person
    await open(IN_REEF)
    await page.keyboard.type('!')
    await reads('Reef surveys and maps!')
    her.write('reef', 0, 'Deep ')
    await expect.poll(() => area().inputValue()).toBe('Deep Reef surveys and maps!')
    await page.keyboard.press('Escape')
    await reads('Deep Reef surveys and maps')
  })

  it('W36 where she writes is told to others, letter by letter', async () => {
    const { page } = her.person
    await open(IN_REEF)
    await page.keyboard.press('Control+Home')
    await her.whenPresence((state) => state.editing === 'reef' && state.caret === 0)
    await page.keyboard.press('Control+End')
    await her.whenPresence((state) => state.caret === 'Deep Reef surveys and maps'.length)
    await page.keyboard.press('Escape')
    await her.whenPresence((state) => state.editing === null && state.caret === undefined)
  })

  it('P6 a word that is composed comes whole, and emoji and another direction stand as they were typed', async () => {
    const { page } = her.person
    await open([400, 80])
    await page.keyboard.press('Control+a')
    await cdp.send('Input.imeSetComposition', { text: 'zhong', selectionStart: 5, selectionEnd: 5 })
    await expect.poll(() => area().inputValue()).toBe('zhong')
    expect(her.note('seed').text).toBe('Seed banks')
    await cdp.send('Input.insertText', { text: '种子库' })
    await reads('种子库', 'seed')
    await page.keyboard.press('Control+a')
    await cdp.send('Input.insertText', { text: '👩🏽‍🌾 بنوك البذور' })
    await reads('👩🏽‍🌾 بنوك البذور', 'seed')
    expect(await area().evaluate((field) => getComputedStyle(field).direction)).toBe('rtl')
    await takePicture(page, 'writing-arabic-laptop-en')
    await page.keyboard.press('Enter')
    await area().waitFor()
    await page.keyboard.press('Escape')
    await her.whenWall((notes) => notes.size === 2)
  })

  it('W33 A1 a sheet is dragged off a pad to its place; a tap takes one too', async () => {
    const { page, t, button } = her.person
    await page.keyboard.press('Shift+Digit1')
    const pad = await button(t('canvas.addOffer')).boundingBox()
    if (!pad) throw new Error('There is no pad.')
    const [x, y] = await her.at([250, 216])
    await page.mouse.move(pad.x + pad.width / 2, pad.y + 20)
    await page.mouse.down()
    await page.mouse.move(x, y, { steps: 5 })
    await takePicture(page, 'pad-drag-laptop-en')
    await page.mouse.up()
    await area().waitFor()
    await page.keyboard.type('Boats')
    await her.whenWall((notes) => [...notes.values()].some(({ text, kind, at }) => text === 'Boats' && kind === 'offer' && Math.abs(at[0] - 150) < 3 && Math.abs(at[1] - 190) < 3))
    await page.keyboard.press('Escape')
    await page.mouse.move(pad.x + pad.width / 2, pad.y + 20)
    await page.mouse.down()
    await page.mouse.move(pad.x, pad.y - 60, { steps: 3 })
    await page.keyboard.press('Escape')
    await page.mouse.up()
    expect(her.size()).toBe(3)
    // A sheet that goes back on its pad has not been taken.
    await page.mouse.move(pad.x + pad.width / 2, pad.y + 20)
    await page.mouse.down()
    await page.mouse.move(pad.x, pad.y - 60, { steps: 3 })
    await page.mouse.move(pad.x + pad.width / 2, pad.y + 20, { steps: 3 })
    await page.mouse.up()
    expect(await area().count()).toBe(0)
    await button(t('canvas.addNeed')).click()
    await area().waitFor()
    await page.keyboard.type('Nets')
    await her.whenWall((notes) => notes.size === 4 && [...notes.values()].some(({ text, kind }) => text === 'Nets' && kind === 'need'))
    await page.keyboard.press('Escape')
    await page.keyboard.press('Delete')
    await her.whenWall((notes) => notes.size === 3)
  })

  it('W31 notes are copied and pasted by the browser’s own keys, and other programs get lines', async () => {
    const { page } = her.person
    await page.getByRole('application').focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Control+c')
    expect((await page.evaluate(() => navigator.clipboard.readText())).split(/\r?\n/).sort()).toEqual(['Boats', 'Deep Reef surveys and maps', '👩🏽‍🌾 بنوك البذور'])
    await page.keyboard.press('Control+v')
    await her.whenWall((notes) => notes.size === 6 && [...notes.values()].filter(({ text, kind }) => text === 'Boats' && kind === 'offer').length === 2)
    await page.keyboard.press('Control+z')
    await her.whenWall((notes) => notes.size === 3)
  })

  it('W30 a text from elsewhere becomes notes, a line each, after it was looked at', async () => {
    const { page, t } = her.person
    await page.evaluate(() => navigator.clipboard.writeText('• Bee counts\n\n• Offer: drone flights\n• Nothing of this'))
    await page.getByRole('application').focus()
    await page.keyboard.press('Control+v')
    const dialog = page.getByRole('dialog', { name: t('paste.title') })
    const line = (text: string) => dialog.getByRole('listitem').filter({ hasText: text })
    await line('Bee counts').waitFor()
    await line('Nothing of this').getByRole('button', { name: t('paste.leaveOut') }).click()
    await line('Bee counts').getByRole('button', { name: t('canvas.toOffer') }).click()
    await takePicture(page, 'paste-laptop-en')
    expect(her.size()).toBe(3)
    await dialog.getByRole('button', { name: t('paste.add', { count: 2 }) }).click()
    await her.whenWall((notes) => ['Bee counts', 'drone flights'].every((text) => [...notes.values()].some((note) => note.text === text && note.kind === 'offer')))
    expect(her.size()).toBe(5)
  })

  it('W23 what is dragged to the edge pulls the wall along', async () => {
    const { page, t, button } = her.person
    await page.keyboard.press('Escape')
    await page.keyboard.press('Shift+Digit1')
    const before = her.note('reef').at
    const { x, y, width, height } = await wallBox(page)
    const [[left, top], [right]] = [await her.at([100, 60]), await her.at([1100, 60])]
    await page.mouse.move(left, top)
    await page.mouse.down()
    await page.mouse.move(x + width / 2, y + height / 3, { steps: 3 })
    await page.mouse.move(x + width - 2, y + height / 3, { steps: 3 })
    // The wall goes on under the hand that stands still: until the map comes up, because not all is seen any more.
    await page.locator('[data-map]').waitFor()
    await page.mouse.up()
    const withoutPull = before[0] + (1000 * (x + width - 2 - left)) / (right - left)
    await her.whenWall((notes) => (notes.get('reef' as NoteId)?.at[0] ?? 0) > withoutPull + 20)
    await button(t('undo.undo', { deed: t('undo.did.move', { count: 1 }) })).click()
    await her.whenWall((notes) => notes.get('reef' as NoteId)?.at[0] === before[0])
  })

  it('no page threw or logged an error', () => expect(her.person.troubles).toEqual([]))
})
