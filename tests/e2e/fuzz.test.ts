import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import type { NoteId, ParticipantId } from '#shared/wall/ids.ts'
import { readWall } from '#shared/wall/readWall.ts'
import type { Language } from '#shared/wall/schema.ts'
import { seededRandom } from '../../scripts/rehearsal/seededRandom.ts'
import { deviceCopyOf } from '../support/deviceCopyOf.ts'
import { doFumble, inventFumble } from '../support/fumble.ts'
import { openWriter, type Writer } from '../support/openWriter.ts'
import { openPerson, whenStatus, type Person, type PersonOptions } from '../support/person.ts'
import { serverAndBrowser } from '../support/serverAndBrowser.ts'
import { tellScreens } from '../support/tellScreens.ts'
import { makeWall, type MadeWall } from '../support/wallApi.ts'

const { server, browser } = await serverAndBrowser()

/**
 * Other hands: FUZZ_SEED. For minutes: FUZZ_STEPS=3000, for each person. On other pages: FUZZ_LANGUAGE=ar, FUZZ_SCREENS=phone,phone,laptop;
 * the last of them is a facilitator.
 */
const { FUZZ_SEED = '7', FUZZ_STEPS = '100', FUZZ_LANGUAGE = 'en', FUZZ_SCREENS = 'laptop,phone,projector' } = process.env
const SEED = Number(FUZZ_SEED)
const STEPS = Number(FUZZ_STEPS)
const SCREENS = FUZZ_SCREENS.split(',') as NonNullable<PersonOptions['screen']>[]

describe(`hands that know nothing of the page (FUZZ_SEED=${SEED})`, () => {
  let wall: MadeWall
  let writer: Writer
  let people: readonly Person[]

  beforeAll(async () => {
    wall = await makeWall(server.url)
    writer = await openWriter(server.url, wall, wall.keys.facilitator)
    await writer.write((doc) => {
      const edits = Array.from({ length: 40 }, (_, i) => ({
        type: 'placeNote' as const, id: `note-${i}` as NoteId, kind: i % 3 === 0 ? ('offer' as const) : ('need' as const), at: [(i % 8) * 210, Math.floor(i / 8) * 170] as const,
        text: `Note ${i}`, lang: 'en', name: 'Writer', country: 'ke',
      }))
      applyEdits(doc, edits, { participant: writer.participant as ParticipantId, now: 1_800_000_000_000, origin: null })
    })
    people = await Promise.all(
      SCREENS.map(async (screen, i) => {
        const person = await openPerson(browser, { screen, language: FUZZ_LANGUAGE as Language })
        await person.page.goto(`${wall.links[i === SCREENS.length - 1 ? 'facilitator' : 'participant']}&name=Hand${i}&country=ke`)
        await whenStatus(person, person.t('status.saved'))
        if (screen === 'phone') await person.press(person.page.getByRole('tab', { name: person.t('wall.tabWall') }))
        return person
      }),
    )
    for (const { page } of people) await page.locator('canvas').first().waitFor()
  })
  afterAll(() => {
    writer?.close()
  })

  it('C3 several hands at once that do anything at all on the canvas throw no error, leave no mode behind, and end with one wall', { timeout: 100_000 + STEPS * 2000 }, async () => {
    await Promise.all(people.map(async ({ page, context }, who) => {
      const random = seededRandom(SEED + who)
      const cdp = await context.newCDPSession(page)
      for (let step = 0; step < STEPS; step++) await doFumble(page, cdp, inventFumble(random))
    }))
    await isOneWall().catch(async (error: unknown) => {
      throw new Error(`After ${STEPS} steps of each:\n${await tellScreens(people, 'fuzz')}`, { cause: error })
    })
  })

  async function isOneWall(): Promise<void> {
    for (const person of people) {
      const { page, t, troubles } = person
      // Whatever is open or in hand is put down by Escape, one thing after the other.
      for (let i = 0; i < 8; i++) await page.keyboard.press('Escape')
      await expect.poll(() => page.getByRole('dialog').count(), { timeout: 20_000 }).toBe(0)
      expect(troubles).toEqual([])
      await page.setViewportSize({ width: 1366, height: 768 })
      await whenStatus(person, t('status.saved'))
    }
    for (const { page, t } of people) {
      await expect.poll(async () => readWall(await deviceCopyOf(page, wall.id)), { timeout: 20_000 }).toEqual(readWall(writer.doc))
      const count = readWall(writer.doc).notes.size
      // What canvas and list say that they show.
      await page.getByRole('application', { name: t('canvas.label', { count }), includeHidden: true }).first().waitFor({ state: 'attached' })
      const all = page.getByText(t('list.count', { count }), { exact: true })
      // What is looked for is no mode that Escape leaves: it stays until the bar that says so has ended it.
      const showAll = page.getByRole('search', { name: t('find.label') }).getByRole('button', { name: t('list.showAll') })
      await all.or(showAll).first().waitFor({ state: 'attached' })
      if (await showAll.isVisible()) await showAll.click()
      await all.first().waitFor({ state: 'attached' })
    }

    // No mode has stayed: the wheel still zooms.
    const [first] = people
    if (!first) throw new Error('Nobody is here')
    const { page, t } = first
    await page.getByRole('application').focus()
    await page.keyboard.press('Shift+Digit1')
    const zoom = page.getByRole('button', { name: t('canvas.actualSize', { percent: '' }) })
    const before = await zoom.textContent()
    const box = (await page.getByRole('application').boundingBox()) ?? { x: 0, y: 0, width: 2, height: 2 }
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await page.keyboard.down('Control')
    for (let i = 0; i < 10; i++) await page.mouse.wheel(0, -20)
    await page.keyboard.up('Control')
    await expect.poll(() => zoom.textContent(), { timeout: 20_000 }).not.toBe(before)
  }
})
