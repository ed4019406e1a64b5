import { beforeAll, describe, expect, it } from 'vitest'
import { LANGUAGES, type Language } from '#shared/wall/schema.ts'
import { faultsOn } from '../support/access.ts'
import { backToWall, placesAway, placesOnPhone, placesOnWall, switchLanguage, type Place } from '../support/everyPage.ts'
import { isAboutTheLine, joinBy, openPerson, type Person } from '../support/person.ts'
import { serverAndBrowser } from '../support/serverAndBrowser.ts'
import { tellScreens } from '../support/tellScreens.ts'
import { makeTourWall, type TourWall } from '../support/tourWall.ts'

const { server, browser } = await serverAndBrowser({ WALLS_PER_HOUR: '100' })

/** Set EVERY_LANGUAGE=1 for every page in each of them, which takes minutes. Else that is done in one, and the main pages are opened in all. */
const WHOLE: readonly Language[] = process.env.EVERY_LANGUAGE === undefined ? ['en'] : LANGUAGES

describe('every page in every language', () => {
  let tour: TourWall
  let chair: Person
  let visitor: Person
  let phone: Person

  beforeAll(async () => {
    tour = await makeTourWall(browser, server.url)
    ;[visitor, phone] = await Promise.all([openPerson(browser), openPerson(browser, { screen: 'phone' })])
    await joinBy(phone, tour.wall.links.participant, { name: 'Sunita', country: 'Nepal' })
    chair = tour.chair.person
    await visitor.page.goto(server.url)
    const { page, t, button } = chair
    await button(t('wall.menu')).click()
    await page.getByRole('menuitem', { name: t('history.open') }).click()
    await button(t('history.saveNow')).click()
    await page.getByText(t('history.saved')).waitFor()
    await backToWall(chair)
  })

  it.each(LANGUAGES)('A2 in %s axe finds nothing on the wall and over it, on a phone, at the door, and on the screen of the room', async (language) => {
    const found: Record<string, string[]> = {}
    const goThrough = async (person: Person, places: readonly Place[]): Promise<void> => {
      for (const { name, isMain, open } of places) {
        if (!isMain && !WHOLE.includes(language)) continue
        try {
          await open(person)
          const faults = await faultsOn(person.page)
          if (faults.length > 0) found[name] = faults
          await backToWall(person)
        } catch (error) {
          throw new Error(`On the way to or from: ${name}\n${await tellScreens([person], 'every-page')}`, { cause: error })
        }
      }
    }
    await Promise.all([chair, phone].map(backToWall)) // whatever the language before ended in
    ;[chair, phone, visitor] = await Promise.all([chair, phone, visitor].map((person) => switchLanguage(person, language))) as [Person, Person, Person]
    await Promise.all([goThrough(chair, placesOnWall(tour)), goThrough(phone, placesOnPhone()), goThrough(visitor, placesAway(tour))])
    expect(await chair.page.getByRole('banner').boundingBox(), 'the head of the wall is where it was').toMatchObject({ x: 0, y: 0 })
    expect(found).toEqual({})
  })

  it('no page threw or logged an error', () => {
    for (const { troubles } of [chair, visitor, phone]) expect(troubles.filter((trouble) => !isAboutTheLine(trouble))).toEqual([])
  })
})
