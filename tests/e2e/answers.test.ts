import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { faultsOn } from '../support/access.ts'
import { closePair, lookForPartner, openPairOf, pairWindow, requestsOf, whenValue } from '../support/pairing.ts'
import { isAboutTheLine, joinBy, openPerson, writeNote, type Person } from '../support/person.ts'
import { serverAndBrowser } from '../support/serverAndBrowser.ts'
import { takePicture } from '../support/takePicture.ts'
import { makeWall } from '../support/wallApi.ts'
import { openAtTheWall } from '../support/wallOnScreen.ts'

const { server, browser } = await serverAndBrowser()

const NEED = 'Training in coral reef monitoring for our marine park rangers'
const OFFER = 'Plongée et suivi des récifs, avec matériel'
const COURSE = 'Un stage de plongée de deux semaines à Toliara'

describe('answers that are not a plain yes', () => {
  let people: Readonly<Record<'chair' | 'amina' | 'hery' | 'dina', Person>>

  beforeAll(async () => {
    const [chair, amina, hery, dina] = await Promise.all([openPerson(browser), openPerson(browser), openPerson(browser, { screen: 'phone', language: 'fr' }), openPerson(browser)])
    const { id, keys } = await makeWall(server.url)
    const link = (key: string): string => `${server.url}/w/${id}#k=${key}`
    await joinBy(chair, link(keys.facilitator), { name: 'Wangari', country: 'Kenya' })
    await joinBy(amina, link(keys.participant), { name: 'Amina', country: 'Kenya', contact: 'amina@example.org' })
    await joinBy(hery, link(keys.participant), { name: 'Hery', country: 'Madagascar', contact: '+261 20 0000' })
    await joinBy(dina, link(keys.participant), { name: 'Dina', country: 'Denmark', contact: 'dina@example.org' })
    people = { chair, amina, hery, dina }
    await amina.press(amina.page.getByRole('tab', { name: amina.t('wall.tabForm') }))
    await writeNote(amina, 'need', NEED)
    await writeNote(hery, 'offer', OFFER)
    await hery.press(hery.page.getByRole('tab', { name: new RegExp(hery.t('wall.tabMatches')) }))
  })
  afterAll(() => {
    for (const { troubles } of Object.values(people)) expect(troubles.filter((trouble) => !isAboutTheLine(trouble))).toEqual([])
  })

  const suggest = async (line: string): Promise<void> => {
    const { chair } = people
    const partners = await lookForPartner(chair, NEED)
    await partners.getByRole('button', { name: chair.t('contact.pairWithThis') }).click()
    await pairWindow(chair).getByRole('textbox', { name: chair.t('contact.suggestLine') }).fill(line)
    await chair.button(chair.t('contact.suggestSend')).click()
  }

  it('P37 a suggestion that is withdrawn is asked of nobody any more', async () => {
    const { chair, amina, hery } = people
    await suggest('Both work on reefs.')
    for (const person of [amina, hery]) await requestsOf(person).getByText('Both work on reefs.').waitFor()
    await chair.button(chair.t('contact.withdrawSuggestion')).click()
    for (const person of [amina, hery]) await person.page.getByText('Both work on reefs.').waitFor({ state: 'detached' })
    await closePair(chair)
  })

  it('P22 P37 a side that says "not for us" with a word ends the suggestion: facilitator and other side read it', async () => {
    const { chair, amina, hery } = people
    await suggest('You both dive.')
    const request = requestsOf(hery).getByRole('listitem')
    await request.getByText('You both dive.').waitFor()
    await request.getByRole('textbox').fill('Pas cette année.')
    await hery.press(request.getByRole('button', { name: hery.t('contact.notForUs') }))
    await requestsOf(hery).getByText('You both dive.').waitFor({ state: 'detached' })
    await pairWindow(chair).getByText(chair.t('pair.declinedBy', { who: '\u2068Hery\u2069 (Madagascar)' })).waitFor()
    await pairWindow(chair).getByText('Pas cette année.').waitFor()
    await takePicture(chair.page, 'suggestion-declined-laptop-en')
    await closePair(chair)
    await amina.page.getByText('You both dive.').waitFor({ state: 'detached' })
  })

  it('P37 D9 who declines with a word is read by who asked, is not reached, and may change their mind', async () => {
    const { amina, hery } = people
    await hery.press(hery.page.getByRole('tab', { name: hery.t('wall.tabForm') }))
    await writeNote(hery, 'offer', COURSE)
    await hery.press(hery.page.getByRole('tab', { name: new RegExp(hery.t('wall.tabMatches')) }))
    const partners = await lookForPartner(amina, NEED)
    await partners.getByRole('button', { name: new RegExp(COURSE) }).click()
    await pairWindow(amina).getByRole('textbox').last().fill('We could receive you in March.')
    await pairWindow(amina).getByRole('button', { name: amina.t('pair.interestSend') }).click()
    const request = requestsOf(hery).getByRole('listitem').filter({ hasText: 'We could receive you in March.' })
    await request.getByRole('textbox').fill('Mars est trop tôt pour nous.')
    await hery.press(request.getByRole('button', { name: hery.t('pair.decline') }))
    await pairWindow(amina).getByText('Mars est trop tôt pour nous.').waitFor()
    await pairWindow(amina).getByText(amina.t('pair.declinedBy', { who: '\u2068Hery\u2069 (Madagascar)' })).waitFor()
    expect(await amina.page.getByText('+261').count()).toBe(0)
    expect(await faultsOn(amina.page)).toEqual([])
    await takePicture(amina.page, 'declined-laptop-en')
    await closePair(amina)

    // Who declined can still say that they are interested; then both are.
    await openPairOf(hery, COURSE)
    await pairWindow(hery).getByText(hery.t('pair.declinedByYou')).waitFor()
    await pairWindow(hery).getByRole('textbox').last().fill('En juin, oui.')
    await hery.press(pairWindow(hery).getByRole('button', { name: hery.t('pair.interestSend') }))
    await whenValue(pairWindow(hery).getByRole('textbox', { name: /Amina/ }), 'amina@example.org')
    await amina.page.getByRole('log', { name: amina.t('pair.news.region') }).getByRole('button', { name: amina.t('pair.news.open') }).last().click()
    await pairWindow(amina).getByText('En juin, oui.').waitFor()
    await whenValue(pairWindow(amina).getByRole('textbox', { name: /Hery/ }), '+261 20 0000')
  })

  it('P24 P34 a pair that seeks a supporter is shown to third parties, and who supports it stands on its page', async () => {
    const { amina, hery, dina } = people
    const card = pairWindow(amina)
    await card.getByRole('textbox', { name: amina.t('card.what') }).fill('Two rangers learn to dive.')
    await card.getByRole('button', { name: amina.t('card.more') }).click()
    await card.getByRole('button', { name: amina.t('card.payer') }).click()
    await amina.page.getByRole('option', { name: amina.t('card.payers.sought') }).click()

    const { page, t } = dina
    const seeking = page.getByRole('button', { name: t('contact.seeking', { count: 1 }) })
    await seeking.click()
    await page.getByRole('listitem').filter({ hasText: 'Two rangers learn to dive.' }).getByRole('button', { name: t('contact.seekingOpen') }).click()
    await pairWindow(dina).getByText(t('contact.supportSought')).waitFor()
    expect(await faultsOn(page)).toEqual([])
    await takePicture(page, 'support-sought-laptop-en')
    await pairWindow(dina).getByRole('textbox', { name: t('contact.supportLine') }).fill('We pay the tickets.')
    await pairWindow(dina).getByRole('button', { name: t('contact.offerSupport') }).last().click()
    await card.getByText('We pay the tickets.').first().waitFor()
    await card.getByRole('button', { name: amina.t('contact.acceptSupport') }).click()
    await seeking.waitFor({ state: 'detached' })

    await card.getByRole('button', { name: amina.t('card.confirm') }).click()
    await hery.press(pairWindow(hery).getByRole('button', { name: hery.t('card.confirm') }))
    await card.getByText(amina.t('card.agreed'), { exact: true }).first().waitFor()
    await card.getByRole('button', { name: new RegExp(amina.t('agreement.print')) }).click()
    const sheet = amina.page.getByRole('dialog', { name: amina.t('agreement.print') })
    await sheet.getByText(amina.t('contact.supportedBy', { who: '\u2068Dina\u2069 (Denmark)' })).waitFor()
    await sheet.getByText('We pay the tickets.').waitFor()
    await takePicture(amina.page, 'supported-agreement-laptop-en')
  })
})

