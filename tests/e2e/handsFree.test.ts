import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Language } from '#shared/wall/schema.ts'
import { byEar, byKeys, listenTo, whenTold, type HandsFree, type ScreenReader } from '../support/handsFree.ts'
import { whenValue } from '../support/pairing.ts'
import { openPerson, whenStatus, type Person } from '../support/person.ts'
import { serverAndBrowser } from '../support/serverAndBrowser.ts'

const { server, browser } = await serverAndBrowser()

const NEED = 'Training in coral reef monitoring for our marine park rangers'
const OFFER = 'Coral reef monitoring: training for park rangers'
const TOGETHER = 'Two rangers learn to dive with the monitoring team.'

/** Somebody who finds things by role and name only, and is told what happens. */
interface Delegate extends Person {
  readonly hands: HandsFree | ScreenReader
}

/** What had the focus may just have gone; no hand is so quick as not to let it come back. */
const whenSomewhere = ({ page }: Person): Promise<void> =>
  expect.poll(() => page.evaluate(() => document.activeElement?.tagName), { message: `what has the focus on ${page.url()}` }).not.toBe('BODY')

describe.each([
  ['A26 with a keyboard alone, from a new wall to an agreement on paper', 'en', { name: 'Hery', country: 'Madagascar' }, (page: Person['page']) => Promise.resolve(byKeys(page))],
  ['A27 with a screen reader alone, from a new wall to an agreement on paper', 'ar', { name: 'هيري', country: 'مدغشقر' }, byEar],
] as const)('%s', (_, language, other, handsOn) => {
  let wangari: Delegate
  let hery: Delegate
  let link = ''

  const open = async (language: Language): Promise<Delegate> => {
    const person = await openPerson(browser, { language })
    await listenTo(person.page)
    return { ...person, hands: await handsOn(person.page) }
  }
  beforeAll(async () => {
    ;[wangari, hery] = await Promise.all([open('en'), open(language)])
  })
  afterEach(async () => {
    // Whatever was done, one is still somewhere.
    for (const person of [wangari, hery]) if (person.page.url() !== 'about:blank') await whenSomewhere(person)
  })
  afterAll(async () => {
    for (const { context } of [wangari, hery]) await context.close()
  })

  const writeIn = async ({ hands, page }: Delegate, field: string, text: string): Promise<void> => {
    await hands.to('textbox', field)
    await page.keyboard.type(text)
  }
  const pressOn = async ({ hands }: Delegate, button: string): Promise<void> => {
    await hands.to('button', button)
    await hands.press()
  }
  const sayWho = async (person: Delegate, { name, country }: { name: string; country: string }): Promise<void> => {
    const { hands, page, t } = person
    await writeIn(person, t('join.name'), name)
    await hands.to('combobox', t('join.country'))
    await page.keyboard.type(country.slice(0, -1))
    await page.getByRole('option', { name: country }).waitFor()
    await page.keyboard.press('Enter')
    await pressOn(person, t('join.go'))
    await whenStatus(person, t('status.saved'))
  }
  const writeNote = async (person: Delegate, kind: 'need' | 'offer', text: string): Promise<void> => {
    const { hands, page, t } = person
    await hands.choose('tab', t('wall.tabForm'))
    await hands.choose('radio', `${t(`kind.${kind}`)} ${t(kind === 'need' ? 'form.needHelp' : 'form.offerHelp')}`)
    await writeIn(person, t(kind === 'need' ? 'form.needText' : 'form.offerText'), text)
    await pressOn(person, t(kind === 'need' ? 'form.addNeed' : 'form.addOffer'))
    await whenTold(page, t(kind === 'need' ? 'form.addedNeed' : 'form.addedOffer'))
  }

  it('makes a wall and goes in', async () => {
    const { page, t, hands } = wangari
    await page.goto(server.url)
    await writeIn(wangari, t('home.titleLabel'), 'Workshop')
    await pressOn(wangari, t('home.make'))
    const participants = t('links.linkLabel', { who: t('links.participant') })
    await hands.to('textbox', participants)
    link = await page.getByRole('textbox', { name: participants }).inputValue()
    await hands.to('link', t('links.openWall'))
    await hands.press()
    await sayWho(wangari, { name: 'Wangari', country: 'Kenya' })
  })

  it('joins by the link', async () => {
    await hery.page.goto(link)
    await sayWho(hery, other)
  })

  it('both write what they need and what they can offer, and are told that it hangs', async () => {
    await writeNote(wangari, 'need', NEED)
    await writeNote(hery, 'offer', OFFER)
    const { hands, t } = wangari
    if (!('read' in hands)) return
    const outline = [
      'banner ', 'heading Workshop', 'main ', `tab ${t('wall.tabList')}`, `tab ${t('wall.tabForm')}`, `form ${t('form.title')}`, `textbox ${t('form.needText')}`,
      `region ${t('wall.canvas')}`, `region ${t('wall.tabMatches')}`, `heading ${t('wall.tabMatches')}`,
    ]
    const heard = (await hands.read()).map(({ role, name }) => `${role} ${name}`)
    expect(heard.filter((line) => outline.includes(line)), 'the parts of the page in the order in which they are heard').toEqual(outline)
  })

  it('A28 deletes a note and brings it back, and is somewhere on the page all the while', async () => {
    const { page, t } = hery
    await writeNote(hery, 'need', 'A mistake')
    await pressOn(hery, t('form.deleteNote', { text: 'A mistake' }))
    await whenTold(page, t('wall.deleted', { count: 1 }))
    await whenSomewhere(hery)
    await pressOn(hery, t('common.undo'))
    await page.getByRole('button', { name: t('form.deleteNote', { text: 'A mistake' }) }).waitFor()
  })

  it('finds the match and says that it is of interest', async () => {
    const { page, t, hands } = wangari
    // Who runs the wall sees the whole of it first.
    await hands.choose('radio', t('match.views.mine'))
    const interested = page.getByRole('button', { name: t('match.interested'), exact: true })
    const news = page.getByRole('button', { name: t('match.new', { count: 1 }), exact: true })
    await interested.or(news).first().waitFor()
    if (!(await interested.isVisible())) {
      await whenTold(page, t('match.new', { count: 1 }))
      await pressOn(wangari, t('match.new', { count: 1 }))
    }
    await pressOn(wangari, t('match.interested'))
    await page.locator('textarea:focus').waitFor()
    await page.keyboard.type('We could receive you in March.')
    await pressOn(wangari, t('pair.interestSend'))
    await page.getByRole('button', { name: t('match.open'), exact: true }).waitFor()
  })

  it('is told who is interested, and accepts', async () => {
    const { page, t } = hery
    await whenTold(page, t('pair.news.asked', { who: '\u2068Wangari\u2069' }).split('\u2069')[0] ?? '')
    await pressOn(hery, t('pair.news.open'))
    await page.getByRole('dialog', { name: t('pair.title') }).waitFor()
    await pressOn(hery, t('pair.accept'))
    await page.getByRole('textbox', { name: t('card.what') }).waitFor()
    await whenTold(wangari.page, wangari.t('pair.news.accepted', { who: '\u2068' }).split('\u2068')[0] ?? '')
    await pressOn(wangari, wangari.t('pair.news.open'))
  })

  it('both write the way forward, and both confirm it', async () => {
    const { page, t } = wangari
    await writeIn(wangari, t('card.what'), TOGETHER)
    await whenValue(hery.page.getByRole('textbox', { name: hery.t('card.what') }), TOGETHER)
    await writeIn(hery, hery.t('card.firstStep'), 'Call on Monday')
    await whenValue(page.getByRole('textbox', { name: t('card.firstStep'), exact: true }), 'Call on Monday')
    await wangari.hands.toDay(t('card.byWhen'))
    await page.keyboard.type('03032027')
    await pressOn(wangari, t('card.confirm'))
    await pressOn(hery, hery.t('card.confirm'))
    await whenTold(page, t('card.agreedWords', { need: '\u2068Wangari\u2069 (Kenya)', offer: `\u2068${other.name}\u2069 (Madagascar)` }))
    await hery.page.getByRole('dialog').getByText(hery.t('card.agreed'), { exact: true }).first().waitFor()
    for (const person of [wangari, hery]) {
      await pressOn(person, person.t('common.close'))
      await person.page.getByRole('dialog').waitFor({ state: 'detached' })
    }
  })

  it('takes the agreement home: for the calendar and on paper', async () => {
    const { page, t, button } = wangari
    const who = `\u2068Wangari\u2069 (Kenya), \u2068${other.name}\u2069 (Madagascar)`
    await pressOn(wangari, t('mine.title'))
    const [download] = await Promise.all([page.waitForEvent('download'), pressOn(wangari, t('mine.calendarOne', { who }))])
    expect(download.suggestedFilename()).toBe('first-step-ke-mg.ics')
    await pressOn(wangari, t('mine.printOne', { who }))
    await page.getByRole('dialog', { name: t('agreement.print') }).getByText(TOGETHER).waitFor()
    await pressOn(wangari, t('agreement.back'))
    await page.getByRole('dialog', { name: t('agreement.print') }).waitFor({ state: 'detached' })
    await pressOn(wangari, t('common.close'))
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await button(t('mine.title')).and(page.locator(':focus')).waitFor()
  })

  it('no page threw or logged an error', () => {
    for (const { troubles } of [wangari, hery]) expect(troubles).toEqual([])
  })
})
