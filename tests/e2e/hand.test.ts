import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsOn } from '../support/access.ts'
import { serverAndBrowser } from '../support/serverAndBrowser.ts'
import { takePicture } from '../support/takePicture.ts'
import { fingersOn } from '../support/touch.ts'
import { makeWall } from '../support/wallApi.ts'
import { openAtTheWall, type AtTheWall, type NoteAt } from '../support/wallOnScreen.ts'

const { server, browser } = await serverAndBrowser()

const NOTES: readonly NoteAt[] = [
  { id: 'reef', at: [0, 0], text: 'Reef surveys' },
  { id: 'seed', at: [300, 60], text: 'Seed banks', kind: 'offer' },
  { id: 'peat', at: [640, 20], text: 'Peat maps' },
  { id: 'bees', at: [40, 400], text: 'Wild bees' },
]

describe('several notes in one hand, with a mouse and keys', () => {
  let her: AtTheWall
  beforeAll(async () => {
    const wall = await makeWall(server.url)
    her = await openAtTheWall(browser, { url: server.url, wall, notes: NOTES })
  })
  afterAll(() => her?.close())

  it('W21 a drag with shift lays a lasso around notes; what can be done with them is at hand', async () => {
    const { page, t } = her.person
    const [from, to] = [await her.at([-20, -20]), await her.at([860, 240])]
    await page.keyboard.down('Shift')
    await page.mouse.move(...from)
    await page.mouse.down()
    await page.mouse.move(...to, { steps: 4 })
    await page.locator('[data-tool=lassoing]').waitFor()
    await takePicture(page, 'hand-lasso-laptop-en')
    await page.mouse.up()
    await page.keyboard.up('Shift')
    await page.getByText(t('hand.selected', { count: 3 })).waitFor()
    expect(await faultsOn(page)).toEqual([])
    await takePicture(page, 'hand-selected-laptop-en')
  })

  it('W24 W20 lines them up as one step, which undo takes back by its name', async () => {
    const { page, t, button } = her.person
    await button(t('hand.arrange')).click()
    await takePicture(page, 'hand-arrange-laptop-en')
    await page.getByRole('menuitem', { name: t('hand.how.top') }).click()
    await her.whenWall((notes) => [...notes.values()].filter(({ at }) => at[1] === 0).length === 3)
    expect(her.note('bees').at).toEqual([40, 400])
    await button(t('undo.undo', { deed: t('undo.did.move', { count: 2 }) })).click()
    await her.whenWall((notes) => [...notes.values()].filter(({ at }) => at[1] === 0).length === 1)
  })

  it('W25 duplicates them beside the originals, as they lie to each other', async () => {
    const { page, t } = her.person
    await page.getByRole('application').focus()
    await page.keyboard.press('Control+d')
    await her.whenWall((notes) => notes.size === 7)
    const [reef] = await copiesOf('Reef surveys')
    const [seed] = await copiesOf('Seed banks')
    if (!reef || !seed) throw new Error('There are no copies.')
    expect([seed.at[0] - reef.at[0], seed.at[1] - reef.at[1]]).toEqual([300, 60])
    expect(seed).toMatchObject({ kind: 'offer', name: 'Amina', country: 'ke' })
    await page.getByText(t('hand.selected', { count: 3 })).waitFor()
    await page.keyboard.press('Control+z')
    await her.whenWall((notes) => notes.size === 4)
  })

  it('W21 W27 all are selected by key, shown as large as they fit, and the way leads back', async () => {
    const { page, t, button } = her.person
    await page.getByRole('application').focus()
    await page.keyboard.press('Control+a')
    await page.getByRole('region', { name: t('wall.canvas') }).getByText(t('hand.selected', { count: 4 })).waitFor()
    await page.keyboard.press('Escape')
    const [x, y] = await her.at([100, 480])
    await page.keyboard.press('Shift+Digit1')
    await page.mouse.click(x, y)
    await button(t('canvas.edit')).waitFor()
    const zoom = (percent: string) => button(t('canvas.actualSize', { percent }))
    await page.keyboard.press('Shift+Digit2')
    await zoom('200%').waitFor()
    await button(t('hand.goBack')).click()
    await zoom('200%').waitFor({ state: 'detached' })
  })

  const copiesOf = async (text: string) => {
    const originals = new Set(NOTES.map(({ id }) => id))
    let found: ReturnType<AtTheWall['note']>[] = []
    await her.whenWall((notes) => {
      found = [...notes.values()].filter((note) => note.text === text && !originals.has(note.id))
      return found.length > 0
    })
    return found
  }

  it('no page threw or logged an error', () => expect(her.person.troubles).toEqual([]))
})

describe('several notes in one hand, on a phone', () => {
  let her: AtTheWall
  beforeAll(async () => {
    const wall = await makeWall(server.url)
    her = await openAtTheWall(browser, { url: server.url, wall, screen: 'phone', notes: NOTES })
  })
  afterAll(() => her?.close())

  it('W21 a finger that holds on empty wall draws a lasso', async () => {
    const { page, t } = her.person
    const fingers = await fingersOn(page)
    const [from, to] = [await her.at([560, 330]), await her.at([-40, -40])]
    await fingers.down(from)
    await page.locator('[data-tool=lassoing]').waitFor()
    await fingers.drag(from, to)
    await takePicture(page, 'hand-lasso-phone-en')
    await fingers.up()
    await page.getByText(t('hand.selected', { count: 2 })).waitFor()
    await takePicture(page, 'hand-selected-phone-en')
    expect(await faultsOn(page)).toEqual([])
  })

  it('A1 the selection is moved without dragging: Move, push the wall along, tap the place', async () => {
    const { page, t, button, press } = her.person
    await press(button(t('canvas.move')))
    await page.getByText(t('canvas.whereTo')).waitFor()
    const fingers = await fingersOn(page)
    const [x, y] = await her.at([400, 420])
    await fingers.down([x, y])
    await fingers.drag([x, y], [x, y - 60])
    await fingers.up()
    await fingers.tap([x, y])
    await her.whenWall((notes) => [...notes.values()].filter(({ at }) => at[1] > 380).length === 3)
    const [reef, seed] = [her.note('reef').at, her.note('seed').at]
    expect([seed[0] - reef[0], seed[1] - reef[1]]).toEqual([300, 60])
  })

  it('W26 two taps on empty wall zoom in; a finger that held and was lifted offers the pads there', async () => {
    const { page, t, button } = her.person
    const fingers = await fingersOn(page)
    await page.keyboard.press('Shift+Digit1')
    const zoom = page.getByRole('group', { name: t('canvas.zoom') })
    const before = await zoom.innerText()
    const spot = await her.at([840, 200])
    await fingers.tap(spot)
    await fingers.tap(spot)
    await page.waitForFunction(([label, words]) => document.querySelector<HTMLElement>(`[aria-label="${label}"]`)?.innerText !== words, [t('canvas.zoom'), before] as const)
    await fingers.down(spot)
    await page.locator('[data-tool=lassoing]').waitFor()
    await fingers.up()
    await expect.poll(() => button(t('canvas.addNeed')).count()).toBe(2)
  })

  it('no page threw or logged an error', () => expect(her.person.troubles).toEqual([]))
})