describe('a partner that is touched on the wall', () => {
  const closing: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0)) await close()
  })

  it.each(['laptop', 'phone'] as const)('P23 on a %s: what cannot be paired says why, what can opens the pair', async (screen) => {
    const wall = await makeWall(server.url)
    const bo = await openAtTheWall(browser, { url: server.url, wall, name: 'Bo', country: 'fj', notes: [{ id: 'map', kind: 'offer', text: OFFER, at: [500, 0] }, { id: 'boat', text: 'A boat', at: [0, 400] }] })
    const amina = await openAtTheWall(browser, { url: server.url, wall, screen, notes: [{ id: 'soil', text: NEED, at: [0, 0] }] })
    closing.push(() => amina.close(), () => bo.close())
    const { person } = amina
    const { page, t } = person
    const partners = await lookForPartner(person, NEED)
    await person.press(partners.getByRole('button', { name: t('contact.pickOnWall') }))
    await page.getByText(t('contact.pickHint')).waitFor()
    await takePicture(page, `pick-partner-${screen}-en`)
    await page.keyboard.press('Shift+Digit1')
    const touch = async (id: string): Promise<void> => {
      const [x, y] = await amina.at(amina.note(id).at)
      await (screen === 'phone' ? page.touchscreen.tap(x + 20, y + 20) : page.mouse.click(x + 20, y + 20))
    }
    await touch('boat')
    await page.getByText(t('contact.pickOther')).waitFor()
    await touch('map')
    await pairWindow(person).getByRole('button', { name: t('pair.interestSend') }).waitFor()
    expect(await faultsOn(page)).toEqual([])
    expect(person.troubles).toEqual([])
  })
})
