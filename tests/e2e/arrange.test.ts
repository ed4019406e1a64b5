import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ARRANGE_BY } from '#shared/layout/arrangeNotes.ts'
import { faultsOn } from '../support/access.ts'
import { isAboutTheLine, joinBy, openPerson, whenStatus, type Person } from '../support/person.ts'
import { serverAndBrowser } from '../support/serverAndBrowser.ts'
import { takePicture } from '../support/takePicture.ts'
import { makeWall } from '../support/wallApi.ts'

const { server, browser } = await serverAndBrowser()

describe('arranging the wall', () => {
  let chair: Person
  let guest: Person

  beforeAll(async () => {
    const wall = await makeWall(server.url, { title: 'In order', sample: true })
    ;[chair, guest] = await Promise.all([openPerson(browser), openPerson(browser, { screen: 'phone', language: 'ar' })])
    await joinBy(chair, wall.links.facilitator, { name: 'Chair', country: 'Peru' })
    await joinBy(guest, wall.links.participant, { name: 'ضيف', country: 'فيجي' })
    await guest.press(guest.page.getByRole('tab', { name: guest.t('wall.tabWall') }))
    await chair.page.getByRole('application').waitFor()
    await guest.page.getByRole('application').waitFor()
  })
  afterAll(() => {
    for (const { troubles } of [chair, guest]) expect(troubles.filter((trouble) => !isAboutTheLine(trouble))).toEqual([])
  })

  const arrange = async ({ page, t, button, press }: Person, by: (typeof ARRANGE_BY)[number], as: 'clusters' | 'columns' = 'clusters'): Promise<void> => {
    await press(button(t('arrange.open')))
    await press(page.getByRole('dialog', { name: t('arrange.open') }).getByText(t(`arrange.shapes.${as}`), { exact: true }))
    await press(button(t(`arrange.by.${by}`)))
    await page.getByRole('status').getByText(t('arrange.onlyYou')).waitFor()
  }
  const titles = ({ page }: Person) => page.getByRole('application').locator('xpath=..').getByRole('heading', { level: 2, includeHidden: true })

  it('W43 everybody arranges the wall for themselves, in every way; the others see nothing of it', async () => {
    for (const by of ARRANGE_BY) {
      await arrange(guest, by)
      await titles(guest).first().waitFor({ state: 'attached' })
      await takePicture(guest.page, `arranged-${by}-phone-ar`)
    }
    expect(await faultsOn(guest.page)).toEqual([])
    expect(await titles(chair).count()).toBe(0)
    await whenStatus(guest, guest.t('status.saved'))
    await guest.press(guest.button(guest.t('arrange.back')))
    await titles(guest).first().waitFor({ state: 'detached' })
  })

  it('W44 a facilitator looks at an arrangement first, makes it everybody’s with its titles, and takes all of it back in one step', async () => {
    for (const by of ARRANGE_BY) {
      await arrange(chair, by, by === 'topic' ? 'columns' : 'clusters')
      await takePicture(chair.page, `arranged-${by}-laptop-en`)
    }
    expect(await faultsOn(chair.page)).toEqual([])
    await chair.button(chair.t('arrange.forAll')).click()
    await chair.page.getByText(chair.t('arrange.onlyYou')).waitFor({ state: 'detached' })
    await titles(guest).filter({ hasText: chair.t('arrange.groups.paired') }).waitFor({ state: 'attached' })
    await whenStatus(chair, chair.t('status.saved'))
    await takePicture(chair.page, 'arranged-for-all-laptop-en')
    await chair.page.getByRole('button', { name: /^Undo: / }).click()
    await titles(guest).first().waitFor({ state: 'detached' })
  })
})
