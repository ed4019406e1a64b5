import { dirname, join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { builtPages } from '../../server/http/builtPages.ts'
import type { Store } from '../../server/storage/store.ts'
import { faultsOn } from '../support/access.ts'
import { openBrowser } from '../support/openBrowser.ts'
import { findInList, joinBy, openPerson, whenStatus, writeNote } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/startTestServer.ts'
import { takePicture } from '../support/takePicture.ts'
import { makeWall } from '../support/wallApi.ts'

/** A disk that takes nothing while it is full. */
const disk = { isFull: false }
const through = (store: Store): Store => ({
  ...store,
  append: (wall, update) => (disk.isFull ? Promise.reject(new Error('ENOSPC: no space left on device')) : store.append(wall, update)),
})

let server: TestServer
let browser: Browser
beforeAll(async () => {
  const pages = builtPages(join(dirname(inject('builtServer')), '../client'))
  ;[server, browser] = await Promise.all([startTestServer({ through, pages, timing: { retryMs: 50, retryMaxMs: 200 } }), openBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

it('S4 S8 S9 while the server cannot save, people are told and asked to stay; once it can, all is saved by itself', async () => {
  const { links } = await makeWall(server.url, { title: 'A full disk' })
  const [writer, reader] = await Promise.all([openPerson(browser, { screen: 'phone' }), openPerson(browser)])
  await joinBy(writer, links.participant, { name: 'Writer', country: 'Fiji' })
  await joinBy(reader, links.participant, { name: 'Reader', country: 'Kenya' })
  disk.isFull = true
  await writeNote(writer, 'need', 'Written on a full disk')
  await whenStatus(writer, writer.t('status.unsaved'))
  expect(await faultsOn(writer.page)).toEqual([])
  await takePicture(writer.page, 'unsaved-phone-en')
  expect(await reader.page.getByText('Written on a full disk').count()).toBe(0)

  const asked = writer.page.waitForEvent('dialog')
  await writer.page.close({ runBeforeUnload: true })
  const question = await asked
  expect(question.type()).toBe('beforeunload')
  await question.dismiss() // they stay

  disk.isFull = false
  await whenStatus(writer, writer.t('status.saved'))
  await findInList(reader, 'Written on a full disk')
  expect([...writer.troubles, ...reader.troubles]).toEqual([])
})
