import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { faultsOn } from '../support/access.ts'
import { findInList, isAboutTheLine, joinBy, openPerson, whenStatus, writeNote, type Person } from '../support/person.ts'
import { serverAndBrowser } from '../support/serverAndBrowser.ts'
import { takePicture } from '../support/takePicture.ts'
import { makeWall, type MadeWall } from '../support/wallApi.ts'

const { server, browser } = await serverAndBrowser()

/** A colour of the theme, seen through the veil that lies over everything but a pair in the light; or the laser's. */
type Seen = 'laser' | 'veiled need'

/** Whether the canvas shows this colour anywhere, or nowhere. Runs in the page. */
const isPainted = ([what, isThere]: readonly [Seen, boolean]): boolean => {
  const canvas = document.querySelector('canvas')
  const context = canvas?.getContext('2d')
  if (!canvas || !context) return false
  const theme = getComputedStyle(document.documentElement)
  const parts = (name: string): number[] => [1, 3, 5].map((at) => parseInt(theme.getPropertyValue(name).trim().slice(at, at + 2), 16))
  const wall = parts('--wall')
  const wanted = what === 'laser' ? [227, 0, 60] : parts('--need').map((part, i) => 0.68 * (wall[i] ?? 0) + 0.32 * part)
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
  for (let at = 0; at < data.length; at += 4) {
    if (wanted.every((part, i) => Math.abs((data[at + i] ?? 0) - part) <= 2)) return isThere
  }
  return !isThere
}

/** The uppermost row of the canvas with the paper of a need, in device pixels; 0 unless it is below this one. Runs in the page. */
const topOfNeeds = (below: number): number => {
  const canvas = document.querySelector('canvas')
  const context = canvas?.getContext('2d')
  if (!canvas || !context) return 0
  const need = getComputedStyle(document.documentElement).getPropertyValue('--need').trim()
  const wanted = [1, 3, 5].map((at) => parseInt(need.slice(at, at + 2), 16))
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
  for (let at = 0; at < data.length; at += 4) if (wanted.every((part, i) => data[at + i] === part)) {
    const row = Math.floor(at / 4 / canvas.width)
    return row > below ? row : 0
  }
  return 0
}

