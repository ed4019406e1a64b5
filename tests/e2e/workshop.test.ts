import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { convertIcsCalendar } from 'ts-ics'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsOn } from '../support/access.ts'
import { pdfText } from '../support/pdfText.ts'
import { whenValue } from '../support/pairing.ts'
import { findInList, joinBy, openPerson, sayWhoIAm, whenStatus, writeNote, type Person } from '../support/person.ts'
import { serverAndBrowser } from '../support/serverAndBrowser.ts'
import { takePicture } from '../support/takePicture.ts'

const { server, browser } = await serverAndBrowser()

const NEED = 'Training in coral reef monitoring for our marine park rangers'
const OFFER = 'Formation au suivi des récifs coralliens, avec matériel de plongée'
const LONELY = 'A study tour to a snow leopard reserve'

/** One workshop from the empty server to the record in the bag; each test goes on where the one before ended. */
describe('a workshop', () => {
  let folder: string
  let chair: Person
  let amina: Person
  let hery: Person
  let participantLink = ''

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pollinate-pdf-'))
    ;[chair, amina, hery] = await Promise.all([openPerson(browser), openPerson(browser), openPerson(browser, { language: 'fr' })])
  })
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true })
  })

  it('A2 a facilitator makes a wall and gets three links', async () => {
    const { page, t, button, field } = chair
    await page.goto(server.url)
    await page.getByRole('heading', { level: 1, name: t('home.headline') }).waitFor()
    expect(await faultsOn(page)).toEqual([])
    await takePicture(page, 'home-laptop-en')

    await field(t('home.titleLabel')).fill('NBSAP workshop, Nairobi')
    await button(t('home.make')).click()
    await page.getByRole('dialog', { name: t('links.ready') }).waitFor()
    expect(await faultsOn(page)).toEqual([])
    await takePicture(page, 'links-laptop-en')
    const linkFor = (role: 'participant' | 'viewer' | 'facilitator') => field(t('links.linkLabel', { who: t(`links.${role}`) })).inputValue()
    const links = [await linkFor('participant'), await linkFor('viewer'), await linkFor('facilitator')]
    for (const link of links) expect(link).toMatch(new RegExp(`^${server.url}/w/[\\w-]{22}#k=[\\w-]{22}$`))
    expect(new Set(links).size).toBe(3)
    participantLink = links[0] ?? ''

    await page.getByRole('link', { name: t('links.openWall') }).click()
    await page.getByText(t('join.asFacilitator')).waitFor()
    await sayWhoIAm(chair, { name: 'Wangari', country: 'Kenya' })
    await whenStatus(chair, t('status.saved'))
  })

  it('E3 people join by one link, say once who they are, and see who is here', async () => {
    await amina.page.goto(participantLink)
    await amina.field(amina.t('join.name')).waitFor()
    expect(await faultsOn(amina.page)).toEqual([])
    await takePicture(amina.page, 'join-laptop-en')
    await sayWhoIAm(amina, { name: 'Amina', country: 'Kenya', contact: 'amina@example.org' })
    await whenStatus(amina, amina.t('status.saved'))
    await joinBy(hery, participantLink, { name: 'Hery', country: 'Madagascar', contact: '+261 20 0000' })
    await amina.page.getByRole('button', { name: amina.t('people.here', { count: 3 }) }).waitFor()

    await amina.page.reload()
    await whenStatus(amina, amina.t('status.saved'))
    await amina.page.getByRole('heading', { level: 1, name: 'NBSAP workshop, Nairobi' }).waitFor()
  })

  it('W1 what one writes the others read, in the list as on the wall', async () => {
    for (const person of [amina, hery]) await person.page.getByRole('tab', { name: person.t('wall.tabForm') }).click()
    await writeNote(amina, 'need', NEED)
    await writeNote(amina, 'need', LONELY)
    await writeNote(hery, 'offer', OFFER)
    for (const person of [amina, hery, chair]) {
      await person.page.getByRole('tab', { name: person.t('wall.tabList') }).click()
      for (const [text, who] of [[NEED, 'Amina'], [OFFER, 'Hery']] as const) {
        const item = await findInList(person, text)
        expect(await item.getAttribute('aria-label')).toContain(who)
      }
      await person.page.getByRole('application', { name: person.t('canvas.label', { count: 3 }) }).waitFor()
    }
  })

  it('W13 W20 writes on the wall itself, with a key, and takes it back step by step, each said in words', async () => {
    const { page, t } = amina
    const wall = page.getByRole('application')
    await wall.click({ position: { x: 20, y: 140 } })
    await page.keyboard.press('n')
    const area = page.getByRole('textbox', { name: t('note.textOf') })
    await area.waitFor()
    await page.keyboard.type('Peat maps')
    await takePicture(page, 'wall-writing-laptop-en')
    await page.keyboard.press('Escape')
    await findInList(hery, 'Peat maps')
    await amina.button(t('undo.undo', { deed: t('undo.did.write', { count: 1 }) })).click()
    await page.getByText(t('undo.undone', { deed: t('undo.did.write', { count: 1 }) })).waitFor()
    await amina.button(t('undo.undo', { deed: t('undo.did.place', { count: 1 }) })).click()
    await page.getByRole('application', { name: t('canvas.label', { count: 3 }) }).waitFor()
    await hery.page.getByRole('application', { name: hery.t('canvas.label', { count: 3 }) }).waitFor()
  })

  it('M6 a match across languages is found, says why, and leads to interest', async () => {
    const { page, t } = amina
    const matches = page.getByRole('region', { name: t('wall.tabMatches') })
    const candidate = matches.getByRole('listitem').filter({ hasText: OFFER }).first()
    const news = matches.getByRole('button', { name: t('match.new', { count: 1 }) })
    await candidate.or(news).first().waitFor()
    if (!(await candidate.isVisible())) await news.click()
    await candidate.waitFor()
    await candidate.getByText(t('match.reason.writtenIn', { language: 'French' })).waitFor()
    expect(await faultsOn(page)).toEqual([])
    await takePicture(page, 'wall-matches-laptop-en')

    await candidate.getByRole('button', { name: t('match.interested') }).click()
    await candidate.getByRole('textbox').fill('We could receive you in March.')
    await candidate.getByRole('button', { name: t('pair.interestSend') }).click()
  })

  it('P10 D9 the other side is told and accepts; contacts are shown to the two of them', async () => {
    const { page, t } = hery
    const request = page.getByRole('region', { name: t('pair.requests') }).getByRole('listitem')
    await request.getByText('We could receive you in March.').waitFor()
    await takePicture(page, 'request-laptop-fr')
    await request.getByRole('button', { name: t('pair.accept') }).click()
    const dialog = page.getByRole('dialog', { name: t('pair.title') })
    await whenValue(dialog.getByRole('textbox', { name: /Amina/ }), 'amina@example.org')

    const news = amina.page.getByRole('log', { name: amina.t('pair.news.region') })
    await news.getByRole('button', { name: amina.t('pair.news.open') }).last().click()
    await whenValue(amina.page.getByRole('dialog', { name: amina.t('pair.title') }).getByRole('textbox', { name: /Hery/ }), '+261 20 0000')
  })

  it('P2 both write one card at once, both confirm: agreed on both screens', async () => {
    const what = (person: Person) => person.page.getByRole('textbox', { name: person.t('card.what') })
    await what(amina).fill('Two rangers learn to dive with the monitoring team.')
    await hery.page.getByRole('textbox', { name: hery.t('card.firstStep'), exact: true }).fill('Call on Monday')
    await whenValue(what(hery), 'Two rangers learn to dive with the monitoring team.')
    await whenValue(amina.page.getByRole('textbox', { name: amina.t('card.firstStep'), exact: true }), 'Call on Monday')
    await amina.page.getByLabel(amina.t('card.byWhen')).fill('2027-03-31')
    await whenValue(hery.page.getByLabel(hery.t('card.byWhen')), '2027-03-31')
    expect(await faultsOn(amina.page)).toEqual([])
    await takePicture(amina.page, 'card-laptop-en')

    await amina.button(amina.t('card.confirm')).click()
    await hery.button(hery.t('card.confirm')).click()
    for (const person of [amina, hery]) {
      await person.page.getByRole('dialog', { name: person.t('pair.title') }).getByText(person.t('card.agreed'), { exact: true }).first().waitFor()
    }
    await takePicture(hery.page, 'agreed-laptop-fr')
    for (const person of [amina, hery]) await person.page.keyboard.press('Escape')
  })

  it('P33 E31 P34 an agreement goes on paper and into a calendar; one’s own link opens one’s page on another device', async () => {
    const { page, t, button } = amina
    const papers = await mkdtemp(join(folder, 'papers-'))
    await button(t('mine.title')).click()
    const mine = page.getByRole('dialog', { name: t('mine.title') })
    await mine.getByText('Two rangers learn to dive with the monitoring team.').waitFor()
    expect(await faultsOn(page)).toEqual([])
    await takePicture(page, 'my-page-laptop-en')

    const [download] = await Promise.all([page.waitForEvent('download'), mine.getByRole('button', { name: t('mine.calendarOne', { who: '' }).trim() }).click()])
    const file = join(papers, download.suggestedFilename())
    await download.saveAs(file)
    const calendar = await readFile(file, 'utf8')
    const [event] = convertIcsCalendar(undefined, calendar).events ?? []
    expect(event).toMatchObject({ start: { type: 'DATE', date: new Date('2027-03-31') }, status: 'CONFIRMED' })
    for (const words of [NEED, OFFER, 'Amina', 'Hery', 'Call on Monday']) expect(event?.description).toContain(words)
    expect(calendar).not.toMatch(/#|https?:/)

    await mine.getByRole('button', { name: t('mine.printOne', { who: '' }).trim() }).click()
    const sheet = page.getByRole('dialog', { name: t('agreement.print') })
    await sheet.getByText('amina@example.org').waitFor()
    await sheet.getByText('+261 20 0000').waitFor()
    expect(await faultsOn(page)).toEqual([])
    await takePicture(page, 'agreement-laptop-en')
    const paper = join(papers, 'agreement.pdf')
    await page.pdf({ path: paper, preferCSSPageSize: true })
    const text = (await pdfText(paper)).replace(/\s+/g, ' ')
    for (const words of [NEED, OFFER, 'Call on Monday', t('agreement.agreed'), 'amina@example.org']) expect(text).toContain(words)
    expect(text, 'nothing of the wall around it').not.toContain(LONELY)
    await button(t('agreement.back')).click()

    await mine.getByRole('button', { name: t('mine.link.show') }).click()
    const link = await mine.getByRole('textbox', { name: t('mine.link.label') }).inputValue()
    await page.keyboard.press('Escape')
    const phone = await openPerson(browser, { screen: 'phone' })
    await phone.page.goto(link)
    const same = phone.page.getByRole('dialog', { name: t('mine.title') })
    await same.getByText('Two rangers learn to dive with the monitoring team.').waitFor()
    expect(phone.page.url()).not.toMatch(/secret|me=/)
    expect(await faultsOn(phone.page)).toEqual([])
    await takePicture(phone.page, 'my-page-phone-en')
    expect(phone.troubles).toEqual([])
    await phone.context.close()
    await rm(papers, { recursive: true })
  })

  it('R3 the record goes home as a PDF with every text in it', async () => {
    const { page, t, button } = chair
    await button(t('wall.menu')).click()
    await page.getByRole('menuitem', { name: t('wall.export') }).click()
    await page.getByRole('dialog', { name: t('export.title') }).waitFor()
    expect(await faultsOn(page)).toEqual([])
    await takePicture(page, 'export-laptop-en')
    const [download] = await Promise.all([page.waitForEvent('download'), button(t('export.make')).click()])
    const file = join(folder, download.suggestedFilename())
    await download.saveAs(file)
    expect(file).toMatch(/\.pdf$/)

    const text = (await pdfText(file)).replace(/\s+/g, ' ')
    for (const words of [
      'NBSAP workshop, Nairobi', NEED, OFFER, LONELY, 'Amina', 'Hery', 'Kenya', 'Madagascar',
      t('record.agreements'), t('record.unmetNeeds'), 'Two rangers learn to dive with the monitoring team.', 'Call on Monday',
    ]) {
      expect(text).toContain(words)
    }
    expect(text.slice(text.lastIndexOf(t('record.unmetNeeds')))).toContain(LONELY)
    await page.keyboard.press('Escape')
  })

  it('R6 the record holds neither the key of a link nor a contact', async () => {
    const key = participantLink.split('#k=')[1] ?? '-'
    const [file] = await readdir(folder)
    const text = await pdfText(join(folder, file ?? ''))
    expect(text).not.toContain(key)
    expect(text).not.toContain('amina@example.org')
  })

  it('no page threw, logged an error, or asked anybody but our server', () => {
    for (const person of [chair, amina, hery]) expect(person.troubles).toEqual([])
  })
})
