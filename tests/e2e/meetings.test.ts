import type { Locator } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { faultsOn } from '../support/access.ts'
import { findInList, joinBy, openPerson, writeNote, type Person } from '../support/person.ts'
import { serverAndBrowser } from '../support/serverAndBrowser.ts'
import { takePicture } from '../support/takePicture.ts'
import { makeWall, type MadeWall } from '../support/wallApi.ts'

const { server, browser } = await serverAndBrowser()

const NEED = 'Training in coral reef monitoring for marine park rangers'
const OFFER = 'Coral reef monitoring: training for park rangers'

describe('a round of meetings', () => {
  let wall: MadeWall
  let [chair, amina, faisal, room]: Person[] = []
  let people: readonly Person[] = []

  beforeAll(async () => {
    wall = await makeWall(server.url, { title: 'Regional workshop' })
    people = await Promise.all([openPerson(browser), openPerson(browser), openPerson(browser, { screen: 'phone', language: 'ar' }), openPerson(browser, { screen: 'projector' })])
    ;[chair, amina, faisal, room] = people
    await joinBy(all().chair, wall.links.facilitator, { name: 'Wangari', country: 'Chile' })
    await joinBy(all().amina, wall.links.participant, { name: 'Amina', country: 'Kenya' })
    await joinBy(all().faisal, wall.links.participant, { name: 'فيصل', country: 'الأردن' })
    await all().room.page.goto(wall.links.viewer)
  })

  function all() {
    if (!chair || !amina || !faisal || !room) throw new Error('Not everybody is here.')
    return { chair, amina, faisal, room }
  }
  /** The card, which has buttons: a new note of the same person may be spoken meanwhile. */
  const newsOf = ({ page }: Person, words: string): Locator => page.getByRole('status').filter({ hasText: words, has: page.getByRole('button') })
  const openMeetings = async ({ page, t, press, button }: Person): Promise<void> => {
    await press(button(t('wall.menu')))
    await press(page.getByRole('menuitem', { name: t('wall.meetings') }))
  }

  it('G11 how many countries an offer has places for is said later too: among one’s own notes, in the list and on the wall', async () => {
    const { amina, faisal } = all()
    await faisal.press(faisal.page.getByRole('tab', { name: faisal.t('wall.tabForm') }))
    await writeNote(faisal, 'offer', OFFER)
    const ownPlaces = faisal.page.getByRole('region', { name: faisal.t('form.mineCount', { count: 1 }) })
    await faisal.press(ownPlaces.getByRole('button', { name: faisal.t('places.set') }))
    await faisal.press(faisal.page.getByRole('menuitemradio', { name: '3', exact: true }))
    await ownPlaces.getByText(faisal.t('note.places', { number: 3 })).waitFor()
    await takePicture(faisal.page, 'places-phone-ar')

    const { page, t } = amina
    const item = await findInList(amina, OFFER)
    await item.getByText(t('note.places', { number: 3 })).waitFor()
    await item.click()
    expect(await item.getByRole('button', { name: t('places.set') }).isDisabled()).toBe(true)
    await page.getByRole('tab', { name: t('wall.tabForm') }).click()
    await writeNote(amina, 'offer', 'Seed banks of dry forests')
    await page.getByRole('tab', { name: t('wall.tabList') }).click()
    const own = await findInList(amina, 'Seed banks')
    await own.click()
    await own.getByRole('button', { name: t('places.set') }).click()
    await page.getByRole('menuitemradio', { name: '20', exact: true }).click()
    await own.getByText(t('note.places', { number: 20 })).waitFor()
    const bar = page.getByRole('toolbar', { name: t('canvas.actions') })
    await own.getByRole('button', { name: t('list.show') }).click()
    await bar.getByRole('button', { name: t('places.set') }).click()
    await page.getByRole('menuitemradio', { name: t('form.placesNotSaid') }).click()
    await own.getByText(t('note.places', { number: 20 })).waitFor({ state: 'detached' })
    expect(await faultsOn(page)).toEqual([])
  })

  it('G5 G12 a facilitator is asked before a round is published; everybody is told, with their own first meeting', async () => {
    const { chair, amina, faisal } = all()
    await amina.page.getByRole('tab', { name: amina.t('wall.tabForm') }).click()
    await writeNote(amina, 'need', NEED)
    const { page, t, button } = chair
    await findInList(chair, NEED)
    await openMeetings(chair)
    await button(t('meetings.preview')).click()
    await page.getByText(t('meetings.planned', { number: 1 })).waitFor()
    expect(await faultsOn(page)).toEqual([])
    await takePicture(page, 'meetings-plan-laptop-en')
    await button(t('meetings.publish')).click()
    const question = page.getByRole('alertdialog', { name: t('meetingsNews.publishTitle') })
    await question.getByRole('button', { name: t('common.cancel') }).click()
    await question.waitFor({ state: 'detached' })
    await button(t('meetings.publish')).click()
    expect(await faultsOn(page)).toEqual([])
    await question.getByRole('button', { name: t('meetings.publish') }).click()

    const told = newsOf(faisal, 'Amina')
    await told.waitFor()
    await newsOf(amina, 'فيصل').waitFor()
    expect(await faultsOn(faisal.page)).toEqual([])
    await takePicture(faisal.page, 'meetings-news-phone-ar')
    await faisal.press(told.getByRole('button', { name: faisal.t('meetingsNews.open') }))

    // A29 It stands over the wall, below whatever lies over its upper edge.
    await amina.page.setViewportSize({ width: 1024, height: 768 })
    await amina.button(amina.t('find.mark')).click()
    await amina.button(amina.t('find.markOff')).waitFor()
    const boxOf = async (what: Locator): Promise<{ x: number; y: number; width: number; height: number }> => (await what.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
    await expect.poll(async () => {
      const [bar, wall, news] = await Promise.all([amina.button(amina.t('find.markOff')), amina.page.getByRole('application'), newsOf(amina, 'فيصل').locator('> *').first()].map(boxOf))
      return news && bar && wall && { isBelow: news.y >= bar.y + bar.height, isOverWall: news.x >= wall.x && news.x + news.width <= wall.x + wall.width }
    }).toEqual({ isBelow: true, isOverWall: true })
    await takePicture(amina.page, 'meetings-news-1024-en')
    await amina.button(amina.t('find.markOff')).click()
    await amina.page.setViewportSize({ width: 1366, height: 768 })
  })

  it('G10 on a phone everybody sees whom they meet, when, where and about what', async () => {
    const { faisal } = all()
    const own = faisal.page.getByRole('region', { name: faisal.t('meetings.yours', { country: 'الأردن' }) })
    await own.getByText(NEED).waitFor()
    await own.getByText(OFFER).waitFor()
    await own.getByText(/Amina/).waitFor()
    expect(await faisal.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
    expect(await faultsOn(faisal.page)).toEqual([])
    await takePicture(faisal.page, 'meetings-own-phone-ar')
  })

  it('G5 G10 the room sees the round when the facilitator shows it there', async () => {
    const { chair, room } = all()
    await chair.button(chair.t('room.showThis')).click()
    await room.page.getByRole('timer').waitFor()
    await room.page.getByRole('row').filter({ hasText: 'Amina' }).filter({ hasText: 'فيصل' }).waitFor()
    expect(await faultsOn(room.page)).toEqual([])
    await takePicture(room.page, 'meetings-room-projector-en')
  })

  it('G12 withdrawing a round asks too, and everybody is told', async () => {
    const { chair, amina, faisal } = all()
    const { page, t, button } = chair
    await button(t('meetings.withdraw')).click()
    await page.getByRole('alertdialog', { name: t('meetingsNews.withdrawTitle') }).getByRole('button', { name: t('meetingsNews.withdraw') }).click()
    await newsOf(amina, amina.t('meetingsNews.withdrawn')).waitFor()
    await faisal.page.getByText(faisal.t('meetings.none')).waitFor()
    for (const { troubles } of people) expect(troubles).toEqual([])
  })
})
