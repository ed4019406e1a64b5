import { beforeAll, describe, expect, it } from 'vitest'
import { faultsOn } from '../support/access.ts'
import { findInList, isAboutTheLine, joinBy, openPerson, whenStatus, writeNote, type Person } from '../support/person.ts'
import { readDownload } from '../support/readDownload.ts'
import { serverAndBrowser } from '../support/serverAndBrowser.ts'
import { takePicture } from '../support/takePicture.ts'
import { makeWall, type MadeWall } from '../support/wallApi.ts'

const { server, browser } = await serverAndBrowser()

describe('how long a wall is kept', () => {
  let wall: MadeWall
  let chair: Person
  let guest: Person

  beforeAll(async () => {
    wall = await makeWall(server.url, { title: 'A wall that goes' })
    chair = await openPerson(browser)
    guest = await openPerson(browser, { screen: 'phone', language: 'ar' })
    await joinBy(chair, wall.links.facilitator, { name: 'Amina', country: 'Kenya', contact: 'amina@example.org' })
    await joinBy(guest, wall.links.participant, { name: 'ليلى', country: 'الأردن' })
  })

  const open = async ({ page, t, button, press }: Person) => {
    await press(button(t('wall.menu')))
    await press(page.getByRole('menuitem', { name: t('keeping.title') }))
    const dialog = page.getByRole('dialog', { name: t('keeping.title') })
    await dialog.waitFor()
    return dialog
  }

  /** What a device has of the wall. */
  const keptOf = async ({ page }: Person): Promise<readonly unknown[]> =>
    page.evaluate(async (id) => {
      const databases = (await indexedDB.databases()).flatMap(({ name = '' }) => (name.includes(id) ? [name] : []))
      return [...databases, ...Object.entries(localStorage).flatMap(([key, value]) => (`${key}${String(value)}`.includes(id) ? [key] : []))]
    }, wall.id)

  /** Whether the name stands in what the device has kept of the wall itself. */
  const isNameKept = ({ page }: Person, name: string): Promise<boolean> =>
    page.evaluate(
      async ([id, wanted]) => {
        const names = (await indexedDB.databases()).flatMap(({ name: database = '' }) => (database.includes(id) ? [database] : []))
        const texts = names.map(async (database) => {
          const opening = indexedDB.open(database)
          await new Promise((resolve) => (opening.onsuccess = resolve))
          const reading = opening.result.transaction('updates').objectStore('updates').getAll()
          await new Promise((resolve) => (reading.onsuccess = resolve))
          opening.result.close()
          return (reading.result as Uint8Array[]).map((bytes) => new TextDecoder().decode(bytes)).join()
        })
        return (await Promise.all(texts)).join().includes(wanted)
      },
      [wall.id, name] as const,
    )

  it('R96 a facilitator says later what the workshop is called, where and when it is; all see its name at once', async () => {
    const { page, t, button, press, field } = chair
    await press(button(t('wall.menu')))
    await press(page.getByRole('menuitem', { name: t('workshop.title') }))
    const about = page.getByRole('dialog', { name: t('workshop.title') })
    await field(t('home.titleLabel')).fill(' ')
    await press(about.getByRole('button', { name: t('common.save') }))
    await about.getByText(t('home.titleMissing')).waitFor()
    await field(t('home.titleLabel')).fill('NBSAP workshop, Nairobi')
    await field(t('home.place')).fill('Gigiri, Nairobi')
    await about.getByLabel(t('workshop.firstDay')).fill('2026-11-25')
    await about.getByLabel(t('workshop.lastDay')).fill('2026-11-23')
    await press(about.getByRole('button', { name: t('common.save') }))
    await about.getByText(t('workshop.lastBeforeFirst')).waitFor()
    expect(await faultsOn(page)).toEqual([])
    await takePicture(page, 'workshop-laptop-en')
    await about.getByLabel(t('workshop.firstDay')).fill('2026-11-23')
    await about.getByLabel(t('workshop.lastDay')).fill('2026-11-25')
    await press(about.getByRole('button', { name: t('common.save') }))
    await about.waitFor({ state: 'detached' })
    await guest.page.getByRole('heading', { level: 1, name: 'NBSAP workshop, Nairobi' }).waitFor()
    await press(button(t('wall.menu')))
    await press(page.getByRole('menuitem', { name: t('workshop.title') }))
    expect(await Promise.all([field(t('home.place')).inputValue(), about.getByLabel(t('workshop.lastDay')).inputValue()])).toEqual(['Gigiri, Nairobi', '2026-11-25'])
    await page.keyboard.press('Escape')
    expect(chair.troubles).toEqual([])
  })

  it('R30 everybody reads until when, and a facilitator alone can change it', async () => {
    const dialog = await open(guest)
    const year = new Intl.DateTimeFormat('ar', { dateStyle: 'long' }).format(Date.now() + 365 * 86_400_000)
    await dialog.getByText(guest.t('keeping.until', { when: year })).waitFor()
    expect(await dialog.getByRole('button', { name: guest.t('keeping.save') }).count()).toBe(0)
    expect(await faultsOn(guest.page)).toEqual([])
    await takePicture(guest.page, 'keeping-phone-ar')
    await guest.page.keyboard.press('Escape')

    const own = await open(chair)
    const day = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
    await own.getByLabel(chair.t('keeping.day')).fill(day)
    await chair.press(own.getByRole('button', { name: chair.t('keeping.save') }))
    await own.getByText(chair.t('keeping.saved')).waitFor()
    expect(await faultsOn(chair.page)).toEqual([])
    await takePicture(chair.page, 'keeping-laptop-en')
    await chair.press(own.getByRole('button', { name: chair.t('keeping.eraseContacts') }))
    const sure = chair.page.getByRole('alertdialog')
    await chair.press(sure.getByRole('button', { name: chair.t('keeping.eraseContacts') }))
    await own.getByText(chair.t('keeping.contactsErased', { count: 1 })).waitFor()
    expect(chair.troubles).toEqual([])
  })

  it('R75 somebody takes their data, erases themselves, and is told what went; nothing of the wall stays on their device', async () => {
    const { page, t, button, press } = guest
    await press(button(t('mine.title')))
    const mine = page.getByRole('dialog', { name: t('mine.title') })
    const [file] = await Promise.all([page.waitForEvent('download'), press(mine.getByRole('button', { name: t('erasing.takeAsJson') }))])
    const data = JSON.parse((await readDownload(file)).toString()) as { person: { name: string }; notes: { text: string }[]; contact: string }
    expect([data.person.name, data.notes.map(({ text }) => text), data.contact]).toEqual(['ليلى', [], ''])
    const [toRead] = await Promise.all([page.waitForEvent('download'), press(mine.getByRole('button', { name: t('erasing.takeToRead') }))])
    expect((await readDownload(toRead)).toString()).toContain('ليلى')
    await takePicture(page, 'my-data-phone-ar')
    await press(mine.getByRole('button', { name: t('erasing.me') }))
    const sure = page.getByRole('alertdialog', { name: t('erasing.meTitle') })
    await sure.waitFor()
    expect(await faultsOn(page)).toEqual([])
    await takePicture(page, 'erase-me-phone-ar')
    await press(sure.getByRole('button', { name: t('erasing.erase') }))
    const done = page.getByRole('alertdialog', { name: t('connection.closedTitle.personErased') })
    await done.getByText(t('erasing.count.people')).waitFor()
    await takePicture(page, 'erased-me-phone-ar')
    await expect.poll(() => keptOf(guest)).toEqual([])
    expect(guest.troubles).toEqual([])
    await page.goto('about:blank')
    await joinBy(guest, wall.links.participant, { name: 'ليلى', country: 'الأردن' })
  })

  it('R75 a facilitator erases whoever asks for it: told before what goes and afterwards what went; their note stays without the name', async () => {
    await writeNote(guest, 'need', 'خرائط الأراضي الرطبة')
    await whenStatus(guest, guest.t('status.saved'))
    const { page, t, button, press } = chair
    await page.keyboard.press('Escape')
    await press(page.getByRole('button', { name: new RegExp(`^${t('people.title')}: `) }))
    await press(button(t('people.remove', { name: 'ليلى' })))
    await press(page.getByRole('alertdialog').getByRole('button', { name: t('erasing.person') }))
    const sure = page.getByRole('alertdialog', { name: t('erasing.personTitle', { name: 'ليلى' }) })
    await sure.getByText(t('erasing.goes')).waitFor()
    expect(await faultsOn(page)).toEqual([])
    await takePicture(page, 'erase-person-laptop-en')
    await press(sure.getByRole('button', { name: t('erasing.erase') }))
    const done = page.getByRole('alertdialog', { name: t('erasing.personDone', { name: 'ليلى' }) })
    await done.getByText(t('erasing.count.nameless')).waitFor()
    await takePicture(page, 'erased-person-laptop-en')
    await press(done.getByRole('button', { name: t('common.done') }))
    const note = await findInList(chair, 'خرائط الأراضي الرطبة')
    expect(await note.textContent()).not.toContain('ليلى')
    await guest.page.getByRole('alertdialog', { name: guest.t('connection.closedTitle.personErased') }).waitFor()
    expect([...chair.troubles, ...guest.troubles]).toEqual([])
    await guest.page.goto('about:blank')
    await joinBy(guest, wall.links.participant, { name: 'ليلى', country: 'الأردن' })
    await open(chair)
  })

  it('R74 a facilitator anonymises the wall, told before what goes and afterwards what went', async () => {
    const own = chair.page.getByRole('dialog', { name: chair.t('keeping.title') })
    await chair.press(own.getByRole('button', { name: chair.t('erasing.anonymise') }))
    const sure = chair.page.getByRole('alertdialog', { name: chair.t('erasing.anonymiseTitle') })
    await sure.waitFor()
    expect(await isNameKept(chair, 'Amina')).toBe(true)
    expect(await faultsOn(chair.page)).toEqual([])
    await takePicture(chair.page, 'anonymise-laptop-en')
    await chair.press(sure.getByRole('button', { name: chair.t('erasing.anonymise') }))
    await own.getByText(chair.t('erasing.removed')).waitFor()
    await takePicture(chair.page, 'anonymised-laptop-en')
    // Devices keep nothing of them either, from when they hear of it.
    await expect.poll(() => isNameKept(chair, 'Amina')).toBe(false)
    expect(chair.troubles).toEqual([])
  })

  it('R32 R70 an erased wall is gone for everybody who is in it, and says so; nothing of it stays on their devices', async () => {
    const own = chair.page.getByRole('dialog', { name: chair.t('keeping.title') })
    await chair.press(own.getByRole('button', { name: chair.t('keeping.eraseWall') }))
    const sure = chair.page.getByRole('alertdialog')
    await takePicture(chair.page, 'keeping-sure-laptop-en')
    await chair.press(sure.getByRole('button', { name: chair.t('keeping.eraseWall') }))
    for (const { page, t } of [chair, guest]) await page.getByText(t('connection.closed.erased')).first().waitFor()
    await takePicture(guest.page, 'erased-phone-ar')
    await takePicture(chair.page, 'erased-laptop-en')
    for (const person of [chair, guest]) await expect.poll(() => keptOf(person)).toEqual([])
    // The wall is there to be read until the page is left; from then on the link says what happened.
    await guest.press(guest.button(guest.t('connection.stay')))
    await guest.page.goto('about:blank')
    await guest.page.goto(wall.links.participant)
    await guest.page.getByRole('heading', { name: guest.t('connection.problem.erased') }).waitFor()
    await takePicture(guest.page, 'erased-later-phone-ar')
    expect(guest.troubles.filter((trouble) => !isAboutTheLine(trouble))).toEqual([])
  })
})
