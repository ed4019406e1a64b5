import { dirname, join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { barriersOn } from '../support/access.ts'
import { startBuiltServer, type BuiltServer } from '../support/builtServer.ts'
import { isAboutTheLine, launchBrowser, openPerson, writeNote } from '../support/person.ts'
import { readParts, type Parts } from '../support/sizeOfParts.ts'
import { takePicture } from '../support/takePicture.ts'
import { makeWall } from '../support/wallApi.ts'

/** What may be sent before somebody is asked their name, in bytes as they go over the line (brotli). */
const DOOR_BYTES = 200_000
/** What may be sent before the notes are read and one can be written: as much as it took when it was measured last. */
const LIST_BYTES = 265_000

let server: BuiltServer
let browser: Browser
beforeAll(async () => {
  ;[server, browser] = await Promise.all([startBuiltServer(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

describe('what is sent before the canvas', () => {
  let parts: Parts
  beforeAll(async () => {
    parts = await readParts(join(dirname(inject('builtServer')), '../client'))
  })

  it('O4 the door is sent in less than 200 kB', async () => {
    expect(await parts.sizeOf(['index.html', 'first.js', ...parts.filesOf('index.html')])).toBeLessThan(DOOR_BYTES)
  })
})

it('O5 what the notes can be read without comes after them; O6 they are there before the line is', async () => {
  const { links } = await makeWall(server.url, { title: 'A far line', sample: true })
  const person = await openPerson(browser)
  const { page, context, t, button, troubles } = person
  await page.addInitScript(noteWhenRead)
  // Nobody answers there: what is read came another way.
  await page.routeWebSocket(/\/relay\//, () => undefined)
  await page.goto(`${links.participant}&name=Amina&country=ke`)
  await page.getByRole('list', { name: t('list.title') }).getByRole('listitem').first().waitFor()
  await page.getByRole('application').waitFor()
  await button(t('wall.menu')).click()
  await page.getByRole('menuitem', { name: t('wall.myDetails') }).waitFor()
  await page.keyboard.press('Escape')

  const { before, after, bytes } = await page.evaluate(whatCame)
  expect(before.filter((file) => /canvas|windows|matcher|lexicon|\.ttf/.test(file))).toEqual([])
  for (const later of [/canvas-/, /windows-/, /matcher\.worker-/, /NotoSans-400/]) expect(after, String(later)).toContainEqual(expect.stringMatching(later))
  expect(bytes).toBeGreaterThan(100_000) // it was counted at all
  expect(bytes, before.join()).toBeLessThan(LIST_BYTES)

  await page.getByRole('tab', { name: t('wall.tabForm') }).click()
  await writeNote(person, 'need', 'Written before the line was there')
  expect(troubles.filter((trouble) => !isAboutTheLine(trouble))).toEqual([])
  await context.close()
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
  expect(await barriersOn(page)).toEqual([])
  await takePicture(page, 'opening-missing-phone-ar')
  await page.unroute(/\/assets\/index-.*\.js$/)
  await page.getByRole('button', { name: t('common.reload') }).tap()
  await field(t('join.name')).waitFor()
  await context.close()
})

declare global {
  interface Window {
    /** When the first note was in the list, by the page's clock. */
    readAt?: number
  }
}

/** Runs in the page. */
function noteWhenRead(): void {
  new MutationObserver((_, observer) => {
    if (!document.querySelector('li[data-note]')) return
    window.readAt = performance.now()
    observer.disconnect()
  }).observe(document, { childList: true, subtree: true })
}

/** Which files were asked for before the first note could be read, and which after it; the bytes of the page and of all before. What the server said is not counted. Runs in the page. */
function whatCame(): { before: string[]; after: string[]; bytes: number } {
  const files = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
  const pages = performance.getEntriesByType('navigation') as PerformanceResourceTiming[]
  const readAt = window.readAt ?? 0
  const isBefore = ({ startTime }: PerformanceResourceTiming): boolean => startTime < readAt
  const nameOf = ({ name }: PerformanceResourceTiming): string => new URL(name).pathname
  const once = [...new Map(files.map((file) => [file.name, file])).values()].filter(({ name }) => !new URL(name).pathname.startsWith('/api/'))
  return {
    before: once.filter(isBefore).map(nameOf),
    after: once.filter((file) => !isBefore(file)).map(nameOf),
    bytes: [...pages, ...once.filter(isBefore)].reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  }
}
