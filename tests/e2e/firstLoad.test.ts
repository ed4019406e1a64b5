import { dirname, join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { BYTES } from '#shared/protocol/api.ts'
import { faultsOn } from '../support/access.ts'
import { openPerson, writeNote } from '../support/person.ts'
import { serverAndBrowser } from '../support/serverAndBrowser.ts'
import { readParts, type Parts } from '../support/sizeOfParts.ts'
import { takePicture } from '../support/takePicture.ts'
import { makeWall } from '../support/wallApi.ts'

const { server, browser } = await serverAndBrowser()

/** What may be sent before somebody is asked their name, in bytes as they go over the line (brotli). */
const DOOR_BYTES = 125_000
/** What may be sent before the notes are read and one can be written. */
const LIST_BYTES = 200_000

describe('what is sent before the canvas', () => {
  let parts: Parts
  beforeAll(async () => {
    parts = await readParts(join(dirname(inject('builtServer')), '../client'))
  })

  it('O4 the door is sent in less than 125 kB', async () => {
    expect(await parts.sizeOf(['index.html', 'first.js', ...parts.filesOf('index.html')])).toBeLessThan(DOOR_BYTES)
  })
  it('O4 list and form come next, in less than 200 kB together, without canvas, matches, windows, menus and start page', async () => {
    const first = parts.filesOf('index.html', 'wall')
    expect(await parts.sizeOf(['index.html', 'first.js', ...first])).toBeLessThan(LIST_BYTES)
    for (const later of ['canvas', 'windows', 'choices', 'home/HomePage.tsx']) {
      expect([...parts.filesOf(later)].filter((file) => !first.has(file)), later).not.toEqual([])
    }
  })
})

it('O5 on a slow device the first notes stand in the list before anything is asked for that they are not read and written with', async () => {
  const { links } = await makeWall(server.url, { title: 'A slow device', sample: true })
  const first = (await readParts(join(dirname(inject('builtServer')), '../client'))).filesOf('index.html', 'wall')
  const { page, context, t } = await openPerson(browser)
  await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: 6 })
  await page.addInitScript(() => {
    new MutationObserver((_changes, observer) => {
      if (!document.querySelector('[data-note]')) return
      performance.mark('notes')
      observer.disconnect()
    }).observe(document, { childList: true, subtree: true })
  })
  await page.goto(`${links.participant}&name=Amina&country=tz`)
  await page.getByRole('application').waitFor()
  await page.getByRole('list', { name: t('list.title') }).getByRole('listitem').first().waitFor()
  const asked = await page.evaluate(() => {
    const [notes] = performance.getEntriesByName('notes')
    return performance.getEntriesByType('resource').map(({ name, startTime }) => ({ file: new URL(name).pathname.slice(1), isEarly: startTime <= (notes?.startTime ?? Infinity) }))
  })
  const code = asked.filter(({ file }) => file.startsWith('assets/'))
  expect(code.filter(({ file, isEarly }) => isEarly && !first.has(file))).toEqual([])
  expect(code.some(({ isEarly }) => !isEarly)).toBe(true)
  await context.close()
})

/** Keeps files of the page back until they are let go. */
async function holdBack(page: Page, files: RegExp): Promise<() => void> {
  // What is asked for by the service worker would pass by.
  await page.addInitScript(() => delete (Navigator.prototype as { serviceWorker?: unknown }).serviceWorker)
  let letGo = (): void => undefined
  const gone = new Promise<void>((resolve) => (letGo = resolve))
  await page.route(files, async (route) => {
    await gone
    await route.continue()
  })
  return letGo
}

it('O11 what is pressed before its menu has come opens as soon as it comes, unless one has gone on to something else, and a country is found by what was typed until then', async () => {
  const { links } = await makeWall(server.url, { title: 'A weak line' })
  const { page, context, t, field, troubles } = await openPerson(browser)
  const letGo = await holdBack(page, /\/assets\/choices-.*\.js$/)
  await page.goto(links.participant)
  await field(t('join.country')).pressSequentially('Keny')
  const language = page.getByRole('button', { name: new RegExp(`^${t('common.language')}: `) })
  await language.click()
  await language.and(page.locator('[aria-expanded=true]')).waitFor()
  // Whoever goes on to something else meanwhile is not called back.
  await field(t('join.name')).click()
  await language.and(page.locator('[aria-expanded=false]')).waitFor()
  await language.press('Enter')
  await page.keyboard.press('Escape')
  await language.and(page.locator('[aria-expanded=false]')).waitFor()
  await language.click()
  letGo()
  await page.getByRole('menuitemradio', { name: 'Français' }).waitFor()
  await page.keyboard.press('Escape')
  await language.and(page.locator(':focus')).waitFor()
  const country = page.getByRole('combobox', { name: t('join.country') })
  await country.click()
  await page.getByRole('option', { name: 'Kenya' }).click()
  expect(await country.inputValue()).toBe('Kenya')
  expect(troubles).toEqual([])
  await context.close()
})

