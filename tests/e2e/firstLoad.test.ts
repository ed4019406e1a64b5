import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { faultsOn } from '../support/access.ts'
import { openPerson } from '../support/person.ts'
import { serverAndBrowser } from '../support/serverAndBrowser.ts'
import { readParts, type Parts } from '../support/sizeOfParts.ts'
import { takePicture } from '../support/takePicture.ts'
import { makeWall } from '../support/wallApi.ts'

const { server, browser } = await serverAndBrowser()

/** What may be sent before somebody is asked their name, in bytes as they go over the line (brotli). */
const DOOR_BYTES = 160_000
/** What may be sent before the notes are read and one can be written: as much as it took when it was measured last. */
const LIST_BYTES = 255_000

describe('what is sent before the canvas', () => {
  let parts: Parts
  beforeAll(async () => {
    parts = await readParts(join(dirname(inject('builtServer')), '../client'))
  })

  it('O4 the door is sent in less than 160 kB', async () => {
    expect(await parts.sizeOf(['index.html', 'first.js', ...parts.filesOf('index.html')])).toBeLessThan(DOOR_BYTES)
  })
  it('O4 list and form come next, without canvas, matches, windows and start page', async () => {
    const first = parts.filesOf('index.html', 'wall')
    expect(await parts.sizeOf(['index.html', 'first.js', ...first])).toBeLessThan(LIST_BYTES)
    for (const later of ['canvas', 'windows', 'home/HomePage.tsx']) {
      expect([...parts.filesOf(later)].filter((file) => !first.has(file)), later).not.toEqual([])
    }
  })
})

it('O7 before any of its code has come the page says so in the language of the device, and offers another try when none comes', async () => {
  const { links } = await makeWall(server.url, { title: 'A very weak line' })
  const { page, context, t, field } = await openPerson(browser, { screen: 'phone', language: 'ar' })
  let letGo: (() => void) | undefined
  await page.route(/\/assets\/index-.*\.js$/, async (route) => {
    await new Promise<void>((resolve) => (letGo = resolve))
    await route.abort()
  })
  await page.goto(links.participant, { waitUntil: 'commit' })
  await page.getByRole('status').getByText(t('app.loading')).waitFor()
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
  await takePicture(page, 'opening-phone-ar')
  letGo?.()
  await page.getByRole('alert').getByText(t('notLoaded.what')).waitFor()
  expect(await faultsOn(page)).toEqual([])
  await takePicture(page, 'opening-missing-phone-ar')
  await page.unroute(/\/assets\/index-.*\.js$/)
  await page.getByRole('button', { name: t('common.reload') }).tap()
  await field(t('join.name')).waitFor()
  await context.close()
})
