import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { faultsOn } from '../support/access.ts'
import { layLine } from '../support/line.ts'
import { findInList, isAboutTheLine, joinBy, openPerson, whenStatus, writeNote, type Person } from '../support/person.ts'
import { serverAndBrowser } from '../support/serverAndBrowser.ts'
import { takePicture } from '../support/takePicture.ts'
import { makeWall } from '../support/wallApi.ts'

const { server, browser } = await serverAndBrowser()

/** The same device and person, in another tab. */
const inTab = (person: Person, page: Page): Person => ({
  ...person,
  page,
  button: (name) => page.getByRole('button', { name, exact: true }),
  field: (name) => page.getByRole('textbox', { name }),
})

const correct = async (person: Person, from: string, to: string): Promise<void> => {
  const { t } = person
  await findInList(person, from).then((note) => note.click())
  await person.button(t('list.edit')).click()
  await person.page.getByRole('textbox', { name: t('note.textOf') }).fill(to)
}

/** Only a device that is wrong about its link sends what is refused: it takes the one for participants for the facilitator's. */
const takeForFacilitator = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const walls = JSON.parse(localStorage.getItem('pollinate.walls') ?? '[]') as { keys: Record<string, string> }[]
    localStorage.setItem('pollinate.walls', JSON.stringify(walls.map((wall) => ({ ...wall, keys: { facilitator: wall.keys.participant } }))))
  })

it('D36 what a facilitator wrote without a line is not sent by the same browser as a participant: it waits until the facilitator is back', async () => {
  const line = await layLine(server.url)
  const { links } = await makeWall(server.url, { title: 'Two hats' })
  const here = (link: string): string => link.replace(server.url, line.url)
  const [device, guest] = await Promise.all([openPerson(browser), openPerson(browser)])
  await joinBy(guest, links.participant, { name: 'Guest', country: 'Fiji' })
  await guest.page.getByRole('tab', { name: guest.t('wall.tabForm') }).click()
  await writeNote(guest, 'offer', 'Two trainers')
  await guest.page.getByRole('tab', { name: guest.t('wall.tabList') }).click()
  await joinBy(device, here(links.facilitator), { name: 'Chair', country: 'Peru' })
  const { t } = device
  await findInList(device, 'Two trainers')
  await Promise.all([device.context.setOffline(true), line.cut()])
  await correct(device, 'Two trainers', 'Three trainers, and their travel')
  await whenStatus(device, t('status.offlineWaiting', { count: 1 }))
  await device.page.close()

  await Promise.all([device.context.setOffline(false), line.mend()])
  const tab = inTab(device, await device.context.newPage())
  await tab.page.goto(here(links.participant))
  await whenStatus(tab, t('status.saved'))
  await findInList(tab, 'Two trainers')
  await tab.page.getByRole('tab', { name: t('wall.tabForm') }).click()
  await writeNote(tab, 'need', 'Something of my own')
  await findInList(guest, 'Something of my own')
  expect(await tab.page.getByRole('alertdialog').count()).toBe(0)
  const hat = inTab(device, await device.context.newPage())
  await hat.page.goto(here(links.facilitator))
  await whenStatus(hat, t('status.saved'))
  await findInList(guest, 'Three trainers, and their travel')
  await findInList(hat, 'Something of my own')
  for (const { troubles } of [device, guest]) expect(troubles.filter((trouble) => !isAboutTheLine(trouble))).toEqual([])
  await line.close()
})

it('D28 D37 a change that the server refuses is told with its reason and its text; what was written meanwhile arrives, and the page goes on with the wall as it is', async () => {
  const line = await layLine(server.url)
  const { links } = await makeWall(server.url, { title: 'A wrong hat' })
  const here = (link: string): string => link.replace(server.url, line.url)
  const [device, guest] = await Promise.all([openPerson(browser), openPerson(browser)])
  await joinBy(guest, links.participant, { name: 'Guest', country: 'Fiji' })
  await guest.page.getByRole('tab', { name: guest.t('wall.tabForm') }).click()
  await writeNote(guest, 'offer', 'Two trainers')
  await guest.page.getByRole('tab', { name: guest.t('wall.tabList') }).click()
  await joinBy(device, here(links.participant), { name: 'Chair', country: 'Peru' })
  const { t, page } = device
  await takeForFacilitator(page)
  await page.reload()
  await whenStatus(device, t('status.saved'))
  await findInList(device, 'Two trainers')
  await Promise.all([device.context.setOffline(true), line.cut()])
  await correct(device, 'Two trainers', 'Three trainers, and their travel')
  await whenStatus(device, t('status.offlineWaiting', { count: 1 }))

  // After the refusal the wall is fetched anew; until it has come, writing goes on.
  let letThrough = (): void => undefined
  const held = new Promise<void>((resolve) => (letThrough = resolve))
  await page.route('**/join', (route) => held.then(() => route.continue()))
  const asked = page.waitForRequest('**/join')
  await Promise.all([device.context.setOffline(false), line.mend()])
  await asked
  await page.getByRole('tab', { name: t('wall.tabForm') }).click()
  await device.field(t('form.needText')).fill('Written meanwhile')
  await device.button(t('form.addNeed')).click()
  await page.getByRole('listitem').filter({ hasText: 'Written meanwhile' }).waitFor()
  letThrough()

  const told = page.getByRole('alertdialog', { name: t('refused.title') })
  await told.getByText(t('refused.why.notYours')).waitFor()
  const text = told.getByRole('textbox', { name: t('refused.of.noteText', { name: 'Guest' }) })
  expect(await text.inputValue()).toBe('Three trainers, and their travel')
  expect(await told.getByRole('textbox').count()).toBe(1)
  expect(await faultsOn(page)).toEqual([])
  await takePicture(page, 'refused-laptop-en')
  await findInList(guest, 'Written meanwhile')

  // Whoever closes the page without reading finds it again.
  await page.reload()
  expect(await text.inputValue()).toBe('Three trainers, and their travel')
  await told.getByRole('button', { name: t('common.done') }).click()
  await findInList(device, 'Two trainers')
  await whenStatus(device, t('status.saved'))

  // The line works as ever, and nothing of it is left on the device.
  await page.getByRole('tab', { name: t('wall.tabForm') }).click()
  await writeNote(device, 'need', 'Something of my own')
  await findInList(guest, 'Something of my own')
  await findInList(guest, 'Two trainers')
  await page.reload()
  await findInList(device, 'Two trainers')
  await whenStatus(device, t('status.saved'))
  expect(await told.count()).toBe(0)
  for (const { troubles } of [device, guest]) expect(troubles.filter((trouble) => !isAboutTheLine(trouble))).toEqual([])
  await line.close()
})
