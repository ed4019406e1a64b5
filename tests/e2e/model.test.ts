import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsOn } from '../support/access.ts'
import { startBuiltServer, type BuiltServer } from '../support/builtServer.ts'
import { openBrowser } from '../support/openBrowser.ts'
import { openPerson, whenStatus, writeNote, type Person } from '../support/person.ts'
import { makeTinyModel } from '../support/tinyModel.ts'
import { makeWall, type MadeWall } from '../support/wallApi.ts'

describe('a sentence model that the operator installed', () => {
  let server: BuiltServer
  let browser: Browser
  let wall: MadeWall
  let removeModel: () => Promise<void>

  beforeAll(async () => {
    // Words that no vocabulary has: the model alone says that they mean the same.
    const { folder, remove } = await makeTinyModel([['glorvax', 'zimmelor']])
    removeModel = remove
    server = await startBuiltServer({ MODEL_DIR: folder })
    browser = await openBrowser()
    wall = await makeWall(server.url)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    await removeModel?.()
  })

  async function enter(name: string, country: string, language: 'en' | 'ar'): Promise<Person> {
    const person = await openPerson(browser, { language })
    await person.page.goto(`${wall.links.participant}&name=${name}&country=${country}`)
    await whenStatus(person, person.t('status.saved'))
    await person.page.getByRole('tab', { name: person.t('wall.tabForm') }).click()
    return person
  }

  it('M42 two notes without a word in common are a possible match on both screens, which say who found it', async () => {
    const amina = await enter('Amina', 'ke', 'en')
    const badr = await enter('Badr', 'tn', 'ar')
    await writeNote(amina, 'need', 'Glorvax')
    await writeNote(badr, 'offer', 'Zimmelor')
    const cardOf = ({ page, t }: Person, other: string) =>
      page.getByRole('region', { name: t('wall.tabMatches') }).getByRole('listitem').filter({ hasText: other }).filter({ hasText: t('match.reason.byModel') })
    const cards = [[amina, cardOf(amina, 'Zimmelor')], [badr, cardOf(badr, 'Glorvax')]] as const
    for (const [{ page, t }, card] of cards) {
      await page.getByRole('region', { name: t('wall.tabMatches') }).getByText(t('match.views.mine')).click()
      await card.getByText(t('match.likelihood.possible'), { exact: true }).waitFor()
      expect(await faultsOn(page)).toEqual([])
    }
    expect([...amina.troubles, ...badr.troubles]).toEqual([])
  })
})
