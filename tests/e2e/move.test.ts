import { afterEach, describe, expect, it } from 'vitest'
import type { NoteId, SectionId } from '#shared/wall/ids.ts'
import { faultsOn } from '../support/access.ts'
import { serverAndBrowser } from '../support/serverAndBrowser.ts'
import { takePicture } from '../support/takePicture.ts'
import { makeWall } from '../support/wallApi.ts'
import { openAtTheWall, type AtTheWall } from '../support/wallOnScreen.ts'

const { server, browser } = await serverAndBrowser()

const NOTES = [
  { id: 'soil', at: [0, 0] as const },
  { id: 'seed', at: [800, 0] as const, kind: 'offer' as const },
]

describe('moving without dragging', () => {
  const opened: AtTheWall[] = []
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close()
  })
  const open = async (screen: 'laptop' | 'phone', language: 'en' | 'ar' = 'en'): Promise<AtTheWall> => {
    const one = await openAtTheWall(browser, { url: server.url, wall: await makeWall(server.url), role: 'facilitator', screen, language, notes: NOTES })
    opened.push(one)
    return one
  }
  const isAt = (id: string, x: number, y: number) => (notes: ReadonlyMap<NoteId, { at: readonly [number, number] }>): boolean => {
    const at = notes.get(id as NoteId)?.at
    return at !== undefined && at[0] === x && at[1] === y
  }

  it('A13 A1 a note goes beside another, into a section and a step aside, by keys alone', async () => {
    const wall = await open('laptop')
    const { page, t, troubles } = wall.person
    const list = page.getByRole('list', { name: t('list.title') })
    await list.getByRole('listitem').filter({ hasText: 'soil' }).focus()
    const openMove = async (): Promise<void> => {
      await list.getByRole('button', { name: t('move.open') }).focus()
      await page.keyboard.press('Enter')
      await page.getByRole('dialog', { name: t('move.title', { count: 1 }) }).waitFor()
    }
    await openMove()
    expect(await faultsOn(page)).toEqual([])
    await page.getByRole('button', { name: t('move.way.down') }).press('Enter')
    await wall.whenWall(isAt('soil', 0, 220))
    await page.getByText(t('move.moved.down')).waitFor()
    await page.getByRole('button', { name: new RegExp(`^${t('move.besideThis')}: seed`) }).press('Enter')
    await wall.whenWall(isAt('soil', 1020, 0))
    await page.getByRole('dialog').waitFor({ state: 'detached' })

    wall.edit([{ type: 'setSection', id: 'water' as SectionId, title: 'Water', box: { x: 3000, y: 3000, width: 600, height: 500 } }])
    await openMove()
    await page.getByRole('button', { name: 'Water', exact: true }).press('Enter')
    await wall.whenWall(isAt('soil', 3040, 3040))
    await list.getByText(t('sections.in', { title: 'Water' })).waitFor()
    expect(troubles).toEqual([])
  })

  it('A13 on a phone, tap the note in the list, then the place on the wall', async () => {
    const wall = await open('phone')
    const { page, t, troubles, press } = wall.person
    await press(page.getByRole('tab', { name: t('wall.tabList') }))
    await press(page.getByRole('listitem').filter({ hasText: 'soil' }))
    await press(page.getByRole('button', { name: t('move.open') }))
    const dialog = page.getByRole('dialog', { name: t('move.title', { count: 1 }) })
    await dialog.waitFor()
    await takePicture(page, 'move-phone-en')
    await press(dialog.getByRole('button', { name: t('move.pickPlace') }))
    await dialog.waitFor({ state: 'detached' })
    await page.getByText(t('canvas.whereTo')).waitFor()
    const [x, y] = await page.evaluate(bareSpot)
    await page.touchscreen.tap(x, y)
    await wall.whenWall((notes) => notes.get('soil' as NoteId)?.at[1] !== 0)
    expect(troubles).toEqual([])
  })

  it('A13 L1 the same in Arabic, where left stays left', async () => {
    const wall = await open('laptop', 'ar')
    const { page, t } = wall.person
    await page.getByRole('listitem').filter({ hasText: 'seed' }).focus()
    await page.getByRole('button', { name: t('move.open') }).press('Enter')
    await page.getByRole('button', { name: t('move.way.left') }).press('Enter')
    await wall.whenWall(isAt('seed', 580, 0))
    await takePicture(page, 'move-laptop-ar')
  })
})

/** Somewhere on the wall where no tool lies over it, below its middle. Runs in the page. */
function bareSpot(): [x: number, y: number] {
  const canvas = document.querySelector('[role="application"]')
  const box = canvas?.getBoundingClientRect()
  if (!canvas || !box) throw new Error('The wall is not to be seen.')
  const x = box.x + box.width / 2
  for (let y = box.y + box.height * 0.9; y > box.y + box.height / 2; y -= 10) {
    if (canvas.contains(document.elementFromPoint(x, y))) return [x, y]
  }
  throw new Error('Tools lie everywhere on the wall.')
}
