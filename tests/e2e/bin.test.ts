import type { Locator } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import type { Edit } from '#shared/wall/edit.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import { faultsOn } from '../support/access.ts'
import { findInList, joinBy, openPerson, writeNote, type Person } from '../support/person.ts'
import { serverAndBrowser } from '../support/serverAndBrowser.ts'
import { stockProvider, whenSynced } from '../support/stockProvider.ts'
import { takePicture } from '../support/takePicture.ts'
import { join, makeWall, type MadeWall } from '../support/wallApi.ts'

const { server, browser } = await serverAndBrowser()

const MINE = 'خرائط الكربون في التربة'
const THEIRS = 'Training in restoring mangroves'

describe('W16 the bin', () => {
  let wall: MadeWall
  let chair: Person
  let guest: Person

  beforeAll(async () => {
    wall = await makeWall(server.url, { title: 'Workshop' })
    chair = await openPerson(browser)
    guest = await openPerson(browser, { screen: 'phone', language: 'ar' })
    await joinBy(chair, wall.links.facilitator, { name: 'Amina', country: 'Kenya' })
    await joinBy(guest, wall.links.participant, { name: 'ليلى', country: 'الأردن' })
  })

  async function openBin({ page, t, button, press }: Person): Promise<Locator> {
    await press(button(t('wall.menu')))
    await press(page.getByRole('menuitem', { name: t('bin.open') }))
    return page.getByRole('dialog', { name: t('bin.title') })
  }

  async function takeOff(person: Person, text: string): Promise<void> {
    const item = await findInList(person, text)
    await item.focus()
    await person.page.keyboard.press('Delete')
    await item.waitFor({ state: 'detached' })
  }

  it('W16 says so when it is empty', async () => {
    const bin = await openBin(guest)
    await bin.getByText(guest.t('bin.empty')).waitFor()
    await takePicture(guest.page, 'bin-empty-phone-ar')
    await guest.press(bin.getByRole('button', { name: guest.t('common.close') }))
  })

  it('W16 everybody sees what is in it, and puts back what is theirs', async () => {
    await writeNote(guest, 'need', MINE)
    await chair.page.getByRole('tab', { name: chair.t('wall.tabForm') }).click()
    await writeNote(chair, 'offer', THEIRS)
    await chair.page.getByRole('tab', { name: chair.t('wall.tabList') }).click()
    for (const text of [MINE, THEIRS]) await takeOff(chair, text)

    const bin = await openBin(guest)
    const items = bin.getByRole('listitem')

    await items.filter({ hasText: THEIRS }).getByText(guest.t('bin.notYours', { name: '\u2068Amina\u2069' })).waitFor()
    expect(await items.filter({ hasText: THEIRS }).getByRole('button').count()).toBe(0)
    expect(await faultsOn(guest.page)).toEqual([])
    await takePicture(guest.page, 'bin-phone-ar')
    expect(await bin.getByRole('button', { name: guest.t('bin.putAllBack', { count: 2 }) }).count()).toBe(0)
    await guest.press(items.filter({ hasText: MINE }).getByRole('button', { name: guest.t('bin.putBack') }))
    await bin.getByText(guest.t('bin.areBack', { count: 1 })).waitFor()
    await items.filter({ hasText: MINE }).waitFor({ state: 'detached' })
    await takePicture(guest.page, 'bin-back-phone-ar')
    await findInList(chair, MINE)
  })

  it('W16 a facilitator puts back any note, and finds it on the wall', async () => {
    await takeOff(chair, MINE)
    const bin = await openBin(chair)
    await bin.getByRole('listitem').filter({ hasText: THEIRS }).waitFor()
    expect(await faultsOn(chair.page)).toEqual([])
    await takePicture(chair.page, 'bin-laptop-en')
    await bin.getByRole('listitem').filter({ hasText: MINE }).getByRole('button', { name: chair.t('bin.putBack') }).click()
    await bin.getByRole('button', { name: chair.t('list.show') }).click()
    await bin.waitFor({ state: 'detached' })
    const item = await findInList(chair, MINE)
    expect(await item.getAttribute('aria-current')).toBe('true')
  })

  it('W16 finds a note among many', async () => {
    const { token, participant } = await join(server.url, wall.id, { key: wall.keys.participant, name: 'Bruno' })
    const provider = stockProvider(server.url, wall.id, token)
    await whenSynced(provider)
    const notes = ['mangroves', 'peatlands', 'reefs', 'corridors', 'seeds', 'pollinators'].map((text) => ({ id: text as NoteId, text }))
    const edits = notes.flatMap(({ id, text }): Edit[] => [{ type: 'placeNote', id, text, kind: 'need', at: [0, 0], lang: 'en', name: 'Bruno', country: 'pe' }, { type: 'binNote', id }])
    applyEdits(provider.doc, edits, { participant: participant ?? expect.fail('nobody'), now: Date.now(), origin: 'bruno' })

    const bin = await openBin(chair)
    await bin.getByText(chair.t('list.count', { count: notes.length + 1 })).waitFor()
    await bin.getByRole('searchbox').fill('PÉRU pollin')
    await bin.getByText(chair.t('list.countOf', { found: 1, count: notes.length + 1 })).waitFor()
    await bin.getByRole('listitem').filter({ hasText: 'pollinators' }).waitFor()
    expect(await bin.getByRole('listitem').count()).toBe(1)
    expect(await faultsOn(chair.page)).toEqual([])
    await takePicture(chair.page, 'bin-search-laptop-en')
    await bin.getByRole('searchbox').fill('whales')
    await bin.getByText(chair.t('list.nothingFound')).waitFor()
    provider.destroy()
    await chair.page.keyboard.press('Escape')
    await bin.getByRole('button', { name: chair.t('common.close') }).click()
  })

  it('W16 a facilitator puts back all that are found at once, and takes that back in one step', async () => {
    const bin = await openBin(chair)
    await bin.getByRole('searchbox').fill('pe')
    const all = bin.getByRole('button', { name: chair.t('bin.putAllBack', { count: 6 }) })
    await all.waitFor()
    await takePicture(chair.page, 'bin-all-laptop-en')
    await all.click()
    await bin.getByText(chair.t('bin.areBack', { count: 6 })).waitFor()
    expect(await faultsOn(chair.page)).toEqual([])
    await bin.getByRole('button', { name: chair.t('list.show') }).click()
    for (const text of ['mangroves', 'peatlands', 'pollinators']) await findInList(chair, text)
    await chair.button(chair.t('undo.undo', { deed: chair.t('undo.did.unbin', { count: 6 }) })).click()
    const again = await openBin(chair)
    await again.getByText(chair.t('list.count', { count: 7 })).waitFor()
  })

  it('no page threw or logged an error', () => expect([...chair.troubles, ...guest.troubles]).toEqual([]))
})
