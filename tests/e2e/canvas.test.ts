import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import type { Edit } from '#shared/wall/edit.ts'
import type { NoteId, ParticipantId } from '#shared/wall/ids.ts'
import { startBuiltServer, type BuiltServer } from '../support/builtServer.ts'
import { openWriter, type Writer } from '../support/openWriter.ts'
import { launchBrowser, openPerson, whenStatus, type Person } from '../support/person.ts'
import { makeWall, type MadeWall } from '../support/wallApi.ts'

const COLUMNS = 24
const ROWS = 24
const TEXT = 'Somebody to show us how to cost the actions in our plan, line by line, and whom to ask for the money'
const noteId = (i: number): NoteId => `note-${i}` as NoteId

/** Notes edge to edge: wherever the middle of the wall is looked at, there is paper. */
const closelyHung = Array.from({ length: COLUMNS * ROWS }, (_, i): Edit => ({
  type: 'placeNote', id: noteId(i), kind: 'need', at: [(i % COLUMNS) * 200, Math.floor(i / COLUMNS) * 160], text: TEXT, lang: 'en', name: 'Amina', country: 'ke',
}))

describe('the canvas', () => {
  let server: BuiltServer
  let browser: Browser
  let wall: MadeWall
  let writer: Writer
  let amina: Person

  const commit = (edits: readonly Edit[]): Promise<void> =>
    writer.write((doc) => applyEdits(doc, edits, { participant: writer.participant as ParticipantId, now: 1_800_000_000_000, origin: null }))
  const open = async (): Promise<Person> => {
    const person = await openPerson(browser)
    await person.page.goto(`${wall.links.participant}&name=Amina&country=ke`)
    await whenStatus(person, person.t('status.saved'))
    await whenStill(person.page)
    return person
  }

  beforeAll(async () => {
    server = await startBuiltServer()
    browser = await launchBrowser()
    wall = await makeWall(server.url)
    writer = await openWriter(server.url, wall, wall.keys.participant)
    await commit(closelyHung)
    amina = await open()
  })
  afterAll(async () => {
    writer?.close()
    await browser?.close()
    await server?.close()
  })

  it('C1 nothing vanishes while the zoom changes: there is paper, with its text, in every frame', async () => {
    const { page } = amina
    await page.getByRole('application').focus()
    await page.keyboard.press('Shift+Digit0')
    await whenStill(page)
    const before = await lookAtMiddle(page)
    expect(before.ink).toBeGreaterThan(0.01)

    const watching = await watchMiddle(page)
    const { x, y, width, height } = (await page.getByRole('application').boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
    await page.mouse.move(x + width / 2, y + height / 2)
    await page.keyboard.down('Control')
    for (const deltaY of [...Array<number>(25).fill(6), ...Array<number>(40).fill(-6), ...Array<number>(15).fill(6)]) await page.mouse.wheel(0, deltaY)
    await page.keyboard.up('Control')
    await whenStill(page)

    const frames = await watching.stop()
    expect(frames.length).toBeGreaterThan(10)
    expect(Math.max(...frames.map(({ bare }) => bare))).toBeLessThan(0.02)
    expect(Math.min(...frames.map(({ ink }) => ink))).toBeGreaterThan(before.ink / 12)
  })

  it('C2 a wall that was patched note by note looks like one that was painted anew', async () => {
    const { page } = amina
    await page.mouse.move(0, 0) // the note under it would have a ring
    await page.getByRole('application').focus()
    await page.keyboard.press('Shift+Digit0')
    await whenStill(page)
    const step = (i: number): number => (i * 7) % 41
    await commit(closelyHung.slice(0, 300).map((_, i) => ({ type: 'moveNote', id: noteId(i), to: [(i % COLUMNS) * 230 + step(i), Math.floor(i / COLUMNS) * 190] })))
    await commit([{ type: 'spliceText', id: noteId(290), offset: 0, remove: 8, insert: 'Nobody' }])
    await commit([{ type: 'setKind', id: noteId(291), kind: 'offer' }, { type: 'binNote', id: noteId(292) }])
    await whenStill(page)
    await page.keyboard.press('Shift+Digit1')
    await whenStill(page)
    const patched = await pictureOf(page)

    const later = await open()
    await later.page.getByRole('application').focus()
    await later.page.keyboard.press('Shift+Digit1')
    await whenStill(later.page)
    const anew = await pictureOf(later.page)
    // Not by the matcher: it would print two pictures.
    expect(anew === patched).toBe(true)
    await later.context.close()
  })
})

/** Resolves when no canvas of the page has been painted on for a few frames, once fonts are there. */
async function whenStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready
    let before = ''
    for (let same = 0; same < 4;) {
      await new Promise((resolve) => setTimeout(resolve, 100))
      const now = document.querySelector('canvas')?.toDataURL() ?? ''
      same = now !== '' && now === before ? same + 1 : 0
      before = now
    }
  })
}

const pictureOf = (page: Page): Promise<string> => page.evaluate(() => document.querySelector('canvas')?.toDataURL() ?? '')

interface Look {
  /** Shares, in 0…1, of what is bare wall and of what is dark as letters are. */
  readonly bare: number
  readonly ink: number
}

/** Looks at a square in the middle of the canvas, now and in each frame from now on. */
async function watchMiddle(page: Page): Promise<{ stop(): Promise<readonly Look[]> }> {
  await page.evaluate(() => {
    const state = { looks: [] as Look[], isOver: false, look: (): Look => ({ bare: 1, ink: 0 }) }
    Object.assign(window, { middle: state })
    const wall = document.createElement('canvas').getContext('2d')
    if (!wall) return
    wall.fillStyle = getComputedStyle(document.documentElement).getPropertyValue('--wall')
    wall.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0] = wall.getImageData(0, 0, 1, 1).data
    state.look = () => {
      const canvas = document.querySelector('canvas')
      const side = 240
      const pixels = canvas?.getContext('2d')?.getImageData((canvas.width - side) / 2, (canvas.height - side) / 2, side, side).data
      let [bare, ink] = [0, 0]
      for (let i = 0; pixels && i < pixels.length; i += 4) {
        const [r = 0, g = 0, b = 0] = pixels.subarray(i, i + 3)
        if (Math.abs(r - red) + Math.abs(g - green) + Math.abs(b - blue) < 6) bare++
        if (r + g + b < 300) ink++
      }
      return { bare: bare / (side * side), ink: ink / (side * side) }
    }
    const onFrame = (): void => {
      if (state.isOver) return
      state.looks.push(state.look())
      requestAnimationFrame(onFrame)
    }
    requestAnimationFrame(onFrame)
  })
  return {
    stop: () =>
      page.evaluate(() => {
        const { middle } = window as unknown as { middle: { looks: Look[]; isOver: boolean } } // put there above
        middle.isOver = true
        return middle.looks
      }),
  }
}

async function lookAtMiddle(page: Page): Promise<Look> {
  const [look] = await (await watchMiddle(page)).stop()
  return look ?? page.evaluate(() => (window as unknown as { middle: { look(): Look } }).middle.look()) // put there above
}
