import type { Locator } from 'playwright-core'
import type { Language } from '#shared/wall/schema.ts'
import { LANGUAGE_NAMES } from '../../client/i18n/languageNames.ts'
import { pairWindow } from './pairing.ts'
import { findInList, type Person } from './person.ts'
import type { TourWall } from './tourWall.ts'
import { wordsIn } from './words.ts'

/** Something that fills the screen or opens over it: a page, a panel, a window. */
export interface Place {
  readonly name: string
  /** One of those that everybody sees. */
  readonly isMain?: true
  /** Goes there from the wall, or from wherever one is away from it; resolves when it is all there. */
  readonly open: (person: Person) => Promise<void>
}

/** The same person, who reads another language from now on: chosen in the menu, which is on the page. */
export async function switchLanguage(person: Person, language: Language): Promise<Person> {
  const { page, t, press } = person
  if ((await page.getAttribute('html', 'lang')) === language) return person
  const menu = page.getByRole('button', { name: new RegExp(`^${t('common.language')}: `) })
  await menu.or(person.button(t('wall.menu'))).first().waitFor()
  if (await menu.isVisible()) {
    await press(menu)
    await press(page.getByRole('menuitemradio', { name: LANGUAGE_NAMES[language] }))
  } else {
    await press(page.getByRole('button', { name: t('wall.menu') }))
    await press(page.getByRole('menuitem', { name: LANGUAGE_NAMES[language] }))
  }
  await page.getByRole('menu').waitFor({ state: 'detached' })
  await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language)
  return { ...person, t: await wordsIn(language) }
}

/** Back on the wall, whatever windows are open. */
export async function backToWall({ page }: Person): Promise<void> {
  const windows = page.locator('[role=dialog], [role=alertdialog], [role=menu]')
  // The words of a button that is pointed at would go first.
  if ((await windows.count()) > 0) await page.mouse.move(0, 0)
  while ((await windows.count()) > 0) {
    const last = await windows.last().elementHandle()
    await last?.press('Escape')
    await last?.waitForElementState('hidden')
  }
}

const named = ({ page }: Person, name: string): Locator => page.getByRole('dialog', { name })

async function fromMenu(person: Person, words: string): Promise<void> {
  await person.button(person.t('wall.menu')).press('Enter')
  await person.page.getByRole('menuitem', { name: words }).press('Enter')
}

/** The window of this title that the menu opens by these words. */
async function windowFromMenu(person: Person, words: string, title = words): Promise<void> {
  await fromMenu(person, words)
  await named(person, title).waitFor()
}

/** What can be done with a note, from the note in the list. */
async function withNote(person: Person, text: string, action: string): Promise<void> {
  const item = await findInList(person, text)
  // Not in its middle: of a note that is selected already that is one of its buttons.
  await person.press(item.getByText(text))
  await item.getByRole('button', { name: action }).press('Enter')
}

/** The newest of the versions that are kept. */
async function openVersion(person: Person): Promise<void> {
  await windowFromMenu(person, person.t('history.open'), person.t('history.title'))
  await person.page.getByRole('dialog').getByRole('listitem').first().getByRole('button').press('Enter')
}

const tab = (person: Person, key: 'tabForm' | 'tabWall' | 'tabList' | 'tabMatches'): Promise<void> =>
  person.press(person.page.getByRole('tab', { name: new RegExp(`^${person.t(`wall.${key}`)}`) }))

