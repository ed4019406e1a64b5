import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { builtPages } from '../../server/http/builtPages.ts'
import { faultsOn } from '../support/access.ts'
import { isAboutTheLine, joinBy, openPerson, writeNote, type Person } from '../support/person.ts'
import { serverAndBrowser } from '../support/serverAndBrowser.ts'
import { startTestServer } from '../support/startTestServer.ts'
import { takePicture } from '../support/takePicture.ts'
import { makeWall, post, type MadeWall } from '../support/wallApi.ts'

const { server, browser } = await serverAndBrowser()

const STRANGER = 'x'.repeat(22)

describe('the doors of a wall', () => {
  let wall: MadeWall
  let visitor: Person

  beforeAll(async () => {
    wall = await makeWall(server.url, { title: 'Behind the doors' })
    visitor = await openPerson(browser)
  })

  it.each([
    ['E1 a key that opens nothing', (): string => `/w/${wall.id}#k=${STRANGER}`, 'linkInvalid'],
    ['E1 a wall that is not there', (): string => `/w/${STRANGER}#k=${wall.keys.participant}`, 'noSuchWall'],
    ['E1 a link that lost its end', (): string => `/w/${wall.id}#k=${wall.keys.participant.slice(0, 9)}`, 'keyMissing'],
    ['E1 a link without its fragment', (): string => `/w/${wall.id}`, 'keyMissing'],
    ['E1 a link with a bracket from the mail', (): string => `/w/${wall.id}#k=${wall.keys.participant})`, 'keyMangled'],
    ['E1 a link whose wall is damaged', (): string => `/w/${wall.id}%20#k=${wall.keys.participant}`, 'wallMangled'],
    ['an address that is none of ours', (): string => '/walls', 'unknownPage'],
  ] as const)('%s has a page that says what to do', async (_, path, why) => {
    const { page, t } = visitor
    await page.goto('about:blank') // or a change of the fragment alone would not load the page
    await page.goto(`${server.url}${path()}`)
    await page.getByRole('heading', { level: 1, name: t(`connection.problem.${why}`) }).waitFor()
    await page.getByText(t(`connection.problem.${why}Do`, { example: `${server.url}/w/…#k=…` })).waitFor()
    expect(await faultsOn(page)).toEqual([])
    await takePicture(page, `problem-${why}-laptop-en`)
  })

  it('D3 a link that is replaced sends its people away with words, and the new one lets them in again', async () => {
    const guest = await openPerson(browser)
    await joinBy(guest, wall.links.participant, { name: 'Guest', country: 'Fiji' })
    const { body } = await post(server.url, `/api/walls/${wall.id}/revoke`, { key: wall.keys.facilitator, role: 'participant' })
    const { link } = body as { link: string }
    const { page, t } = guest
    await page.getByRole('alertdialog').or(page.getByRole('dialog')).getByText(t('connection.closedTitle.linkInvalid')).waitFor()
    expect(await faultsOn(page)).toEqual([])
    await takePicture(page, 'closed-laptop-en')

    await page.goto('about:blank')
    await page.goto(link)
    await page.getByRole('tab', { name: t('wall.tabForm') }).click()
    await writeNote(guest, 'offer', 'Still myself')
    await page.getByRole('listitem').getByText('Still myself').first().waitFor()
    expect(guest.troubles.filter((trouble) => !isAboutTheLine(trouble))).toEqual([])
    await guest.context.close()
  })

  it('D21 a server that wants a key asks for it in the form, says when it is wrong, and asks a device only once', async () => {
    const pages = builtPages(join(dirname(inject('builtServer')), '../client'))
    const guarded = await startTestServer({ pages, config: { makerKey: 'open-sesame-please' } })
    const maker = await openPerson(browser, { screen: 'phone' })
    const { page, t, field, button, press } = maker
    const startWall = async (title: string): Promise<void> => {
      await page.goto(guarded.url)
      await field(t('home.titleLabel')).fill(title)
      await press(button(t('home.make')))
    }
    await startWall('Behind a key')
    await page.getByRole('alert').getByText(t('home.failed.maker_key')).waitFor()
    expect(await faultsOn(page)).toEqual([])
    await takePicture(page, 'maker-key-phone-en')
    await field(t('home.makerKey')).fill('open-sesame')
    await press(button(t('home.make')))
    await page.getByText(t('home.makerKeyWrong')).waitFor()
    await field(t('home.makerKey')).fill('open-sesame-please')
    await press(button(t('home.make')))
    await page.getByRole('dialog', { name: t('links.ready') }).waitFor()

    await startWall('The second one')
    await page.getByRole('dialog', { name: t('links.ready') }).waitFor()
    expect(maker.troubles.filter((trouble) => !isAboutTheLine(trouble))).toEqual([])
    await maker.context.close()
    await guarded.close()
  })

  it('no page threw or logged an error beyond the refusals themselves', () => {
    expect(visitor.troubles.filter((trouble) => !isAboutTheLine(trouble))).toEqual([])
  })
})
