import { join } from 'node:path'
import Database from 'libsql'
import type { Locator } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { SAMPLE_NOTES } from '#shared/sample/sampleNotes.ts'
import { faultsOn } from '../support/access.ts'
import { findInList, isAboutTheLine, joinBy, openPerson, whenStatus, writeNote, type Person } from '../support/person.ts'
import { serverAndBrowser } from '../support/serverAndBrowser.ts'
import { limitFiles } from '../support/smallDisk.ts'
import { takePicture } from '../support/takePicture.ts'
import { makeWall, type MadeWall } from '../support/wallApi.ts'

const { server, browser } = await serverAndBrowser()

const MINE = 'خرائط الكربون في التربة'
const LATE = 'مدرّبون على رصد الطيور المهاجرة'
const [GONE, TURNED] = SAMPLE_NOTES.map(({ text }) => text) as [string, string]
const KEPT = SAMPLE_NOTES.length + 1

/** A facilitator on a laptop, somebody on a phone, and the room's screen; each test goes on where the one before ended. */
describe('the history of a wall', () => {
  let wall: MadeWall
  let chair: Person
  let guest: Person
  let room: Person
  /** Connections of the guest and the screen that ended. */
  let ended = 0

  beforeAll(async () => {
    wall = await makeWall(server.url, { title: 'Regional workshop', sample: true })
    chair = await openPerson(browser)
    guest = await openPerson(browser, { screen: 'phone', language: 'ar' })
    room = await openPerson(browser, { screen: 'projector' })
    for (const { page } of [guest, room]) page.on('websocket', (socket) => socket.on('close', () => ended++))
    await joinBy(chair, wall.links.facilitator, { name: 'Amina', country: 'Kenya' })
    await joinBy(guest, wall.links.participant, { name: 'ليلى', country: 'الأردن' })
    await room.page.goto(wall.links.viewer)
    await room.page.getByRole('application').waitFor()
  })

  async function openHistory({ page, t, button }: Person): Promise<Locator> {
    await button(t('wall.menu')).click()
    await page.getByRole('menuitem', { name: t('history.open') }).click()
    const dialog = page.getByRole('dialog', { name: t('history.title') })
    await dialog.waitFor()
    return dialog
  }
  const versionsIn = (dialog: Locator, why: string): Locator => dialog.getByRole('listitem').filter({ hasText: why })
  /** The notice of a restore, as it begins before the time. */
  const told = ({ page, t }: Person, key: 'restored' | 'restoredByYou', name: string): Locator =>
    page.getByRole('status').filter({ hasText: t(`history.${key}`, { name, when: '\u0000' }).split('\u0000')[0] })
  /** The name of the window of one version, as it begins before the time. */
  const wallOfThen = (): string => chair.t('history.wallOf', { when: '' }).trim()
  const chairName = '\u2068Amina\u2069'

  it('H3 without a line a facilitator is told what to do, then keeps a version and reads who kept it; a participant has nothing of the kind in the menu', async () => {
    const { page, t, button, context } = chair
    await writeNote(guest, 'need', MINE)
    await findInList(chair, MINE)
    await context.setOffline(true)
    const dialog = await openHistory(chair)
    await dialog.getByText(t('history.failed.offline')).waitFor()
    await takePicture(page, 'history-offline-laptop-en')
    await context.setOffline(false)
    await dialog.getByRole('button', { name: t('common.tryAgain') }).click()
    await dialog.getByText(t('history.empty')).waitFor()
    await dialog.getByRole('button', { name: t('history.saveNow') }).click()
    await dialog.getByText(t('history.saved')).waitFor()
    const version = versionsIn(dialog, t('history.why.requestByYou'))
    await version.getByText(t('list.count', { count: KEPT })).waitFor()
    expect(await faultsOn(page)).toEqual([])
    await takePicture(page, 'history-laptop-en')
    await dialog.getByRole('button', { name: t('common.close') }).last().click()
    await button(t('wall.menu')).waitFor()

    await guest.press(guest.button(guest.t('wall.menu')))
    await guest.page.getByRole('menuitem', { name: guest.t('bin.open') }).waitFor()
    expect(await guest.page.getByRole('menuitem', { name: guest.t('history.open') }).count()).toBe(0)
    await guest.page.keyboard.press('Escape')
  })

  it('H7 a version is looked at: the wall of then, and what came, went and changed since', async () => {
    const { page, t } = chair
    await writeNote(guest, 'offer', LATE)
    await findInList(chair, LATE)
    const gone = await findInList(chair, GONE)
    await gone.focus()
    await page.keyboard.press('Delete')
    await gone.waitFor({ state: 'detached' })
    const turned = await findInList(chair, TURNED)
    await turned.focus()
    await turned.getByRole('button', { name: t(SAMPLE_NOTES[1]?.kind === 'need' ? 'list.toOffer' : 'list.toNeed') }).click()

    const dialog = await openHistory(chair)
    await versionsIn(dialog, t('history.why.requestByYou')).getByRole('button').click()
    const then = page.getByRole('dialog', { name: wallOfThen() })
    await then.getByRole('img').waitFor()
    for (const [which, number, text] of [['came', 1, LATE], ['gone', 1, GONE], ['changed', 1, TURNED]] as const) {
      await then.getByRole('radio', { name: t(`history.show.${which}`, { number }) }).click()
      await then.getByRole('listitem').filter({ hasText: text }).waitFor()
      expect(await then.getByRole('listitem').count()).toBe(1)
      await takePicture(page, `version-${which}-laptop-en`)
    }
    await then.getByRole('radio', { name: t('history.show.all', { number: KEPT }) }).click()
    await then.getByRole('listitem').filter({ hasText: MINE }).waitFor()
    expect(await then.getByRole('listitem').count()).toBe(KEPT)
    expect(await faultsOn(page)).toEqual([])
    await takePicture(page, 'version-laptop-en')
  })

  it('H2 H5 H6 it is restored: nobody is disconnected, everybody is told once, and undo begins anew', async () => {
    const { page, t } = chair
    const then = page.getByRole('dialog', { name: wallOfThen() })
    await guest.button(guest.t('undo.undo', { deed: guest.t('undo.did.place', { count: 1 }) })).waitFor()
    await then.getByRole('button', { name: t('history.restore') }).click()
    const question = page.getByRole('alertdialog', { name: t('history.restoreTitle') })
    await question.getByText(t('history.restoreBin', { count: 1 })).waitFor()
    await question.getByText(t('history.restoreKept')).waitFor()
    expect(await faultsOn(page)).toEqual([])
    await takePicture(page, 'restore-laptop-en')
    await question.getByRole('button', { name: t('history.restore') }).click()
    await page.getByRole('dialog').first().waitFor({ state: 'detached' })

    await told(chair, 'restoredByYou', '').waitFor()
    await told(room, 'restored', chairName).waitFor()
    const notice = told(guest, 'restored', chairName)
    await notice.waitFor()
    await takePicture(page, 'restored-laptop-en')
    await takePicture(guest.page, 'restored-phone-ar')
    await takePicture(room.page, 'restored-projector-en')
    for (const { page } of [chair, guest, room]) expect(await faultsOn(page)).toEqual([])

    await findInList(chair, GONE)
    await chair.page.getByRole('application', { name: t('canvas.label', { count: KEPT }) }).waitFor()
    expect(await guest.button(guest.t('wall.undo')).isDisabled()).toBe(true)
    expect(ended).toBe(0)

    await guest.press(notice.getByRole('button', { name: guest.t('history.openBin') }))
    const bin = guest.page.getByRole('dialog', { name: guest.t('bin.title') })
    await guest.press(bin.getByRole('listitem').filter({ hasText: LATE }).getByRole('button', { name: guest.t('bin.putBack') }))
    await bin.getByText(guest.t('bin.areBack', { count: 1 })).waitFor()
    await findInList(chair, LATE)

    await guest.page.reload()
    await whenStatus(guest, guest.t('status.saved'))
    expect(await notice.count()).toBe(0)
  })

  it('H2 H6 a restore is taken back by the version before it, and who was away is told when they come back', async () => {
    const { page, t } = chair
    await guest.page.goto('about:blank')
    const dialog = await openHistory(chair)
    const before = versionsIn(dialog, t('history.why.restoreByYou'))
    await before.getByText(t('list.count', { count: KEPT })).waitFor()
    await before.getByRole('button').click()
    await page.getByRole('dialog', { name: wallOfThen() }).getByRole('button', { name: t('history.restore') }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: t('history.restore') }).click()
    await dialog.waitFor({ state: 'detached' })
    const turned = await findInList(chair, TURNED)
    await turned.getByText(t(SAMPLE_NOTES[1]?.kind === 'need' ? 'kind.offer' : 'kind.need'), { exact: true }).waitFor()

    await guest.page.goto(wall.links.participant)
    await told(guest, 'restored', chairName).waitFor()
    expect(await faultsOn(guest.page)).toEqual([])
  })

  it('H3 while the server cannot write it says so, and keeps the version once it can', async () => {
    const { page, t } = chair
    const dialog = await openHistory(chair)
    await versionsIn(dialog, t('history.why.restoreByYou')).nth(1).waitFor()
    await limitFiles(server.pid(), 0)
    await dialog.getByRole('button', { name: t('history.saveNow') }).click()
    await dialog.getByText(t('history.failed.not_saved')).waitFor()
    expect(await faultsOn(page)).toEqual([])
    await takePicture(page, 'history-unsaved-laptop-en')
    await limitFiles(server.pid(), 'unlimited')
    await dialog.getByRole('button', { name: t('common.tryAgain') }).click()
    await dialog.getByText(t('history.saved')).waitFor()
    await dialog.getByRole('button', { name: t('common.close') }).last().click()
  })

  it('H3 of a damaged version it says what happened and what to do', async () => {
    const { page, t } = chair
    const dialog = await openHistory(chair)
    const database = new Database(join(server.folder, 'pollinate.sqlite'))
    database.exec("update versions set state = zeroblob(length(state)) where why = 'request'")
    database.close()
    await versionsIn(dialog, t('history.why.requestByYou')).last().getByRole('button').click()
    await page.getByText(t('history.failed.not_found')).waitFor()
    expect(await faultsOn(page)).toEqual([])
    await takePicture(page, 'version-damaged-laptop-en')
    await page.getByRole('dialog', { name: wallOfThen() }).getByRole('button', { name: t('common.back') }).click()
    await dialog.locator(':focus').filter({ hasText: t('history.look') }).waitFor()
  })

  it('no page threw or logged an error beyond the line, and the refusal of the disk', () => {
    const troubles = [...chair.troubles, ...guest.troubles, ...room.troubles]
    expect(troubles.filter((trouble) => !isAboutTheLine(trouble) && !trouble.includes('status of 503'))).toEqual([])
  })
})
