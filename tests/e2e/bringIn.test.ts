import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { SAMPLE_NOTES } from '#shared/sample/sampleNotes.ts'
import { faultsOn } from '../support/access.ts'
import { findInList, joinBy, openPerson, whenStatus, type Person } from '../support/person.ts'
import { readDownload } from '../support/readDownload.ts'
import { serverAndBrowser } from '../support/serverAndBrowser.ts'
import { takePicture } from '../support/takePicture.ts'
import { makeWall, type MadeWall } from '../support/wallApi.ts'

const { server, browser } = await serverAndBrowser()

describe('out and in again', () => {
  let wall: MadeWall
  let chair: Person
  let saved: Buffer

  beforeAll(async () => {
    wall = await makeWall(server.url, { title: 'First round', sample: true })
    chair = await openPerson(browser)
    await joinBy(chair, wall.links.facilitator, { name: 'Amina', country: 'Kenya' })
  })

  async function choose(page: Page, button: Locator, press: Person['press'], file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(button)])
    await chooser.setFiles(file)
  }
  async function openMenu({ page, t, button, press }: Person, item: string, title: string): Promise<Locator> {
    await press(button(t('wall.menu')))
    await press(page.getByRole('menuitem', { name: item }))
    const dialog = page.getByRole('dialog', { name: title })
    await dialog.waitFor()
    return dialog
  }

  it('R20 a note is marked in the list, says so, and is in the full backup alone', async () => {
    const { page, t, press } = chair
    const secret = SAMPLE_NOTES[0]?.text ?? ''
    const item = await findInList(chair, secret)
    await press(item)
    await press(item.getByRole('button', { name: t('withheld.mark') }))
    await item.getByText(t('withheld.mark')).first().waitFor()
    await whenStatus(chair, t('status.saved'))
    await takePicture(page, 'withheld-laptop-en')

    const dialog = await openMenu(chair, t('wall.export'), t('export.title'))
    await press(dialog.getByText(t('export.formats.json'), { exact: true }))
    await dialog.getByText(t('withheld.leftOut', { count: 1 })).waitFor()
    await takePicture(page, 'withheld-export-laptop-en')
    expect(await faultsOn(page)).toEqual([])
    const take = async (): Promise<Buffer> => {
      const [download] = await Promise.all([page.waitForEvent('download'), press(dialog.getByRole('button', { name: t('export.make') }))])
      return readDownload(download)
    }
    expect((await take()).toString()).not.toContain(JSON.stringify(secret))
    await press(dialog.getByText(t('withheld.full')))
    saved = await take()
    expect(saved.toString()).toContain(JSON.stringify(secret))
    await page.keyboard.press('Escape')
    expect(chair.troubles).toEqual([])
  })

  it('R22 R23 the first page restores the wall, and says what is wrong with another file', async () => {
    const someone = await openPerson(browser, { screen: 'phone', language: 'ar' })
    const { page, t, button, press } = someone
    await page.goto(server.url)
    await choose(page, button(t('again.restore')), press, { name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"hello":1}') })
    await page.getByText(t('again.fileProblem.notAWall')).waitFor()
    await takePicture(page, 'restore-phone-ar')
    await choose(page, button(t('again.restore')), press, { name: 'wall.json', mimeType: 'application/json', buffer: saved })
    await page.getByRole('dialog').waitFor()
    expect(await faultsOn(page)).toEqual([])
    await someone.context.close()
  })

  it('R24 R25 R27 a facilitator looks at what comes in, leaves out what is wrong, and hangs it as one step', async () => {
    const { page, t, press } = chair
    const dialog = await openMenu(chair, t('again.bringIn'), t('again.bringIn'))
    const csv = 'Texte;Type;Pays;Nom\nCartes des tourbières;Besoin;Sénégal;Awa\nGardes forestiers;Offre;Atlantide;Awa\nSemences locales;Offre;Sénégal;Awa\n'
    await choose(page, dialog.getByRole('button', { name: t('again.chooseFile') }), press, { name: 'Dakar.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
    await dialog.getByText(t('again.rowProblem.unknownCountry')).waitFor()
    await dialog.getByText(t('again.wrong', { count: 1 })).waitFor()
    expect(await faultsOn(page)).toEqual([])
    await takePicture(page, 'bring-in-laptop-en')
    await press(dialog.getByRole('button', { name: t('again.hang', { count: 2 }) }))
    await dialog.waitFor({ state: 'hidden' })
    const item = await findInList(chair, 'Cartes des tourbières')
    await item.getByText(t('note.writtenBy', { name: 'Amina' })).waitFor()
    await item.getByText('Dakar').waitFor()
    await whenStatus(chair, t('status.saved'))
    await takePicture(page, 'brought-in-laptop-en')
    expect(await page.getByText('Gardes forestiers').count()).toBe(0)

    const again = await openMenu(chair, t('again.bringIn'), t('again.bringIn'))
    await choose(page, again.getByRole('button', { name: t('again.chooseFile') }), press, { name: 'wall.json', mimeType: 'application/json', buffer: saved })
    await again.getByText(t('again.rowProblem.twice')).first().waitFor()
    await page.keyboard.press('Escape')
    expect(chair.troubles).toEqual([])
  })
})
