import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { faultsOn } from '../support/access.ts'
import { findInList, isAboutTheLine, joinBy, openPerson, whenStatus, writeNote, type Person } from '../support/person.ts'
import { serverAndBrowser } from '../support/serverAndBrowser.ts'
import { takePicture } from '../support/takePicture.ts'
import { makeWall, type MadeWall } from '../support/wallApi.ts'

const { server, browser } = await serverAndBrowser()

describe('a facilitator runs the wall', () => {
  let wall: MadeWall
  let chair: Person
  let guest: Person

  beforeEach(async () => {
    wall = await makeWall(server.url, { title: 'In good hands' })
    ;[chair, guest] = await Promise.all([openPerson(browser), openPerson(browser, { screen: 'phone' })])
    await Promise.all([joinBy(chair, wall.links.facilitator, { name: 'Chair', country: 'Peru' }), joinBy(guest, wall.links.participant, { name: 'Guest', country: 'Fiji' })])
  })
  afterEach(async () => {
    for (const { troubles } of [chair, guest]) expect(troubles.filter((trouble) => !isAboutTheLine(trouble))).toEqual([])
    await Promise.all([chair.context.close(), guest.context.close()])
  })

  const chooseInMenu = async ({ page, t, button, press }: Person, words: string): Promise<void> => {
    await press(button(t('wall.menu')))
    await press(page.getByRole('menuitem', { name: words }))
  }

  it('D27 on a locked wall people write on; it waits on their device, also over a reload, and goes up when the wall is opened', async () => {
    await chooseInMenu(chair, chair.t('wall.lock'))
    await chair.page.getByRole('status').getByText(chair.t('wall.lockedForMe')).waitFor()
    await guest.page.getByRole('status').getByText(guest.t('wall.lockedForParticipants')).waitFor()
    await writeNote(guest, 'offer', 'Written while it was locked')
    await whenStatus(guest, guest.t('status.lockedWaiting', { count: 1 }))
    const said = guest.page.getByRole('form').getByRole('status')
    expect(await said.textContent()).toBe(`${guest.t('form.keptHere')} ${guest.t('form.goesUp.lock')}`)
    expect(await faultsOn(guest.page)).toEqual([])
    expect(await faultsOn(chair.page)).toEqual([])
    await takePicture(guest.page, 'locked-phone-en')
    await takePicture(chair.page, 'locked-laptop-en')

    await guest.page.reload()
    await whenStatus(guest, guest.t('status.lockedWaiting', { count: 1 }))
    // What the facilitator writes goes up all the same, and nothing of the guest's has come before it.
    await chair.page.getByRole('tab', { name: chair.t('wall.tabForm') }).click()
    await writeNote(chair, 'need', 'The round is over')
    await guest.press(guest.page.getByRole('tab', { name: guest.t('wall.tabList') }))
    await findInList(guest, 'The round is over')
    await chair.page.getByRole('tab', { name: chair.t('wall.tabList') }).click()
    const theirs = chair.page.getByRole('list', { name: chair.t('list.title') }).getByRole('listitem')
    await theirs.filter({ hasText: 'The round is over' }).waitFor()
    expect(await theirs.count()).toBe(1)

    await chair.button(chair.t('wall.unlock')).click()
    await whenStatus(guest, guest.t('status.saved'))
    await findInList(chair, 'Written while it was locked')
    await guest.page.getByText(guest.t('wall.lockedForParticipants')).waitFor({ state: 'detached' })
  })

  it('S8 the form says of a note where it is, and that it is on the wall as soon as it is', async () => {
    await chooseInMenu(chair, chair.t('wall.lock'))
    await guest.page.getByRole('status').getByText(guest.t('wall.lockedForParticipants')).waitFor()
    await writeNote(guest, 'need', 'Kept here for now')
    const said = guest.page.getByRole('form').getByRole('status')
    await said.getByText(guest.t('form.goesUp.lock')).waitFor()
    await takePicture(guest.page, 'kept-here-phone-en')
    await chooseInMenu(chair, chair.t('wall.unlock'))
    await said.getByText(guest.t('form.addedNeed')).waitFor()
    await findInList(chair, 'Kept here for now')
  })

  it('A10 what a guest may not do with the note of another is grey and says who may; the facilitator may', async () => {
    await writeNote(guest, 'offer', 'Mine to change')
    const note = await findInList(chair, 'Mine to change')
    await note.click()
    expect(await chair.button(chair.t('list.edit')).isEnabled()).toBe(true)
    await chair.page.getByRole('tab', { name: chair.t('wall.tabForm') }).click()
    await writeNote(chair, 'need', 'Not the guest’s')
    await guest.press(guest.page.getByRole('tab', { name: guest.t('wall.tabList') }))
    const others = await findInList(guest, 'Not the guest’s')
    await guest.press(others)
    await others.getByText(guest.t('list.notYours', { name: 'Chair' })).waitFor()
    for (const words of [guest.t('list.edit'), guest.t('list.toOffer'), guest.t('common.delete')]) expect(await guest.button(words).isDisabled(), words).toBe(true)
    expect(await guest.button(guest.t('list.seeMatches')).isEnabled()).toBe(true)
    expect(await faultsOn(guest.page)).toEqual([])
    await takePicture(guest.page, 'not-yours-phone-en')
    const own = await findInList(guest, 'Mine to change')
    await guest.press(own)
    await guest.button(guest.t('list.edit')).waitFor()
    expect(await guest.button(guest.t('list.edit')).isEnabled()).toBe(true)
  })

  it('A10 on the canvas the same is grey as in the list, and the same words say who may', async () => {
    await writeNote(guest, 'offer', 'Mine to change')
    const other = await openPerson(browser, { language: 'ar' })
    const { page, t } = other
    await joinBy(other, wall.links.participant, { name: 'Bo', country: 'فيجي' })
    await findInList(other, 'Mine to change').then((note) => note.click())
    const bar = page.getByRole('toolbar', { name: t('canvas.actions') })
    for (const words of ['canvas.edit', 'canvas.move', 'canvas.toNeed', 'common.delete'] as const) expect(await bar.getByRole('button', { name: t(words) }).isDisabled(), words).toBe(true)
    expect(await bar.getByRole('button', { name: t('canvas.matches') }).isEnabled()).toBe(true)
    expect(await bar.evaluate((element) => element.ariaDescribedByElements?.map(({ textContent }) => textContent))).toEqual([t('list.notYours', { name: 'Guest' })])
    expect(await faultsOn(page)).toEqual([])
    await takePicture(page, 'not-yours-laptop-ar')
    await findInList(chair, 'Mine to change').then((note) => note.click())
    const ofChair = chair.page.getByRole('toolbar', { name: chair.t('canvas.actions') })
    expect(await ofChair.getByRole('button', { name: chair.t('canvas.edit') }).isEnabled()).toBe(true)
    await takePicture(chair.page, 'may-change-laptop-en')
    await other.context.close()
  })

  it('D26 a facilitator removes a person: they are told why, lose nothing that they wrote, and stay away until they are let back in; their notes stay', async () => {
    const { page, t, press } = chair
    await writeNote(guest, 'offer', 'What a guest wrote')
    await findInList(chair, 'What a guest wrote')
    await chooseInMenu(chair, t('wall.lock'))
    await guest.page.getByText(guest.t('wall.lockedForParticipants')).waitFor()
    await writeNote(guest, 'need', 'Not sent yet')

    await press(page.getByRole('button', { name: new RegExp(`^${t('people.title')}: `) }))
    await press(chair.button(t('people.remove', { name: 'Guest' })))
    expect(await chair.button(t('people.remove', { name: 'Chair' })).count()).toBe(0)
    const question = page.getByRole('alertdialog', { name: t('people.removeTitle', { name: 'Guest' }) })
    await question.getByText(t('people.removeWhat')).waitFor()
    expect(await faultsOn(page)).toEqual([])
    await takePicture(page, 'remove-person-laptop-en')
    await press(question.getByRole('button', { name: t('common.remove') }))
    await page.getByRole('dialog', { name: t('people.removedTitle', { name: 'Guest' }) }).getByText(t('people.removeBack')).waitFor()
    await press(chair.button(t('people.removedLinks')))
    await page.getByRole('dialog', { name: t('links.title') }).waitFor()

    const told = guest.page.getByRole('alertdialog', { name: guest.t('connection.closedTitle.removed') })
    await told.getByText(guest.t('connection.keptHereWaiting', { count: 1 })).waitFor()
    expect(await faultsOn(guest.page)).toEqual([])
    await takePicture(guest.page, 'removed-phone-en')
    await guest.page.reload()
    await told.getByText(guest.t('connection.closedDo.removed')).waitFor()
    await guest.press(told.getByRole('button', { name: guest.t('connection.stay') }))
    await guest.page.getByRole('listitem').filter({ hasText: 'Not sent yet' }).waitFor()
    await page.getByRole('button', { name: t('common.close') }).first().click()
    await findInList(chair, 'What a guest wrote')

    await press(page.getByRole('button', { name: new RegExp(`^${t('people.title')}: `) }))
    const removed = page.getByRole('region', { name: t('people.removed') })
    await removed.getByText('Guest').waitFor()
    expect(await chair.button(t('people.remove', { name: 'Guest' })).count()).toBe(0)
    expect(await faultsOn(page)).toEqual([])
    await takePicture(page, 'removed-people-laptop-en')
    await press(removed.getByRole('button', { name: t('people.letBackName', { name: 'Guest' }) }))
    await page.getByRole('status').getByText(t('people.letBackDone', { name: 'Guest' })).waitFor()
    await guest.page.reload()
    await guest.page.getByText(guest.t('wall.lockedForParticipants')).waitFor()
    await page.keyboard.press('Escape')
    await chooseInMenu(chair, t('wall.unlock'))
    await findInList(chair, 'Not sent yet')
  })

  it('D27 the screen in the room says that the wall is locked, and a participant is not offered to lock it', async () => {
    const room = await openPerson(browser, { screen: 'projector' })
    await room.page.goto(wall.links.viewer)
    await chooseInMenu(chair, chair.t('wall.lock'))
    await room.page.getByRole('status').getByText(room.t('room.locked')).waitFor()
    expect(await faultsOn(room.page)).toEqual([])
    await takePicture(room.page, 'locked-room-en')
    await room.context.close()
    await guest.press(guest.button(guest.t('wall.menu')))
    await guest.page.getByRole('menuitem', { name: guest.t('wall.export') }).waitFor()
    expect(await guest.page.getByRole('menuitem', { name: guest.t('wall.unlock') }).count()).toBe(0)
  })
})