describe('together on one wall', () => {
  let wall: MadeWall
  let chair: Person
  let guest: Person

  beforeEach(async () => {
    wall = await makeWall(server.url, { title: 'Together' })
    ;[chair, guest] = await Promise.all([openPerson(browser), openPerson(browser)])
    await Promise.all([joinBy(chair, wall.links.facilitator, { name: 'Chair', country: 'Peru' }), joinBy(guest, wall.links.participant, { name: 'Guest', country: 'Fiji' })])
  })
  afterEach(async () => {
    for (const { troubles } of [chair, guest]) expect(troubles.filter((trouble) => !isAboutTheLine(trouble))).toEqual([])
    await Promise.all([chair.context.close(), guest.context.close()])
  })

  const writes = async (person: Person, kind: 'need' | 'offer', text: string): Promise<void> => {
    await person.page.getByRole('tab', { name: person.t('wall.tabForm') }).click()
    await writeNote(person, kind, text)
    await whenStatus(person, person.t('status.saved'))
  }
  const canvasOf = async ({ page, t }: Person, count: number) => {
    const canvas = page.getByRole('application', { name: t('canvas.label', { count }) })
    await canvas.waitFor()
    return canvas
  }
  const status = ({ page }: Person, words: string) => page.getByRole('status').getByText(words, { exact: false })
  const zoomOf = ({ page, t }: Person) => page.getByRole('group', { name: t('canvas.zoom') })
  const name = (of: string): string => `\u2068${of}\u2069`

  it('T4 whoever is called to a place is asked, goes along, leaves with the own hand, comes back, and is let go', async () => {
    await writes(chair, 'need', 'Wetlands mapped from the air')
    await canvasOf(guest, 1)
    await chair.button(chair.t('together.bring')).click()
    await status(chair, chair.t('together.came', { count: 0 })).waitFor()
    await status(guest, guest.t('together.askedPlace', { name: name('Chair') })).waitFor()
    expect(await faultsOn(guest.page)).toEqual([])
    expect(await faultsOn(chair.page)).toEqual([])
    await takePicture(guest.page, 'called-laptop-en')
    await guest.button(guest.t('together.go')).click()
    await status(chair, chair.t('together.came', { count: 1 })).waitFor()
    await status(guest, guest.t('together.following', { name: name('Chair') })).waitFor()

    // What the chair does with the wall, the guest sees.
    for (let i = 0; i < 3; i++) await chair.button(chair.t('canvas.zoomOut')).click()
    await zoomOf(chair).getByText('51', { exact: false }).waitFor()
    await zoomOf(guest).getByText('51', { exact: false }).waitFor()
    await takePicture(chair.page, 'calling-laptop-en')

    const canvas = await (await canvasOf(guest, 1)).boundingBox()
    if (!canvas) throw new Error('The wall has no size.')
    await guest.page.mouse.move(canvas.x + canvas.width / 2, canvas.y + canvas.height / 2)
    await guest.page.mouse.wheel(0, 40)
    await status(guest, guest.t('together.left')).waitFor()
    await status(chair, chair.t('together.came', { count: 0 })).waitFor()
    await guest.button(guest.t('together.back')).click()
    await status(chair, chair.t('together.came', { count: 1 })).waitFor()
    await chair.button(chair.t('together.stop')).click()
    await status(guest, guest.t('together.following', { name: name('Chair') })).waitFor({ state: 'detached' })
    expect(await guest.button(guest.t('together.back')).count()).toBe(0)
  })

  it('T4 whoever says no is left in peace, and asked anew only about something new', async () => {
    await chair.button(chair.t('together.bring')).click()
    await guest.button(guest.t('together.notNow')).click()
    await status(guest, guest.t('together.askedPlace', { name: name('Chair') })).waitFor({ state: 'detached' })
    await chair.button(chair.t('together.bring')).click()
    await status(guest, guest.t('together.askedPlace', { name: name('Chair') })).waitFor()
  })

  it('T3 one person sees what another sees, until that one leaves', async () => {
    await writes(guest, 'offer', 'A course on seeds')
    await canvasOf(chair, 1)
    await chair.button(`${chair.t('people.title')}: ${chair.t('people.here', { count: 2 })}`).click()
    await chair.button(chair.t('together.follow', { name: 'Guest' })).click()
    await status(chair, chair.t('together.following', { name: name('Guest') })).waitFor()
    for (let i = 0; i < 3; i++) await guest.button(guest.t('canvas.zoomOut')).click()
    await zoomOf(chair).getByText('51', { exact: false }).waitFor()
    await guest.page.goto('about:blank')
    await status(chair, chair.t('together.following', { name: name('Guest') })).waitFor({ state: 'detached' })
  })

  it('T5 T8 a pair in the light and the laser are seen by who looks and by the room, and end when the facilitator ends them', async () => {
    await writes(chair, 'need', 'Peatland restoration')
    await writes(guest, 'need', 'Something else altogether')
    await writes(guest, 'offer', 'Peatland restoration experts')
    const room = await openPerson(browser, { screen: 'projector' })
    await room.page.goto(wall.links.viewer)
    await canvasOf(room, 3)
    const canvas = await (await canvasOf(chair, 3)).boundingBox()
    if (!canvas) throw new Error('The wall has no size.')

    await chair.button(chair.t('together.laser')).click()
    await chair.page.mouse.move(canvas.x + canvas.width / 2, canvas.y + canvas.height / 2, { steps: 4 })
    await Promise.all([guest, room].map(({ page }) => page.waitForFunction(isPainted, ['laser', true] as const)))
    await takePicture(room.page, 'laser-room-en')
    await chair.button(chair.t('together.laser')).click()
    await Promise.all([guest, room].map(({ page }) => page.waitForFunction(isPainted, ['laser', false] as const)))

    // The pair's own dialog is where it is shown from.
    const item = await findInListOf(chair, 'Peatland restoration experts')
    await item.click()
    await item.getByRole('button', { name: chair.t('contact.pairWith') }).click()
    await chair.page.getByRole('dialog').getByRole('button', { name: `${chair.t('contact.pairWithThis')}: Peatland restoration` }).click()
    await chair.button(chair.t('together.showPair')).click()
    await status(chair, chair.t('together.showingPair')).waitFor()
    await room.page.waitForFunction(isPainted, ['veiled need', true] as const)
    await takePicture(room.page, 'spotlight-room-en')
    await guest.button(guest.t('together.look')).click()
    await guest.page.waitForFunction(isPainted, ['veiled need', true] as const)
    await takePicture(guest.page, 'spotlight-laptop-en')
    await guest.button(guest.t('together.leave')).click()
    await guest.page.waitForFunction(isPainted, ['veiled need', false] as const)
    await chair.button(chair.t('together.stop')).click()
    await room.page.waitForFunction(isPainted, ['veiled need', false] as const)
    expect(room.troubles).toEqual([])
    await room.context.close()
  })

  it('T2 a note in somebody’s hand is seen on its way, and stays where it was let go', async () => {
    await writes(chair, 'need', 'Soil laboratory')
    await canvasOf(guest, 1)
    const canvas = await (await canvasOf(chair, 1)).boundingBox()
    if (!canvas) throw new Error('The wall has no size.')
    await guest.page.waitForFunction(isPainted, ['laser', false] as const)
    const before = await guest.page.evaluate(topOfNeeds, 0)
    await chair.button(chair.t('canvas.fit')).click()
    // Insets keep the lower edge free for the pads: the one note hangs above the middle.
    const [x, y] = [canvas.x + canvas.width / 2, canvas.y + (canvas.height - 88) / 2]
    await chair.page.mouse.move(x, y)
    await chair.page.mouse.down()
    await chair.page.mouse.move(x + 40, y + 60, { steps: 3 })
    // Still in the hand: the document has not heard of it.
    await guest.page.waitForFunction(topOfNeeds, before + 40)
    await takePicture(guest.page, 'dragged-by-another-laptop-en')
    await chair.page.mouse.up()
    await whenStatus(chair, chair.t('status.saved'))
    expect(await guest.page.evaluate(topOfNeeds, 0)).toBeGreaterThan(before + 40)
  })

  it('W40 a facilitator makes a section, moves it by keys, renames and removes it; a guest reads its title on the wall and in the list', async () => {
    await writes(chair, 'need', 'Mangrove nurseries')
    const title = { first: 'Water and coasts', second: 'Coasts' }
    await chair.button(chair.t('wall.menu')).click()
    await chair.page.getByRole('menuitem', { name: chair.t('sections.new') }).click()
    await chair.button(chair.t('sections.make')).click()
    await chair.page.getByText(chair.t('sections.noTitle')).waitFor()
    await chair.field(chair.t('sections.title')).fill(title.first)
    await chair.button(chair.t('sections.make')).click()
    const heading = guest.page.getByRole('heading', { name: title.first })
    await heading.waitFor()
    await guest.page.getByRole('tab', { name: guest.t('wall.tabList') }).click()
    await (await findInList(guest, 'Mangrove nurseries')).getByText(guest.t('sections.in', { title: title.first })).waitFor()
    expect(await guest.button(guest.t('sections.move', { title: title.first })).count()).toBe(0)
    expect(await faultsOn(guest.page)).toEqual([])
    expect(await faultsOn(chair.page)).toEqual([])
    await takePicture(chair.page, 'section-laptop-en')

    const before = await heading.boundingBox()
    await chair.button(chair.t('sections.move', { title: title.first })).press('Shift+ArrowDown')
    await guest.page.waitForFunction(([words, top]) => [...document.querySelectorAll('h2')].some((one) => one.textContent === words && one.getBoundingClientRect().top > top + 100), [title.first, before?.y ?? 0] as const)
    await (await findInList(guest, 'Mangrove nurseries')).getByText(guest.t('sections.in', { title: title.first })).waitFor()
    await chair.button(chair.t('undo.undo', { deed: chair.t('undo.did.change', { count: 2 }) })).click()
    await guest.page.waitForFunction(([words, top]) => [...document.querySelectorAll('h2')].some((one) => one.textContent === words && Math.abs(one.getBoundingClientRect().top - top) < 2), [title.first, before?.y ?? 0] as const)

    await chair.button(chair.t('sections.actions', { title: title.first })).click()
    await chair.page.getByRole('menuitem', { name: chair.t('sections.rename') }).click()
    await chair.field(chair.t('sections.title')).fill(title.second)
    await chair.button(chair.t('common.save')).click()
    await guest.page.getByRole('heading', { name: title.second }).waitFor()
    await chair.button(chair.t('sections.actions', { title: title.second })).click()
    await chair.page.getByRole('menuitem', { name: chair.t('sections.remove') }).click()
    await guest.page.getByRole('heading', { name: title.second }).waitFor({ state: 'detached' })
    await (await findInList(guest, 'Mangrove nurseries')).waitFor()
  })

  const findInListOf = async (person: Person, text: string) => {
    await person.page.getByRole('tab', { name: person.t('wall.tabList') }).click()
    return findInList(person, text)
  }
})
