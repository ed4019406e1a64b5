import { cp, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { newBuildFolder } from '../support/buildWith.ts'
import { startBuiltServer, type BuiltServer } from '../support/builtServer.ts'
import { filesOnDevice, missingOnDevice } from '../support/keptFiles.ts'
import { makeNextVersion } from '../support/nextVersion.ts'
import { openBrowser } from '../support/openBrowser.ts'
import { findInList, isAboutTheLine, joinBy, openPerson, writeNote, type Person } from '../support/person.ts'
import { makeWall } from '../support/wallApi.ts'

const PATIENCE = { timeout: 20_000 }

describe('the page of another version', () => {
  const browser = openBrowser()
  let folder: string
  let server: BuiltServer
  let person: Person
  let link: string
  /** The files of the first version, as far as somebody on a wall needs them. */
  let earlier: readonly string[]
  const assets = (): string => join(folder, 'client/assets')

  beforeAll(async () => {
    folder = await newBuildFolder()
    await cp(join(dirname(inject('builtServer')), '..'), folder, { recursive: true })
    server = await startBuiltServer({}, join(folder, 'server/main.js'))
    link = (await makeWall(server.url, { title: 'From day to day' })).links.participant
    person = await openPerson(await browser)
    await joinBy(person, link, { name: 'Amina', country: 'Kenya' })
    const { page, t } = person
    await page.getByRole('tab', { name: t('wall.tabForm') }).click()
    await writeNote(person, 'need', 'Soil carbon maps')
  })
  afterAll(async () => {
    await person?.context.close()
    await (await browser).close()
    await server?.close()
    await rm(folder, { recursive: true, force: true })
  })

  /** The wall, all of it, in a page that was opened while no server was there. */
  const isWhole = async (page: Page): Promise<void> => {
    await findInList({ ...person, page }, 'Soil carbon maps')
    await page.getByRole('application').waitFor()
  }

  it('O17 while another version has not come with its files, the one before opens without a line', async () => {
    const { page, t } = person
    await page.getByRole('application').waitFor()
    await expect.poll(() => page.evaluate(missingOnDevice), PATIENCE).toEqual([])
    earlier = await page.evaluate(filesOnDevice)
    await makeNextVersion(join(folder, 'client'))
    await rename(assets(), `${assets()}-on-the-way`)
    await page.reload()
    await page.getByRole('alert').getByText(t('notLoaded.what')).waitFor()
    await server.kill()
    await page.reload()
    await isWhole(page)
    await server.start()
    await rename(`${assets()}-on-the-way`, assets())
  })

  it('O17 a page of the version before goes on with its files, and those who open the wall next have the other whole, without a line; of the one before nothing is kept then', async () => {
    const { page, context } = person
    // Another page than the wall, which brings next to nothing of what shows a wall.
    const other = await context.newPage()
    await other.goto(server.url)
    await expect.poll(() => other.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting?.state), PATIENCE).toBe('installed')
    const answers = await page.evaluate(async (files) => Promise.all(files.map(async (file) => (await fetch(file)).status)), earlier)
    expect(new Set(answers)).toEqual(new Set([200]))

    await server.kill()
    await Promise.all([page.close(), other.close()])
    const next = await context.newPage()
    await next.goto(link)
    await isWhole(next)
    const ofEarlier = async (): Promise<readonly string[]> => (await next.evaluate(filesOnDevice)).filter((file) => earlier.includes(file))
    await expect.poll(ofEarlier, PATIENCE).toEqual([])
    await server.start()
  })

  it('nothing went wrong but the line', () => {
    const isAboutMissing = (trouble: string): boolean => isAboutTheLine(trouble) || trouble.includes('Refused to apply style')
    expect(person.troubles.filter((trouble) => !isAboutMissing(trouble))).toEqual([])
  })
})
