import { beforeAll, describe, expect, it } from 'vitest'
import generated from '#shared/generated/lexicon.json' with { type: 'json' }
import { createMatcher } from '#shared/matching/createMatcher.ts'
import { openLexicon } from '#shared/matching/lexicon.ts'
import { SAMPLE_NOTES } from '#shared/sample/sampleNotes.ts'
import type { NoteId, ParticipantId } from '#shared/wall/ids.ts'
import { faultsOn } from '../support/access.ts'
import { joinBy, openPerson, type Person } from '../support/person.ts'
import { serverAndBrowser } from '../support/serverAndBrowser.ts'
import { makeWall, type MadeWall } from '../support/wallApi.ts'

const { server, browser } = await serverAndBrowser()

describe('the region at a glance', () => {
  let wall: MadeWall
  let chair: Person
  let room: Person

  beforeAll(async () => {
    wall = await makeWall(server.url, { title: 'Regional workshop', sample: true })
    chair = await openPerson(browser)
    room = await openPerson(browser, { screen: 'projector' })
    await joinBy(chair, wall.links.facilitator, { name: 'Chair', country: 'Chile' })
  })

  const openRegion = async ({ page, t, press, button }: Person): Promise<void> => {
    await press(button(t('wall.menu')))
    await press(page.getByRole('menuitem', { name: t('wall.region') }))
    await page.getByRole('table').getByRole('columnheader', { name: t('region.topic') }).waitFor()
  }

  it('G1 G8 opens from the menu for whoever is on the wall, in their language, with nothing in the way of anybody', async () => {
    await openRegion(chair)
    const { page, t } = chair
    const most = mostSpokenOf()
    const sum = [most.need > 0 && t('kind.needs', { count: most.need }), most.offer > 0 && t('kind.offers', { count: most.offer })].filter(Boolean).join(' ')
    await page.getByRole('row', { name: `${most.label} ${sum}` }).waitFor()
    const needs = SAMPLE_NOTES.filter(({ kind }) => kind === 'need').length
    await page.getByText(t('region.fate.need.open', { number: needs })).waitFor()
    expect(await faultsOn(page)).toEqual([])
    const omar = await openPerson(browser, { screen: 'phone', language: 'ar' })
    await joinBy(omar, wall.links.participant, { name: 'عمر', country: 'المغرب' })
    await openRegion(omar)
    await omar.page.getByRole('columnheader', { name: 'مدغشقر' }).waitFor()
    expect(await faultsOn(omar.page)).toEqual([])
    expect(omar.troubles).toEqual([])
    await omar.context.close()
  })

  it('G5 a facilitator turns the room screen to it and back; a screen that was told what to show keeps to that', async () => {
    await room.page.goto(wall.links.viewer)
    await room.page.getByRole('heading', { name: room.t('room.newest') }).waitFor()
    await chair.press(chair.button(chair.t('room.showThis')))
    await room.page.getByRole('heading', { name: room.t('region.heat') }).waitFor()
    await room.page.getByRole('rowheader').first().waitFor()
    expect(await faultsOn(room.page)).toEqual([])
    await room.press(room.button(room.t('room.view.wall')))
    await room.page.getByRole('heading', { name: room.t('room.newest') }).waitFor()
    await room.page.reload()
    await room.page.getByRole('heading', { name: room.t('room.newest') }).waitFor()
    await room.press(room.button(room.t('room.view.region')))
    await chair.press(chair.button(chair.t('room.showWall')))
    await chair.button(chair.t('room.showThis')).waitFor()
    await room.page.getByRole('heading', { name: room.t('region.heat') }).waitFor()
    expect([...room.troubles, ...chair.troubles]).toEqual([])
  })
})

/** The topic that most notes of the sample are about, as Node counts them. */
function mostSpokenOf(): { label: string; need: number; offer: number } {
  const lexicon = openLexicon(generated)
  const matcher = createMatcher(lexicon)
  const counts = new Map<string, { need: number; offer: number }>()
  for (const [index, note] of SAMPLE_NOTES.entries()) {
    const id = `s${index}` as NoteId
    matcher.upsert({ ...note, id, author: note.name as ParticipantId, writtenBy: undefined })
    for (const topic of matcher.topicsOf(id)) {
      const count = counts.get(topic) ?? { need: 0, offer: 0 }
      counts.set(topic, count)
      count[note.kind]++
    }
  }
  const [[topic, count] = ['', { need: 0, offer: 0 }]] = [...counts].sort(([a, one], [b, other]) => other.need + other.offer - (one.need + one.offer) || (a < b ? -1 : 1))
  return { label: lexicon.labels[topic]?.en ?? topic, ...count }
}
