import { beforeAll, describe, expect, it } from 'vitest'
import { faultsOn } from '../support/access.ts'
import { closePair, lookForPartner, openPairOf, pairWindow, requestsOf, whenValue } from '../support/pairing.ts'
import { isAboutTheLine, joinBy, openPerson, writeNote, type Person } from '../support/person.ts'
import { serverAndBrowser } from '../support/serverAndBrowser.ts'
import { takePicture } from '../support/takePicture.ts'
import { makeWall } from '../support/wallApi.ts'

const { server, browser } = await serverAndBrowser()

const NEED = 'Training in coral reef monitoring for our marine park rangers'
const OFFER = 'Plongée et suivi des récifs, avec matériel'

/** Two delegates of different countries and languages, a facilitator, a third who supports, and a fourth who looks on. */
describe('from a suggestion to a supported contact', () => {
  let [chair, amina, hery, dina, chen]: Person[] = []
  let people: readonly Person[] = []

  beforeAll(async () => {
    people = await Promise.all([
      openPerson(browser, { language: 'ar' }), openPerson(browser), openPerson(browser, { screen: 'phone', language: 'fr' }), openPerson(browser), openPerson(browser),
    ])
    ;[chair, amina, hery, dina, chen] = people
    const { id, keys } = await makeWall(server.url)
    const link = (key: string): string => `${server.url}/w/${id}#k=${key}`
    await joinBy(all().chair, link(keys.facilitator), { name: 'Wangari', country: 'كينيا' })
    await joinBy(all().amina, link(keys.participant), { name: 'Amina', country: 'Kenya', contact: 'amina@example.org' })
    await joinBy(all().hery, link(keys.participant), { name: 'Hery', country: 'Madagascar', contact: '+261 20 0000' })
    await joinBy(all().dina, link(keys.participant), { name: 'Dina', country: 'Denmark', contact: 'dina@example.org' })
    await joinBy(all().chen, link(keys.participant), { name: 'Chen', country: 'China', contact: 'chen@example.org' })
  })

  function all() {
    if (!chair || !amina || !hery || !dina || !chen) throw new Error('Not everybody is here.')
    return { chair, amina, hery, dina, chen }
  }
  it('P22 P23 a facilitator pairs two notes by hand: both sides find it among their requests', async () => {
    const { chair, amina, hery } = all()
    await amina.press(amina.page.getByRole('tab', { name: amina.t('wall.tabForm') }))
    await writeNote(amina, 'need', NEED)
    await writeNote(hery, 'offer', OFFER)
    const { page, t, button } = chair
    const partners = await lookForPartner(chair, NEED)
    await partners.getByRole('searchbox').fill('plongee')
    await partners.getByText(OFFER).waitFor()
    expect(await faultsOn(page)).toEqual([])
    await takePicture(page, 'pair-with-laptop-ar')
    await partners.getByRole('button', { name: t('contact.pairWithThis') }).click()
    await pairWindow(chair).getByRole('textbox', { name: t('contact.suggestLine') }).fill('Both work on reefs.')
    expect(await faultsOn(page)).toEqual([])
    await button(t('contact.suggestSend')).click()
    for (const person of [amina, hery]) {
      if (person === hery) await hery.press(hery.page.getByRole('tab', { name: new RegExp(hery.t('wall.tabMatches')) }))
      await requestsOf(person).getByText('Both work on reefs.').waitFor()
      await requestsOf(person).getByText(person.t('contact.suggests', { who: '' }).trim().slice(0, 12), { exact: false }).first().waitFor()
    }
    await takePicture(hery.page, 'suggestion-phone-fr')
    await closePair(chair)
  })

  it('P20 who is asked answers later: the asker reads it, the request waits apart, and asking anew brings it back', async () => {
    const { amina, hery } = all()
    await hery.press(requestsOf(hery).getByRole('button', { name: hery.t('contact.later'), exact: true }))
    const folded = requestsOf(hery).getByRole('button', { name: hery.t('contact.laterList', { count: 1 }) })
    await folded.waitFor()

    const asked = requestsOf(amina).getByRole('listitem')
    await asked.getByRole('textbox').fill('We could receive you in March.')
    await asked.getByRole('button', { name: amina.t('pair.interestSend') }).click()
    await pairWindow(amina).waitFor()
    await requestsOf(hery).getByText('We could receive you in March.').waitFor()
    await hery.press(requestsOf(hery).getByRole('button', { name: hery.t('contact.later'), exact: true }))
    await pairWindow(amina).getByText(amina.t('contact.willAnswerLater', { who: '\u2068Hery\u2069 (Madagascar)' })).waitFor()
    expect(await amina.page.getByText('+261').count()).toBe(0)
    expect(await faultsOn(amina.page)).toEqual([])
    await takePicture(amina.page, 'answers-later-laptop-en')

    await hery.press(folded)
    await hery.press(requestsOf(hery).getByRole('button', { name: hery.t('pair.accept') }))
    await whenValue(pairWindow(hery).getByRole('textbox', { name: /Amina/ }), 'amina@example.org')
    await whenValue(pairWindow(amina).getByRole('textbox', { name: /Hery/ }), '+261 20 0000')
  })

  it('D9 in the room: whoever is in contact reads where the other is', async () => {
    const { amina, hery } = all()
    await pairWindow(amina).getByRole('textbox', { name: amina.t('contact.spotAsk') }).fill('table 4')
    await pairWindow(amina).getByRole('button', { name: amina.t('contact.spotSave') }).click()
    await pairWindow(amina).getByText(amina.t('contact.spotSaid')).waitFor()
    await pairWindow(hery).getByText(hery.t('contact.spotOf', { spot: '\u2068table 4\u2069' })).waitFor()
    expect(await faultsOn(hery.page)).toEqual([])
    await takePicture(hery.page, 'contact-phone-fr')
    await closePair(amina)
    await closePair(hery)
  })

  it('P24 D9 a third party offers support and is accepted; they reach who accepted them, both sides reach them, and a fourth reaches nobody', async () => {
    const { amina, hery, dina, chen } = all()
    await openPairOf(dina, NEED)
    await pairWindow(dina).getByRole('button', { name: dina.t('contact.offerSupport') }).first().click()
    await pairWindow(dina).getByRole('textbox', { name: dina.t('contact.supportLine') }).fill('We pay the tickets.')
    await pairWindow(dina).getByRole('button', { name: dina.t('contact.offerSupport') }).last().click()
    await requestsOf(hery).getByText('We pay the tickets.').waitFor()
    await takePicture(hery.page, 'support-asked-phone-fr')
    await hery.press(requestsOf(hery).getByRole('button', { name: hery.t('contact.acceptSupport') }))

    await whenValue(pairWindow(dina).getByRole('textbox', { name: /Hery/ }), '+261 20 0000')
    expect(await pairWindow(dina).getByRole('textbox', { name: /Amina/ }).count()).toBe(0) // who has accepted nobody
    expect(await faultsOn(dina.page)).toEqual([])
    await takePicture(dina.page, 'supporter-laptop-en')
    const news = amina.page.getByRole('log', { name: amina.t('pair.news.region') })
    await news.getByRole('button', { name: amina.t('pair.news.open') }).last().click()
    await whenValue(pairWindow(amina).getByRole('textbox', { name: /Dina/ }), 'dina@example.org')

    await openPairOf(chen, OFFER)
    await pairWindow(chen).getByText(chen.t('contact.supportedBy', { who: '\u2068Dina\u2069 (Denmark)' })).waitFor()
    expect(await chen.page.getByText(/example\.org|\+261/).count()).toBe(0)
    expect(await pairWindow(chen).getByRole('textbox').count()).toBe(0)
    for (const { troubles } of people) expect(troubles.filter((trouble) => !isAboutTheLine(trouble))).toEqual([])
  })
})
