import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startBuiltServer, type BuiltServer } from '../support/builtServer.ts'
import { missingOnDevice } from '../support/keptFiles.ts'
import { layLine, type Line } from '../support/line.ts'
import { openBrowser } from '../support/openBrowser.ts'
import { findInList, isAboutTheLine, joinBy, openPerson, whenStatus, writeNote, type Person } from '../support/person.ts'
import { takePicture } from '../support/takePicture.ts'
import { makeWall } from '../support/wallApi.ts'

describe('when things break', () => {
  let server: BuiltServer
  let browser: Browser
  /** Amina's own, so that it can be cut while Bo stays connected. */
  let line: Line
  let amina: Person
  let bo: Person
  /** To the wall, by her line. */
  let link: string

  beforeAll(async () => {
    browser = await openBrowser()
  })
  beforeEach(async () => {
    server = await startBuiltServer()
    const { links } = await makeWall(server.url, { title: 'Storm' })
    ;[amina, bo] = await Promise.all([openPerson(browser), openPerson(browser)])
    line = await layLine(server.url)
    link = links.participant.replace(server.url, line.url)
    await Promise.all([joinBy(amina, link, { name: 'Amina', country: 'Kenya' }), joinBy(bo, links.participant, { name: 'Bo', country: 'Fiji' })])
    await amina.page.getByRole('tab', { name: amina.t('wall.tabForm') }).click()
    await writeNote(amina, 'need', 'Soil carbon maps')
    await findInList(bo, 'Soil carbon maps')
  })
  afterEach(async () => {
    for (const { troubles } of [amina, bo]) expect(troubles.filter((trouble) => !isAboutTheLine(trouble))).toEqual([])
    await Promise.all([amina.context.close(), bo.context.close()])
    await line.close()
    await server.close()
  })
  afterAll(() => browser?.close())

  it('S1 kill -9 of the server: both come back by themselves, and everything is there', async () => {
    await server.kill()
    await whenStatus(amina, amina.t('status.offline'))
    await whenStatus(bo, bo.t('status.offline'))
    await writeNote(amina, 'offer', 'Written while the server was away')
    await whenStatus(amina, amina.t('status.offlineWaiting', { count: 1 }))

    await server.start()
    await whenStatus(amina, amina.t('status.saved'))
    await whenStatus(bo, bo.t('status.saved'))
    await findInList(bo, 'Written while the server was away')

    // Not from the browser's own copy: somebody who was never here reads it too.
    const late = await openPerson(browser)
    await joinBy(late, link, { name: 'Late', country: 'Nepal' })
    await findInList(late, 'Soil carbon maps')
    await findInList(late, 'Written while the server was away')
    await late.context.close()
  })

  it('S8 without a line one writes on; the words say what waits; back on line it arrives', async () => {
    await Promise.all([amina.context.setOffline(true), line.cut()])
    await writeNote(amina, 'offer', 'Two trainers for peat mapping')
    await whenStatus(amina, amina.t('status.offlineWaiting', { count: 1 }))
    await takePicture(amina.page, 'offline-laptop-en')
    await writeNote(amina, 'need', 'A second thought')
    await whenStatus(amina, amina.t('status.offlineWaiting', { count: 2 }))

    await bo.page.getByRole('tab', { name: bo.t('wall.tabForm') }).click()
    await writeNote(bo, 'need', 'Written by the other meanwhile')

    await line.mend()
    await amina.context.setOffline(false)
    await whenStatus(amina, amina.t('status.saved'))
    await bo.page.getByRole('tab', { name: bo.t('wall.tabList') }).click()
    await findInList(bo, 'Two trainers for peat mapping')
    await findInList(bo, 'A second thought')
    await amina.page.getByRole('tab', { name: amina.t('wall.tabList') }).click()
    await findInList(amina, 'Written by the other meanwhile')
  })

  it('S2 O14 a page closed without a line opens again without one after a single visit, with what was written', async () => {
    // Plain http on a network address has no service worker; on this machine's own address there is one.
    await amina.page.getByRole('application').waitFor()
    await expect.poll(() => amina.page.evaluate(missingOnDevice)).toEqual([])
    await server.kill()
    await whenStatus(amina, amina.t('status.offline'))
    await amina.page.getByRole('tab', { name: amina.t('wall.tabForm') }).click()
    await writeNote(amina, 'offer', 'Kept over night')
    await whenStatus(amina, amina.t('status.offlineWaiting', { count: 1 }))

    await amina.page.reload()
    await findInList(amina, 'Kept over night')
    await amina.page.getByRole('application').waitFor()
    await server.start()
    await whenStatus(amina, amina.t('status.saved'))
    await findInList(bo, 'Kept over night')
  })
})
