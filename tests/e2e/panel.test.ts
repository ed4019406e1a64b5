import type { Locator } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import type { NoteKind } from '#shared/wall/schema.ts'
import { faultsOn } from '../support/access.ts'
import { openPerson, whenStatus, writeNote, type Person } from '../support/person.ts'
import { serverAndBrowser } from '../support/serverAndBrowser.ts'
import { stockProvider, whenSynced } from '../support/stockProvider.ts'
import { join, makeWall, type MadeWall } from '../support/wallApi.ts'

const { server, browser } = await serverAndBrowser()

/** What others have put up: kind, country, language, text. */
const NOTES: readonly (readonly [NoteKind, string, string, string])[] = [
  ['offer', 'ng', 'en', 'Turtle excluder devices for shrimp trawls: pattern, net makers trained, inspection at sea'],
  ['offer', 'br', 'pt', 'Anzóis circulares e soltura de tartarugas, treinamos pescadores'],
  ['need', 'cv', 'pt', 'Tartarugas apanhadas nas redes dos pescadores'],
  ['need', 'om', 'ar', 'السلاحف تغرق في شباك جر الروبيان'],
  ['need', 'ec', 'es', 'Tortugas y albatros enganchados en los palangres'],
  ['need', 'fj', 'und', '🐟🐠🦀'],
  ['need', 'la', 'lo', 'ແນວປະກາລັງ'],
]

describe('the panel of matches', () => {
  let wall: MadeWall
  let amina: Person
  let matches: Locator

  beforeAll(async () => {
    wall = await makeWall(server.url)
    for (const [at, [kind, country, lang, text]] of NOTES.entries()) {
      const { participant, token } = await join(server.url, wall.id, { key: wall.keys.participant, name: `Delegate ${at}`, country })
      const provider = stockProvider(server.url, wall.id, token)
      await whenSynced(provider)
      const saved = new Promise((resolve) => provider.ws?.addEventListener('message', resolve, { once: true }))
      applyEdits(
        provider.doc,
        [{ type: 'placeNote', id: `note${at}` as NoteId, kind, at: [at * 250, 0], text, lang, name: `Delegate ${at}`, country }],
        { participant: participant ?? ('' as never), now: Date.now() + at, origin: null },
      )
      await saved
      provider.destroy()
    }
    amina = await openPerson(browser)
    await amina.page.goto(`${wall.links.participant}&name=Amina&country=ke`)
    await whenStatus(amina, amina.t('status.saved'))
    matches = amina.page.getByRole('region', { name: amina.t('wall.tabMatches') })
  })

  it('M25 M21 lists the needs of the whole wall, and what several countries need', async () => {
    const { t, page } = amina
    await matches.getByText(t('match.views.wall')).click()
    await matches.getByRole('heading', { name: t('match.rows.unanswered') }).waitFor()
    await matches.getByRole('heading', { name: t('match.rows.nothing'), exact: true }).waitFor()
    await matches.getByRole('heading', { name: t('match.regionalCount', { count: 3 }) }).waitFor()
    const row = matches.getByRole('button', { name: /Tartarugas apanhadas/ })
    await row.click()
    await matches.getByRole('button', { name: /🐟🐠🦀/ }).click()
    await matches.getByText(t('match.outlook.words')).waitFor()
    await matches.getByRole('button', { name: /ແນວປະກາລັງ/ }).click()
    await matches.getByText(t('match.outlook.languages')).waitFor()
    expect(await faultsOn(page)).toEqual([])
  })

  it('M24 a filter is said in words, and cleared by one press that keeps the focus', async () => {
    const { t, page, button } = amina
    await button(t('match.filter.title')).click()
    await matches.getByLabel(t('match.filter.country')).selectOption({ label: 'Oman' })
    await matches.getByRole('status').filter({ hasText: 'Oman' }).waitFor()
    await matches.getByRole('button', { name: /السلاحف/ }).waitFor()
    await matches.getByRole('button', { name: /Tortugas/ }).waitFor({ state: 'detached' })
    await button(t('match.filter.clear')).focus()
    await page.keyboard.press('Enter')
    await matches.getByRole('button', { name: /Tortugas/ }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(t('match.filter.title'))
  })

  it('M26 arrow keys go from match to match, and a match that is put aside keeps the focus', async () => {
    const { t, page } = amina
    await page.getByRole('tab', { name: t('wall.tabForm') }).click()
    await writeNote(amina, 'need', 'Sea turtles caught in shrimp nets')
    await matches.getByText(t('match.views.mine')).click()
    const card = matches.getByRole('listitem').filter({ hasText: 'Turtle excluder' }).first()
    const dismiss = card.getByRole('button', { name: t('match.notMatch') })
    await dismiss.focus()
    await page.keyboard.press('ArrowDown')
    const inSecond = (): Promise<string | null | undefined> => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    expect(await inSecond()).toContain('Anzóis circulares')
    await page.keyboard.press('ArrowUp')
    expect(await inSecond()).toContain('Turtle excluder')
    await dismiss.focus()
    await page.keyboard.press('Enter')
    const aside = matches.getByRole('listitem').filter({ hasText: t('match.setAside') })
    await aside.waitFor()
    expect(await aside.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(amina.troubles).toEqual([])
  })
})