/** Without a wall, or at its door; each is opened by its address. */
export function placesAway({ url, wall }: TourWall): readonly Place[] {
  const go = async ({ page }: Person, path: string): Promise<void> => {
    await page.goto('about:blank') // or a change of the fragment alone would not load the page
    await page.goto(new URL(path, url).href)
  }
  return [
    {
      name: 'room screen',
      open: async (person) => {
        await go(person, `${wall.links.viewer}&p=${wall.keys.participant}`)
        await person.page.getByRole('heading', { name: person.t('room.newest') }).waitFor()
        await person.page.getByRole('application').waitFor()
      },
    },
    ...(['region', 'meetings'] as const).map((view) => ({
      name: `room screen: ${view}`,
      open: async (person: Person) => {
        await go(person, `${wall.links.viewer}&show=${view}`)
        await person.page.getByRole('table').first().waitFor()
      },
    })),
    {
      name: 'door',
      isMain: true,
      open: async (person) => {
        await go(person, wall.links.participant)
        await person.field(person.t('join.name')).waitFor()
      },
    },
    {
      name: 'start page',
      isMain: true,
      open: async (person) => {
        await go(person, '/')
        await person.page.getByRole('heading', { level: 1, name: person.t('home.headline') }).waitFor()
        await person.button(person.t('home.more')).press('Enter')
      },
    },
    {
      name: 'a wall is made',
      open: async (person) => {
        await go(person, '/')
        await person.field(person.t('home.titleLabel')).fill('Tour')
        await person.button(person.t('home.make')).press('Enter')
        await named(person, person.t('links.ready')).waitFor()
      },
    },
    ...(['linkInvalid', 'keyMissing', 'unknownPage'] as const).map((why) => ({
      name: `problem: ${why}`,
      open: async (person: Person) => {
        await go(person, { linkInvalid: `/w/${wall.id}#k=${'x'.repeat(22)}`, keyMissing: `/w/${wall.id}`, unknownPage: '/walls' }[why])
        await person.page.getByRole('heading', { level: 1, name: person.t(`connection.problem.${why}`) }).waitFor()
      },
    })),
  ]
}

