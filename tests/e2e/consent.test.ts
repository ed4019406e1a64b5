import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'vcard4'
import { faultsOn } from '../support/access.ts'
import { joinBy, openPerson, type Person } from '../support/person.ts'
import { readDownload } from '../support/readDownload.ts'
import { serverAndBrowser } from '../support/serverAndBrowser.ts'
import { takePicture } from '../support/takePicture.ts'
import { makeWall, type MadeWall } from '../support/wallApi.ts'

const { server, browser } = await serverAndBrowser()

describe('whether the record may carry a contact', () => {
  let wall: MadeWall
  let chair: Person
  let guest: Person

  beforeAll(async () => {
    wall = await makeWall(server.url, { title: 'A wall of people' })
    chair = await openPerson(browser)
    guest = await openPerson(browser, { screen: 'phone', language: 'ar' })
    await joinBy(chair, wall.links.facilitator, { name: 'Amina', country: 'Kenya', contact: 'amina@example.org' })
  })

  it('E32 it is asked where the contact is given, is off, and is changed among one’s own details', async () => {
    const { page, t, button, press } = guest
    await page.goto(wall.links.participant)
    const box = page.getByRole('checkbox', { name: t('consent.record') })
    expect(await box.count()).toBe(0)
    await page.getByLabel(t('join.contact')).fill('layla@example.org')
    await box.waitFor()
    expect(await box.isChecked()).toBe(false)
    expect(await faultsOn(page)).toEqual([])
    await takePicture(page, 'consent-join-phone-ar')
    await joinBy(guest, wall.links.participant, { name: 'ليلى', country: 'الأردن', contact: 'layla@example.org' })

    await press(button(t('wall.menu')))
    await press(page.getByRole('menuitem', { name: t('people.details') }))
    const own = page.getByRole('dialog', { name: t('people.details') })
    await own.getByText(t('consent.record')).click()
    await press(own.getByRole('button', { name: t('common.save') }))
    await own.getByText(t('consent.saved')).waitFor()
    expect(await faultsOn(page)).toEqual([])
    await takePicture(page, 'consent-details-phone-ar')
    expect(guest.troubles).toEqual([])
  })

  it('R62 R63 a facilitator takes address cards of those who allowed it', async () => {
    const { page, t, button, press } = chair
    await press(button(t('wall.menu')))
    await press(page.getByRole('menuitem', { name: t('wall.export') }))
    const dialog = page.getByRole('dialog', { name: t('export.title') })
    await takePicture(page, 'consent-export-laptop-en')
    await press(dialog.getByText(t('export.formats.vcf')))
    const [download] = await Promise.all([page.waitForEvent('download'), press(dialog.getByRole('button', { name: t('export.make') }))])
    await dialog.getByText(t('consent.inFile', { count: 1 })).waitFor()
    const [card, ...more] = [parse((await readDownload(download)).toString())].flat()
    expect([card?.getProperty('EMAIL')[0]?.value, more.length]).toEqual(['layla@example.org', 0])
    await takePicture(page, 'consent-cards-laptop-en')
    expect(await faultsOn(page)).toEqual([])
    expect(chair.troubles).toEqual([])
  })
})
