import { readFile } from 'node:fs/promises'
import type { Locator } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { faultsOn } from '../support/access.ts'
import { findInList, joinBy, openPerson, writeNote, type Person } from '../support/person.ts'
import { serverAndBrowser } from '../support/serverAndBrowser.ts'
import { takePicture } from '../support/takePicture.ts'
import { makeWall, type MadeWall } from '../support/wallApi.ts'

const { server, browser } = await serverAndBrowser()

const NEED = 'Squelchy hags on our hills: who has answers?'
const OFFER = 'Rewetting drained peatlands, blocking ditches'

describe('teaching the wall a word', () => {
  let wall: MadeWall
  /** Leads the workshop. */
  let fay: Person
  /** Has the need, on a phone. */
  let amina: Person
  let window: Locator

  /** The offer among what may help Amina; what arrives waits behind a button. */
  const match = (offer = OFFER): Locator => amina.page.getByRole('tabpanel', { name: amina.t('wall.tabMatches') }).getByRole('listitem').filter({ hasText: offer })

  const whenMatched = async (offer = OFFER): Promise<void> => {
    const news = amina.button(amina.t('match.new', { count: 1 }))
    await match(offer).or(news).first().waitFor()
    if (await news.isVisible()) await amina.press(news)
    await match(offer).waitFor()
  }

  beforeAll(async () => {
    wall = await makeWall(server.url)
    amina = await openPerson(browser, { screen: 'phone' })
    await joinBy(amina, wall.links.participant, { name: 'Amina', country: 'Kenya' })
    await writeNote(amina, 'need', NEED)
    fay = await openPerson(browser)
    await joinBy(fay, wall.links.facilitator, { name: 'Fay', country: 'Fiji' })
    await fay.page.getByRole('tab', { name: fay.t('wall.tabForm') }).click()
    await writeNote(fay, 'offer', OFFER)
    window = fay.page.getByRole('dialog', { name: fay.t('words.title') })
  })

  const chooseTopic = async (typed: string, name: RegExp): Promise<void> => {
    await fay.page.getByRole('combobox', { name: fay.t('words.topics') }).pressSequentially(typed)
    await fay.page.getByRole('option', { name }).first().click()
  }

  /** Its field, also while the list of topics is open, which is all that there is to a screen reader then. */
  const wordField = (): Locator => fay.page.getByLabel(fay.t('words.word'))

  it('M34 what matched nothing is listed with its notes, and picked; a phrase of joining words only is refused', async () => {
    const { t, page, button, field } = fay
    await button(t('wall.menu')).click()
    await page.getByRole('menuitem', { name: t('words.teach') }).click()
    const unknown = window.getByRole('list', { name: t('words.unknown') })
    await unknown.getByRole('listitem').filter({ has: page.getByText('squelchy', { exact: true }) }).filter({ hasText: t('words.inNotes', { count: 1 }) }).waitFor()
    await field(t('words.word')).fill('of the')
    await window.getByText(t('words.joining')).waitFor()
    await chooseTopic('tourb', /^peatlands/)
    await button(t('words.go')).click()
    expect(await window.getByRole('list', { name: t('words.taught') }).count()).toBe(0)
    await unknown.getByRole('button', { name: /squelchy/ }).click()
    expect(await wordField().inputValue()).toBe('squelchy')
    expect(await faultsOn(page)).toEqual([])
    await takePicture(page, 'words-laptop')
  })

  it('M34 a facilitator teaches a word, and a match appears on the phone of a participant; it is forgotten, and the match goes', async () => {
    const { t, page, button } = fay
    await amina.press(amina.page.getByRole('tab', { name: amina.t('wall.tabMatches') }))
    await amina.page.getByText(amina.t('match.nothingYet')).first().waitFor()
    expect(await match().count()).toBe(0)

    await wordField().fill('squelchy hags')
    await window.getByText(t('words.standsIn', { count: 1 })).waitFor()
    await button(t('words.go')).click()
    const taught = window.getByRole('list', { name: t('words.taught') }).getByRole('listitem').filter({ hasText: 'squelchy hags' })
    await taught.filter({ hasText: 'Fay' }).waitFor()
    await whenMatched()

    await taught.getByRole('button').click()
    await window.getByRole('alert').waitFor()
    await match().waitFor({ state: 'detached' })
    await button(t('words.again')).click()
    await whenMatched()
    await page.keyboard.press('Escape')
  })

  it('M34 from a note its own unknown words are picked; a participant reads what was taught, and teaches nothing', async () => {
    const { t, page, button } = fay
    await page.getByRole('tab', { name: t('wall.tabList') }).click()
    await (await findInList(fay, OFFER)).click()
    await page.getByRole('group', { name: t('list.actions') }).getByRole('button', { name: t('words.ofNote') }).click()
    const picks = window.getByRole('list', { name: t('words.unknownHere') })
    await picks.getByRole('button', { name: /ditches/ }).click()
    expect(await wordField().inputValue()).toBe('ditches')
    await page.getByLabel(t('common.close')).first().click()
    await window.waitFor({ state: 'detached' })

    await amina.press(amina.button(amina.t('wall.menu')))
    await amina.press(amina.page.getByRole('menuitem', { name: amina.t('words.read') }))
    const read = amina.page.getByRole('dialog', { name: amina.t('words.title') })
    await read.getByRole('listitem').filter({ hasText: 'squelchy hags' }).filter({ hasText: 'Fay' }).waitFor()
    expect(await read.getByRole('textbox').count()).toBe(0)
    expect(await read.getByRole('button').count()).toBe(1)
    expect(await faultsOn(amina.page)).toEqual([])
    await takePicture(amina.page, 'words-phone')
    await amina.press(amina.page.getByLabel(amina.t('common.close')).first())
    expect(await button(t('wall.menu')).count()).toBe(1)
    expect([...fay.troubles, ...amina.troubles]).toEqual([])
  })

  it('M36 M37 a broken vocabulary is refused by the place of what is wrong; that of another field is loaded, and notes of it match', async () => {
    const { t, page, button } = fay
    await button(t('wall.menu')).click()
    await page.getByRole('menuitem', { name: t('words.teach') }).click()
    const give = (name: string, text: string): Promise<void> =>
      window.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
    await give('broken.json', '{"name":"Water","topics":[{"id":"wells","labels":{"en":"wells"},"synonyms":{"de":["Brunnen"]}}]}')
    await window.getByText('topics[0].synonyms.de').waitFor()
    await window.getByText(t('words.field.shipped')).waitFor()
    await give('water.json', await readFile(new URL('../../docs/vocabulary.example.json', import.meta.url), 'utf8'))
    await button(t('words.field.use')).click()
    await button(t('words.field.back')).waitFor()
    await window.getByText(t('words.unknownTopic')).first().waitFor()
    expect(await faultsOn(page)).toEqual([])
    await takePicture(page, 'words-vocabulary')
    await page.keyboard.press('Escape')

    await page.getByRole('tab', { name: t('wall.tabForm') }).click()
    await writeNote(fay, 'offer', 'Boues de vidange : stations de traitement')
    await amina.press(amina.page.getByRole('tab', { name: amina.t('wall.tabForm') }))
    await writeNote(amina, 'need', 'Faecal sludge from latrines: where does it go?')
    await amina.press(amina.page.getByRole('tab', { name: amina.t('wall.tabMatches') }))
    await whenMatched('Boues de vidange')
    await match('Boues de vidange').filter({ hasText: 'sanitation' }).waitFor()
    expect([...fay.troubles, ...amina.troubles]).toEqual([])
  })
})
