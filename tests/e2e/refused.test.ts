import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { barriersOn } from '../support/access.ts'
import { startBuiltServer, type BuiltServer } from '../support/builtServer.ts'
import { layLine } from '../support/line.ts'
import { findInList, isAboutTheLine, joinBy, launchBrowser, openPerson, whenStatus, writeNote, type Person } from '../support/person.ts'
import { takePicture } from '../support/takePicture.ts'
import { makeWall } from '../support/wallApi.ts'

let server: BuiltServer
let browser: Browser
beforeAll(async () => {
  ;[server, browser] = await Promise.all([startBuiltServer(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

/** The same device and person, in another tab. */
const inTab = (person: Person, page: Page): Person => ({
  ...person,
  page,
  button: (name) => page.getByRole('button', { name, exact: true }),
  field: (name) => page.getByRole('textbox', { name }),
})

/**
 * A facilitator corrects somebody's note without a line, and comes back by the link for participants: this device then
 * sends a change that its holder may no longer make.
 */
it('D28 a change that the server refuses is told with its reason and its text, and the page goes on with the wall as it is', async () => {
  const line = await layLine(server.url)
  const { links } = await makeWall(server.url, { title: 'Two hats' })
  const here = (link: string): string => link.replace(server.url, line.url)
  const [device, guest] = await Promise.all([openPerson(browser), openPerson(browser)])
  await joinBy(guest, links.participant, { name: 'Guest', country: 'Fiji' })
  await guest.page.getByRole('tab', { name: guest.t('wall.tabForm') }).click()
  await writeNote(guest, 'offer', 'Two trainers')
  await joinBy(device, here(links.facilitator), { name: 'Chair', country: 'Peru' })
  const { t } = device
  await findInList(device, 'Two trainers').then((note) => note.click())
  await Promise.all([device.context.setOffline(true), line.cut()])
  await device.button(t('list.edit')).click()
  await device.page.getByRole('textbox', { name: t('note.textOf') }).fill('Three trainers, and their travel')
  await whenStatus(device, t('status.offlineWaiting', { count: 1 }))
  await device.page.close()

  await Promise.all([device.context.setOffline(false), line.mend()])
  const tab = inTab(device, await device.context.newPage())
  await tab.page.goto(here(links.participant))
  const told = tab.page.getByRole('alertdialog', { name: t('refused.title') })
  await told.getByText(t('refused.why.notYours')).waitFor()
  const text = told.getByRole('textbox', { name: t('refused.of.noteText', { name: 'Guest' }) })
  expect(await text.inputValue()).toBe('Three trainers, and their travel')
  expect(await barriersOn(tab.page)).toEqual([])
  await takePicture(tab.page, 'refused-laptop-en')

  // Whoever closes the page without reading finds it again.
  await tab.page.reload()
  expect(await text.inputValue()).toBe('Three trainers, and their travel')
  await told.getByRole('button', { name: t('common.done') }).click()
  await findInList(tab, 'Two trainers')
  await whenStatus(tab, t('status.saved'))

  // The line works as ever, and nothing of it is left on the device.
  await tab.page.getByRole('tab', { name: t('wall.tabForm') }).click()
  await writeNote(tab, 'need', 'Something of my own')
  await guest.page.getByRole('tab', { name: guest.t('wall.tabList') }).click()
  await findInList(guest, 'Something of my own')
  await findInList(guest, 'Two trainers')
  await tab.page.reload()
  await findInList(tab, 'Two trainers')
  await whenStatus(tab, t('status.saved'))
  expect(await told.count()).toBe(0)
  for (const { troubles } of [device, guest]) expect(troubles.filter((trouble) => !isAboutTheLine(trouble))).toEqual([])
  await line.close()
})