it('O13 what is being composed for a country when its list comes is composed to its end', async () => {
  const { links } = await makeWall(server.url, { title: 'A weak line' })
  const { page, context, t, field, troubles } = await openPerson(browser)
  const letGo = await holdBack(page, /\/assets\/choices-.*\.js$/)
  const choices = page.waitForRequest(/\/assets\/choices-.*\.js$/)
  await page.goto(links.participant)
  await field(t('join.country')).click()
  const cdp = await context.newCDPSession(page)
  const compose = (text: string): Promise<unknown> => cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  await compose('ken')
  letGo()
  // As words: what imports in a function would be made into something else for Node.
  await page.evaluate(`import(${JSON.stringify((await choices).url())}).then(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))))`)
  await compose('ken ni')
  await cdp.send('Input.insertText', { text: '肯尼' })
  const country = page.getByRole('combobox', { name: t('join.country') })
  await page.getByRole('option', { name: 'Kenya' }).waitFor()
  expect(await country.inputValue()).toBe('肯尼')

  await context.close()
  expect(troubles).toEqual([])
})

it('O13 the cursor of a country stays where it was when its list comes', async () => {
  const { links } = await makeWall(server.url, { title: 'A weak line' })
  const { page, context, t, field } = await openPerson(browser)
  const letGo = await holdBack(page, /\/assets\/choices-.*\.js$/)
  await page.goto(links.participant)
  await field(t('join.country')).pressSequentially('Keya')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  letGo()
  const country = page.getByRole('combobox', { name: t('join.country') })
  await country.and(page.locator(':focus')).waitFor()
  await page.keyboard.type('n')
  expect(await country.inputValue()).toBe('Kenya')
  await context.close()
})

it('O15 on the way to a wall, what shows it is asked for before the code of the page is here', async () => {
  const { links } = await makeWall(server.url, { title: 'A weak line' })
  const { page, context, t, field, troubles } = await openPerson(browser)
  const letGo = await holdBack(page, /\/assets\/index-.*\.js$/)
  const asked = page.waitForRequest(/\/assets\/wall-.*\.js$/)
  await page.goto(links.participant, { waitUntil: 'commit' })
  await asked
  letGo()
  await field(t('join.name')).waitFor()
  expect(troubles).toEqual([])
  await context.close()
})

it('O15 what shows a wall and is here is waited for no longer', async () => {
  const { links } = await makeWall(server.url, { title: 'A weak line', sample: true })
  const { page, context, t, troubles } = await openPerson(browser)
  const letGo = await holdBack(page, /\/api\/walls\/[^/]+\/join$/)
  const wall = page.waitForRequest(/\/assets\/wall-.*\.js$/)
  await page.goto(`${links.participant}&name=Amina&country=tz`)
  await page.evaluate(`import(${JSON.stringify((await wall).url())})`)
  await page.evaluate((words) => {
    new MutationObserver((changes) => {
      const isWaiting = changes.some(({ addedNodes }) => [...addedNodes].some((node) => node instanceof Element && node.role === 'status' && node.textContent.includes(words)))
      if (isWaiting) document.documentElement.dataset.waited = 'yes'
    }).observe(document, { childList: true, subtree: true })
  }, t('app.loading'))
  letGo()
  await page.getByRole('list', { name: t('list.title') }).getByRole('listitem').first().waitFor()
  expect(await page.locator('html').getAttribute('data-waited')).toBeNull()
  expect(troubles).toEqual([])
  await context.close()
})

it('O12 a note hangs on the wall though what measures it does not come', async () => {
  const { links } = await makeWall(server.url, { title: 'A weak line' })
  const person = await openPerson(browser, { screen: 'phone' })
  const { page, context, t, troubles } = person
  const letGo = await holdBack(page, /\/assets\/windows-.*\.js$/)
  await page.goto(`${links.participant}&name=Amina&country=tz`)
  await writeNote(person, 'need', 'Hung before it could be measured')
  await page.getByText(t('form.addedNeed')).waitFor()
  letGo()
  await page.getByRole('tab', { name: t('wall.tabWall') }).tap()
  await page.getByRole('application').waitFor()
  expect(troubles).toEqual([])
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
  expect(await faultsOn(page)).toEqual([])
  await takePicture(page, 'opening-missing-phone-ar')
  await page.unroute(/\/assets\/index-.*\.js$/)
  await page.getByRole('button', { name: t('common.reload') }).tap()
  await field(t('join.name')).waitFor()
  await context.close()
})

it('O16 where the notes that come beside the line cannot be read, the line brings them, and what is written goes up', async () => {
  const { links } = await makeWall(server.url, { title: 'A broken answer' })
  const [writer, reader] = [await openPerson(browser), await openPerson(browser)]
  await writer.page.route('**/document', (route) => route.fulfill({ body: Buffer.from([255, 255, 255, 255]), contentType: BYTES }))
  await writer.page.goto(`${links.participant}&name=Amina&country=tz`)
  await writer.page.getByRole('tab', { name: writer.t('wall.tabForm') }).click()
  await writeNote(writer, 'need', 'It goes up all the same')
  await reader.page.goto(`${links.participant}&name=Luis&country=pe`)
  await reader.page.getByRole('list', { name: reader.t('list.title') }).getByRole('listitem').filter({ hasText: 'It goes up all the same' }).waitFor()
  await Promise.all([writer.context.close(), reader.context.close()])
})
