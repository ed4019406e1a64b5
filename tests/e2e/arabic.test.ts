import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsOn } from '../support/access.ts'
import { pdfText } from '../support/pdfText.ts'
import { findInList, joinBy, openPerson, writeNote, type Person } from '../support/person.ts'
import { serverAndBrowser } from '../support/serverAndBrowser.ts'
import { takePicture } from '../support/takePicture.ts'
import { makeWall } from '../support/wallApi.ts'

const { server, browser } = await serverAndBrowser()

const NEED = 'تدريب على إعداد خرائط الكربون في التربة'

describe('a workshop in Arabic', () => {
  let folder: string
  let layla: Person

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pollinate-pdf-'))
    layla = await openPerson(browser, { language: 'ar' })
  })
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true })
  })

  it('L6 the page runs from right to left, and the kind stands on the note in Arabic', async () => {
    const { page, t } = layla
    const wall = await makeWall(server.url, { title: 'ورشة العمل الإقليمية', language: 'ar' })
    await joinBy(layla, wall.links.participant, { name: 'ليلى حداد', country: 'الأردن' })
    expect(await page.getAttribute('html', 'dir')).toBe('rtl')
    expect(await page.getAttribute('html', 'lang')).toBe('ar')
    await page.getByRole('tab', { name: t('wall.tabForm') }).click()
    await writeNote(layla, 'need', NEED)
    await writeNote(layla, 'offer', 'Two experts in peat mapping')
    await page.getByRole('tab', { name: t('wall.tabList') }).click()
    const item = await findInList(layla, NEED)
    // The first kind stands on the right: the next one is to the left of it.
    const kinds = page.getByRole('radiogroup', { name: t('list.kind') }).getByRole('radio')
    await kinds.first().press('ArrowLeft')
    await item.waitFor()
    expect(await kinds.nth(1).isChecked()).toBe(true)
    await kinds.nth(1).press('ArrowRight')
    expect(await kinds.first().isChecked()).toBe(true)
    const spoken = (await item.getAttribute('aria-label')) ?? ''
    for (const words of [t('kind.need'), NEED, 'ليلى حداد', 'الأردن']) expect(spoken).toContain(words)
    const direction = (text: string) => page.getByRole('listitem').filter({ hasText: text }).locator('p[dir=auto]').first().evaluate((p) => getComputedStyle(p).direction)
    expect([await direction(NEED), await direction('Two experts')]).toEqual(['rtl', 'ltr'])
    const list = await page.getByRole('list', { name: t('list.title') }).boundingBox()
    const canvas = await page.getByRole('application').boundingBox()
    expect(list?.x).toBeGreaterThan(canvas?.x ?? Infinity)
    expect(await faultsOn(page)).toEqual([])
    await takePicture(page, 'wall-laptop-ar')
  })

  it('R1 the record in Arabic is found word by word', async () => {
    const { page, t, button } = layla
    await button(t('wall.menu')).click()
    await page.getByRole('menuitem', { name: t('wall.export') }).click()
    await page.getByRole('dialog', { name: t('export.title') }).waitFor()
    await takePicture(page, 'export-laptop-ar')
    const [download] = await Promise.all([page.waitForEvent('download'), button(t('export.make')).click()])
    const file = join(folder, 'record.pdf')
    await download.saveAs(file)
    const text = (await pdfText(file)).replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').replace(/\s+/g, ' ')
    for (const word of NEED.split(' ')) expect(text).toContain(word)
    expect(text).toContain('Two experts in peat mapping')
    expect(text).toContain(t('kind.need'))
    expect(text).toContain('ليلى حداد')
  })

  it('L6 so does the start page', async () => {
    const { page, t } = layla
    await page.goto(server.url)
    await page.getByRole('heading', { level: 1, name: t('home.headline') }).waitFor()
    expect(await faultsOn(page)).toEqual([])
    await takePicture(page, 'home-laptop-ar')
  })

  it('no page threw or logged an error', () => {
    expect(layla.troubles).toEqual([])
  })
})
