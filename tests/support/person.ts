import type { TFunction } from 'i18next'
import { chromium, type Browser, type BrowserContext, type BrowserServer, type Locator, type Page } from 'playwright-core'
import { countryNamed } from '#shared/countries/searchCountries.ts'
import type { Language, NoteKind } from '#shared/wall/schema.ts'
import { findChromium } from '../../scripts/findChromium.ts'
import { wordsIn } from './words.ts'

const SCREENS = {
  laptop: { viewport: { width: 1366, height: 768 } },
  phone: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
  projector: { viewport: { width: 1920, height: 1080 } },
} as const

const LOCALES: Record<Language, string> = { ar: 'ar-EG', en: 'en-GB', es: 'es-PE', fr: 'fr-SN', pt: 'pt-MZ', ru: 'ru-KZ', zh: 'zh-CN' }

const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking']

export const launchBrowser = async (): Promise<Browser> => chromium.launch({ executablePath: await findChromium(), args: ARGS })

/** The same for several processes. */
export const launchBrowserServer = async (): Promise<BrowserServer> => chromium.launchServer({ host: '127.0.0.1', executablePath: await findChromium(), args: ARGS })

/** Somebody at a device of their own, who sees what is on it and finds things by their role and name. */
export interface Person {
  readonly context: BrowserContext
  readonly page: Page
  /** The words of this person's language. */
  readonly t: TFunction
  /** What went wrong in the page so far: errors thrown and logged, and anything asked from another host. */
  readonly troubles: readonly string[]
  readonly button: (name: string) => Locator
  readonly field: (name: string) => Locator
  /** With a finger where the screen takes one, with the mouse elsewhere. */
  readonly press: (what: Locator) => Promise<void>
}

export interface PersonOptions {
  readonly screen?: keyof typeof SCREENS
  readonly language?: Language
  /** What the device remembers of an earlier visit: what its pages keep in `localStorage`. */
  readonly remembers?: Readonly<Record<string, unknown>>
}

export async function openPerson(browser: Browser, { screen = 'laptop', language = 'en', remembers }: PersonOptions = {}): Promise<Person> {
  // Motion would only make the tests wait.
  const context = await browser.newContext({ ...SCREENS[screen], locale: LOCALES[language], reducedMotion: 'reduce', acceptDownloads: true })
  context.setDefaultTimeout(20_000)
  if (remembers) await context.addInitScript(remember, remembers)
  const page = await context.newPage()
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(`thrown: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()}`)
  })
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    if (/^(http|ws)/.test(protocol) && hostname !== '127.0.0.1') troubles.push(`asked ${hostname}`)
  })
  return {
    context,
    page,
    t: await wordsIn(language),
    troubles,
    button: (name) => page.getByRole('button', { name, exact: true }),
    field: (name) => page.getByRole('textbox', { name }),
    press: (what) => (screen === 'phone' ? what.tap() : what.click()),
  }
}

/** Once: what the page remembers later goes before it. Runs in the page. */
function remember(facts: Readonly<Record<string, unknown>>): void {
  if (!location.protocol.startsWith('http') || localStorage.length > 0) return
  for (const [key, fact] of Object.entries(facts)) localStorage.setItem(key, JSON.stringify(fact))
}

/** What a browser says by itself when the line is cut or an answer is 4xx; a test that does so expects it. */
export const isAboutTheLine = (trouble: string): boolean => /net::ERR_|WebSocket connection|status of 4\d\d|unknown error occurred when fetching the script/.test(trouble)

interface Who {
  readonly name: string
  /** As it is called in the person's language. */
  readonly country: string
  readonly contact?: string
}

/** Fills in the form at the door. */
export async function sayWhoIAm({ page, t, button, field, press }: Person, { name, country, contact }: Who): Promise<void> {
  await field(t('join.name')).fill(name)
  const box = page.getByRole('combobox', { name: t('join.country') })
  await press(box)
  // Its whole name would choose it at once; people stop typing when they see it.
  await box.pressSequentially(country.slice(0, -1))
  const option = page.getByRole('option', { name: country }).first()
  await option.waitFor()
  await page.waitForFunction(isUncovered, '[role=option]')
  await press(option)
  if (contact !== undefined) await field(t('join.contact')).fill(contact)
  await press(button(t('join.go')))
}

/** On a touch screen a list stays hidden, though it is there, until no keyboard comes up any more. Runs in the page. */
function isUncovered(selector: string): boolean {
  const element = document.querySelector(selector)
  const box = element?.getBoundingClientRect()
  return box !== undefined && element !== null && element.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2))
}

/** Opens the link, says who it is, and waits until the server knows everything. Who leaves no contact comes by an invitation in their name, which asks nothing. */
export async function joinBy(person: Person, link: string, who: Who): Promise<void> {
  const country = who.contact === undefined ? countryNamed(who.country) : undefined
  await person.page.goto(country === undefined ? link : `${link}&name=${encodeURIComponent(who.name)}&country=${country}`)
  if (country === undefined) await sayWhoIAm(person, who)
  await whenStatus(person, person.t('status.saved'))
}

/** The words about what is saved, as they stand in the head of the page. */
export async function whenStatus({ page, t }: Person, words: string): Promise<void> {
  await page.getByRole('group', { name: t('status.label') }).getByText(words, { exact: true }).first().waitFor()
}

/** Writes a note with the form, which is open. */
export async function writeNote({ page, t, button, field, press }: Person, kind: NoteKind, text: string): Promise<void> {
  await press(page.getByRole('radiogroup', { name: t('form.kind') }).getByText(t(`kind.${kind}`), { exact: true }))
  await field(t(kind === 'need' ? 'form.needText' : 'form.offerText')).fill(text)
  await press(button(t(kind === 'need' ? 'form.addNeed' : 'form.addOffer')))
  const outcome = page.getByText(t(kind === 'need' ? 'form.addedNeed' : 'form.addedOffer')).or(page.getByText(t('form.keptHere')))
  await outcome.first().waitFor()
}

/** Reads on until the note stands in the list, of which only what is near is drawn; what arrived meanwhile waits behind a button. */
export async function findInList({ page, t, press }: Person, text: string): Promise<Locator> {
  const list = page.getByRole('list', { name: t('list.title') })
  const item = list.getByRole('listitem').filter({ hasText: text })
  const news = page.getByRole('button', { name: new RegExp(t('list.new', { count: 2 }).replace('2', '\\d+')) }).or(page.getByRole('button', { name: t('list.new', { count: 1 }) }))
  for (;;) {
    if (await item.isVisible()) return item
    if (await news.first().isVisible()) await press(news.first())
    else await list.evaluate(readOn)
  }
}

/** One screen further down the list, from its end to its beginning; resolves when it is drawn. Runs in the page. */
function readOn(list: Element): Promise<void> {
  const scroller = list.parentElement
  if (scroller) {
    const { scrollTop, clientHeight, scrollHeight } = scroller
    scroller.scrollTop = scrollTop + clientHeight < scrollHeight - 1 ? scrollTop + clientHeight : 0
  }
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))
}
