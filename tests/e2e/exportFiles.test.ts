import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import readSheets from 'read-excel-file/node'
import { extractRawText } from 'mammoth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SAMPLE_NOTES } from '#shared/sample/sampleNotes.ts'
import type { Format } from '../../client/export/formats.ts'
import { faultsOn } from '../support/access.ts'
import { joinBy, openPerson, whenStatus, type Person } from '../support/person.ts'
import { pdfText } from '../support/pdfText.ts'
import { serverAndBrowser } from '../support/serverAndBrowser.ts'
import { wordsIn } from '../support/words.ts'
import { takePicture } from '../support/takePicture.ts'
import { makeWall, type MadeWall } from '../support/wallApi.ts'

const { server, browser } = await serverAndBrowser()

describe('R15 files from the browser', () => {
  let wall: MadeWall
  let chair: Person
  let guest: Person
  let folder = ''

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pollinate-files-'))
    wall = await makeWall(server.url, { title: 'Workshop', sample: true })
    chair = await openPerson(browser)
    guest = await openPerson(browser, { screen: 'phone', language: 'ar' })
    await joinBy(chair, wall.links.facilitator, { name: 'Amina', country: 'Kenya' })
    await joinBy(guest, wall.links.participant, { name: 'ليلى', country: 'الأردن' })
  })
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true })
  })

  async function openDialog({ page, t, button, press }: Person): Promise<Locator> {
    await press(button(t('wall.menu')))
    await press(page.getByRole('menuitem', { name: t('wall.export') }))
    const dialog = page.getByRole('dialog', { name: t('export.title') })
    await dialog.waitFor()
    return dialog
  }

  async function take(person: Person, dialog: Locator, format: Format): Promise<{ name: string; bytes: Buffer }> {
    const { page, t, press } = person
    await press(dialog.getByText(t(`export.formats.${format}`), { exact: true }))
    const [download] = await Promise.all([page.waitForEvent('download'), press(dialog.getByRole('button', { name: t('export.make') }))])
    const file = join(folder, `${format}-file`)
    await download.saveAs(file)
    return { name: download.suggestedFilename(), bytes: await readFile(file) }
  }

  it('R72 the built server writes the record for a program', async () => {
    const answer = await fetch(`${server.url}/api/walls/${wall.id}/export.pdf?language=ar`, { headers: { authorization: `Bearer ${wall.keys.facilitator}` } })
    expect(answer.status === 200 ? '' : await answer.text()).toBe('')
    const path = join(folder, 'fetched.pdf')
    await writeFile(path, Buffer.from(await answer.arrayBuffer()))
    const text = await pdfText(path)
    for (const { name } of SAMPLE_NOTES) expect(text).toContain(name)
  })

  it('R54 the record with the parts, the paper and the language that were chosen', async () => {
    const { page, t, press } = chair
    const dialog = await openDialog(chair)
    await press(dialog.getByRole('button', { name: t('export.choose') }))
    await press(dialog.getByText(t('export.parts.people'), { exact: true }))
    await press(dialog.getByText(t('export.parts.region'), { exact: true }))
    await press(dialog.getByRole('button', { name: t('export.sheetsLabel') }))
    await press(page.getByRole('option', { name: t('export.sheets.a4') }))
    await press(dialog.getByRole('button', { name: t('export.languageLabel') }))
    await press(page.getByRole('option', { name: 'Français' }))
    expect(await faultsOn(page)).toEqual([])
    await takePicture(page, 'export-choice-laptop-en')
    const french = await wordsIn('fr')
    const { bytes } = await take(chair, dialog, 'pdf')
    const path = join(folder, 'chosen.pdf')
    await writeFile(path, bytes)
    const text = await pdfText(path)
    expect(text).toContain(french('record.unmetNeeds'))
    expect(text).toContain(french('record.sheets'))
    expect(text).not.toContain(french('record.people'))
    expect(text).not.toContain(french('record.region'))
    for (const [format, pages] of [['poster', /\b1\b/], ['forms', /\b2\b/]] as const) {
      const drawn = await take(chair, dialog, format)
      expect(drawn.name).toMatch(new RegExp(`\\.${format}\\.pdf$`))
      await writeFile(path, drawn.bytes)
      expect(execFileSync('pdfinfo', [path]).toString()).toMatch(new RegExp(`Pages: +${pages.source}`))
    }
    await press(dialog.getByRole('button', { name: t('common.close') }).first())
    expect(chair.troubles).toEqual([])
  })

  it('R15 a spreadsheet, a report, a table and all data, one after the other', async () => {
    const dialog = await openDialog(chair)
    expect(await faultsOn(chair.page)).toEqual([])
    await takePicture(chair.page, 'export-formats-laptop-en')

    const xlsx = await take(chair, dialog, 'xlsx')
    expect(xlsx.name).toMatch(/^pollinate-Workshop-\d{4}-\d\d-\d\d\.xlsx$/)
    const [notes] = await readSheets(xlsx.bytes)
    expect(notes?.data).toHaveLength(1 + SAMPLE_NOTES.length)
    const report = await extractRawText({ buffer: (await take(chair, dialog, 'docx')).bytes })
    const csv = await take(chair, dialog, 'csv')
    const json = await take(chair, dialog, 'json')
    const drafts = await take(chair, dialog, 'chm')
    expect(drafts.name).toMatch(/\.clearing-house\.json$/)
    for (const { text, name } of SAMPLE_NOTES) {
      expect(report.value).toContain(text)
      expect(csv.bytes.toString()).toContain(name)
      expect(json.bytes.toString()).toContain(JSON.stringify(text))
      expect(drafts.bytes.toString()).toContain(JSON.stringify(text))
    }
    for (const { bytes } of [csv, json, drafts]) expect(bytes.includes(wall.keys.facilitator)).toBe(false)
    expect(chair.troubles).toEqual([])
  })

  it('R15 R78 on a phone in Arabic, with the code to join by where it is wanted, and without a line', async () => {
    const dialog = await openDialog(guest)
    expect(await faultsOn(guest.page)).toEqual([])
    await takePicture(guest.page, 'export-formats-phone-ar')
    // Forms say how to join by themselves; on what is handed on, only whoever wants it there gets it.
    const joining = dialog.getByRole('button', { name: guest.t('export.join') })
    for (const [format, isOn] of [['forms', true], ['poster', false]] as const) {
      await guest.press(dialog.getByText(guest.t(`export.formats.${format}`), { exact: true }))
      await dialog.getByText(guest.t(isOn ? 'export.joinYes' : 'export.joinNo')).waitFor()
    }
    await joining.scrollIntoViewIfNeeded()
    await takePicture(guest.page, 'export-join-phone-ar')
    await guest.press(joining)
    await dialog.getByText(guest.t('export.joinYes')).waitFor()
    const path = join(folder, 'joins.pdf')
    await writeFile(path, (await take(guest, dialog, 'poster')).bytes)
    expect((await pdfText(path)).replace(/\s/g, '')).toContain(wall.keys.participant)
    await take(guest, dialog, 'csv') // by then everything has come
    await guest.context.setOffline(true)
    const { bytes } = await take(guest, dialog, 'xlsx')
    const [notes] = await readSheets(bytes)
    expect(notes?.data[0]).toContain(guest.t('tables.header.text'))
    await guest.context.setOffline(false)
    await guest.page.keyboard.press('Escape')
    await whenStatus(guest, guest.t('status.saved'))
  })
})