/** On the wall of a laptop, as a facilitator who has written there. */
export function placesOnWall({ agreed, free }: TourWall): readonly Place[] {
  const openPair = async (person: Person): Promise<void> => {
    await withNote(person, agreed, person.t('list.seeMatches'))
    await person.page.getByRole('heading', { name: person.t('match.underWay') }).locator('..').getByRole('button').first().press('Enter')
    await pairWindow(person).getByText(person.t('card.agreed'), { exact: true }).first().waitFor()
  }
  return [
    {
      name: 'wall with the list, a note selected',
      isMain: true,
      open: async (person) => {
        await tab(person, 'tabList')
        await person.press((await findInList(person, free)).getByText(free))
        await person.page.getByRole('region', { name: person.t('wall.tabMatches') }).getByRole('listitem').first().waitFor()
      },
    },
    {
      name: 'wall with the form',
      open: async (person) => {
        await tab(person, 'tabForm')
        await person.field(person.t('form.needText')).or(person.field(person.t('form.offerText'))).waitFor()
      },
    },
    { name: 'menu', open: async (person) => person.button(person.t('wall.menu')).press('Enter') },
    {
      name: 'people',
      open: async (person) => {
        await person.page.getByRole('button', { name: new RegExp(`^${person.t('people.title')}: `) }).press('Enter')
        await named(person, person.t('people.title')).waitFor()
      },
    },
    {
      name: 'my page',
      open: async (person) => {
        await person.button(person.t('mine.title')).press('Enter')
        await named(person, person.t('mine.title')).getByRole('button', { name: person.t('mine.link.show') }).press('Enter')
      },
    },
    {
      name: 'pair with its agreement',
      isMain: true,
      open: async (person) => {
        await tab(person, 'tabList')
        await openPair(person)
        await pairWindow(person).getByRole('button', { name: person.t('card.more') }).press('Enter')
      },
    },
    {
      name: 'agreement as it is printed',
      open: async (person) => {
        await openPair(person)
        await pairWindow(person).getByRole('button', { name: new RegExp(person.t('agreement.print')) }).press('Enter')
        await named(person, person.t('agreement.print')).waitFor()
      },
    },
    {
      name: 'pair with',
      open: async (person) => {
        await withNote(person, free, person.t('contact.pairWith'))
        await named(person, person.t('contact.pairWithNeed')).waitFor()
      },
    },
    {
      name: 'move to',
      open: async (person) => {
        await withNote(person, free, person.t('move.open'))
        await named(person, person.t('move.title', { count: 1 })).waitFor()
      },
    },
    { name: 'words of a note', open: async (person) => withNote(person, free, person.t('words.ofNote')) },
    { name: 'words', open: async (person) => windowFromMenu(person, person.t('words.teach'), person.t('words.title')) },
    {
      name: 'region',
      open: async (person) => {
        await windowFromMenu(person, person.t('wall.region'))
        await person.page.getByRole('table').getByRole('columnheader', { name: person.t('region.topic') }).waitFor()
      },
    },
    {
      name: 'meetings',
      open: async (person) => {
        await windowFromMenu(person, person.t('wall.meetings'))
        await person.button(person.t('meetings.preview')).press('Enter')
        await person.page.getByText(person.t('meetings.leftOut', { number: '\u0000' }).split('\u0000')[0] ?? '').or(person.page.getByRole('table').last()).first().waitFor()
      },
    },
    {
      name: 'history',
      open: async (person) => {
        await windowFromMenu(person, person.t('history.open'), person.t('history.title'))
        await person.page.getByRole('dialog').getByRole('listitem').first().waitFor()
      },
    },
    {
      name: 'a version',
      open: async (person) => {
        await openVersion(person)
        await person.page.getByRole('dialog').getByRole('img').waitFor()
      },
    },
    {
      name: 'restore?',
      open: async (person) => {
        await openVersion(person)
        await person.press(person.button(person.t('history.restore'))) // which it waits for: what would change is being found out
        await person.page.getByRole('alertdialog').waitFor()
      },
    },
    {
      name: 'bin',
      open: async (person) => {
        await windowFromMenu(person, person.t('bin.open'), person.t('bin.title'))
        await person.page.getByRole('dialog').getByRole('listitem').first().waitFor()
      },
    },
    {
      name: 'bring in',
      open: async (person) => {
        await windowFromMenu(person, person.t('again.bringIn'))
        await person.field(person.t('again.paste')).fill('Need: maps of peat\nOffer: trainers for peat maps\nsomething')
        await person.button(person.t('again.lookAt')).press('Enter')
        await person.page.getByRole('list', { name: person.t('again.preview') }).waitFor()
      },
    },
    {
      name: 'notes from a text',
      open: async (person) => {
        await windowFromMenu(person, person.t('paste.menu'), person.t('paste.title'))
        await person.field(person.t('paste.text')).fill('Need: maps of peat\nOffer: trainers for peat maps')
      },
    },
    {
      name: 'export',
      open: async (person) => {
        await windowFromMenu(person, person.t('wall.export'), person.t('export.title'))
        await person.page.getByRole('button', { name: person.t('export.choose') }).press('Enter')
      },
    },
    { name: 'keeping', open: async (person) => windowFromMenu(person, person.t('keeping.title')) },
    { name: 'links', open: async (person) => windowFromMenu(person, person.t('wall.links'), person.t('links.title')) },
    { name: 'my details', open: async (person) => windowFromMenu(person, person.t('wall.myDetails'), person.t('people.details')) },
    { name: 'appearance', open: async (person) => windowFromMenu(person, person.t('looks.theme')) },
    { name: 'new section', open: async (person) => windowFromMenu(person, person.t('sections.new')) },
  ]
}

/** On a phone, where one fills the screen at a time. */
export function placesOnPhone(): readonly Place[] {
  return [
    { name: 'phone: form', isMain: true, open: async (person) => tab(person, 'tabForm') },
    {
      name: 'phone: list',
      open: async (person) => {
        await tab(person, 'tabList')
        await person.page.getByRole('list', { name: person.t('list.title') }).getByRole('listitem').first().waitFor()
      },
    },
    {
      name: 'phone: wall',
      open: async (person) => {
        await tab(person, 'tabWall')
        await person.page.getByRole('application').waitFor()
      },
    },
    { name: 'phone: matches', open: async (person) => tab(person, 'tabMatches') },
    { name: 'phone: menu', open: async (person) => person.press(person.button(person.t('wall.menu'))) },
  ]
}
