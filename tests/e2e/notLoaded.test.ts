import { expect, it } from 'vitest'
import { faultsOn } from '../support/access.ts'
import { layLine } from '../support/line.ts'
import { isAboutTheLine, joinBy, openPerson, whenStatus, writeNote } from '../support/person.ts'
import { serverAndBrowser } from '../support/serverAndBrowser.ts'
import { takePicture } from '../support/takePicture.ts'
import { makeWall } from '../support/wallApi.ts'

const { server, browser } = await serverAndBrowser()

it('E7 what has not been fetched before the line went says so where it would be, and comes once there is a line', async () => {
  const line = await layLine(server.url)
  const { links } = await makeWall(server.url, { title: 'A weak line' })
  const person = await openPerson(browser, { screen: 'phone' })
  const { page, context, t, button, press, troubles } = person
  const vocabulary = page.waitForEvent('requestfinished', (request) => request.url().includes('/assets/lexicon-'))
  await joinBy(person, links.participant.replace(server.url, line.url), { name: 'Amina', country: 'Kenya' })
  // The menu and the words of what it opens come by themselves, after the notes.
  await page.waitForFunction(() => ['choices', 'windows', 'en'].every((part) => performance.getEntriesByType('resource').some(({ name }) => name.includes(`/assets/${part}-`))))
  await vocabulary
  await Promise.all([context.setOffline(true), line.cut()])
  await writeNote(person, 'need', 'Written without a line')
  await whenStatus(person, t('status.offlineWaiting', { count: 1 }))

  const openExport = async (): Promise<void> => {
    await press(button(t('wall.menu')))
    await press(page.getByRole('menuitem', { name: t('wall.export') }))
  }
  const notLoaded = page.getByRole('dialog', { name: t('notLoaded.title') })
  await openExport()
  await notLoaded.getByText(t('notLoaded.what')).waitFor()
  expect(await faultsOn(page)).toEqual([])
  await press(notLoaded.getByRole('button', { name: t('common.reload') }))
  await notLoaded.getByRole('alert').getByText(t('notLoaded.still')).waitFor()
  await takePicture(page, 'not-loaded-phone-en')
  await press(notLoaded.getByRole('button', { name: t('common.close') }))
  await page.getByText('Written without a line').first().waitFor()

  await Promise.all([context.setOffline(false), line.mend()])
  await whenStatus(person, t('status.saved'))
  await openExport()
  await press(notLoaded.getByRole('button', { name: t('common.reload') }))
  await whenStatus(person, t('status.saved'))
  await openExport()
  await page.getByRole('dialog', { name: t('export.title') }).waitFor()
  expect(troubles.filter((trouble) => !isAboutTheLine(trouble))).toEqual([])
  await context.close()
  await line.close()
})

it('E7 a language that has not been fetched leaves the page as it is, and says so', async () => {
  const line = await layLine(server.url)
  const person = await openPerson(browser)
  const { page, context, t, troubles } = person
  await page.goto(line.url)
  await page.getByRole('heading', { level: 1, name: t('home.headline') }).waitFor()
  await Promise.all([context.setOffline(true), line.cut()])
  await page.getByRole('button', { name: new RegExp(`^${t('common.language')}: `) }).click()
  await page.getByRole('menuitemradio', { name: 'العربية' }).click()
  await page.getByRole('dialog', { name: t('notLoaded.title') }).getByText(t('notLoaded.what')).waitFor()
  expect(await faultsOn(page)).toEqual([])
  await takePicture(page, 'not-loaded-laptop-en')
  await page.keyboard.press('Escape')
  await page.getByRole('heading', { level: 1, name: t('home.headline') }).waitFor()
  expect(troubles.filter((trouble) => !isAboutTheLine(trouble))).toEqual([])
  await context.close()
  await line.close()
})
