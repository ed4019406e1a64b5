import type { Browser } from 'playwright-core'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import type { Edit } from '#shared/wall/edit.ts'
import { pairIdOf, type NoteId, type ParticipantId, type SectionId } from '#shared/wall/ids.ts'
import { readWall } from '#shared/wall/readWall.ts'
import { openWriter } from './openWriter.ts'
import { whenDoc } from './stockProvider.ts'
import { makeWall, type MadeWall } from './wallApi.ts'
import { openAtTheWall, type AtTheWall } from './wallOnScreen.ts'

/** A wall on which there is something of everything, and its facilitator, who is on it with a laptop. */
export interface TourWall {
  readonly url: string
  readonly wall: MadeWall
  readonly chair: AtTheWall
  /** The text of the facilitator's need that is agreed with somebody, and of one that nobody has answered. */
  readonly agreed: string
  readonly free: string
}

const AGREED = 'Training in coral reef monitoring for our marine park rangers'
const FREE = 'A database of invasive alien species on islands'
const CARD = 'Two rangers learn to dive with the monitoring team.'

export async function makeTourWall(browser: Browser, url: string): Promise<TourWall> {
  const wall = await makeWall(url, { title: 'Regional workshop, Nairobi', sample: true, themes: ['Target 2'], countries: ['ke', 'mg'] })
  const [need, offer, gone] = ['agreed', 'theirs', 'gone'] as NoteId[] as [NoteId, NoteId, NoteId]
  const notes = [{ id: need, at: [-800, 0], text: AGREED }, { id: 'free', at: [-800, 300], text: FREE }, { id: gone, at: [-800, 600], text: 'Taken off again' }] as const
  const chair = await openAtTheWall(browser, { url, wall, role: 'facilitator', name: 'Wangari', notes })
  const hery = await openWriter(url, wall, wall.keys.participant, 'Hery')
  const pair = pairIdOf(need, offer)
  const now = 1_700_000_000_000
  const write = (...edits: Edit[]): Promise<void> =>
    hery.write((doc) => applyEdits(doc, edits, { participant: hery.participant as ParticipantId, now, origin: undefined }))

  await write({ type: 'placeNote', id: offer, kind: 'offer', at: [-500, 0], text: 'Formation au suivi des récifs coralliens', lang: 'fr', name: 'Hery', country: 'mg', places: 3 })
  chair.edit([
    { type: 'binNote', id: gone },
    { type: 'setSection', id: 'reefs' as SectionId, title: 'Reefs and coasts', box: { x: -840, y: -60, width: 600, height: 260 } },
    { type: 'teachWord', language: 'en', word: 'nursery beds', topics: ['mangroves'] },
    { type: 'showInterest', pair, side: 'need', line: 'We could receive you in March.' },
    { type: 'publishMeetings', startsAt: Date.now(), minutes: 10, rounds: [[pair]] },
  ])
  await whenDoc(hery.doc, (doc) => readWall(doc).pairs.get(pair)?.state === 'interested')
  await write({ type: 'answerInterest', pair, side: 'offer', to: now, accepted: true, line: '' })
  chair.edit([{ type: 'spliceCard', pair, field: 'what', offset: 0, remove: 0, insert: CARD }, { type: 'confirmCard', pair, side: 'need' }])
  await whenDoc(hery.doc, (doc) => readWall(doc).pairs.get(pair)?.facts.confirm.need !== undefined)
  await write({ type: 'confirmCard', pair, side: 'offer' })
  hery.close()
  return { url, wall, chair, agreed: AGREED, free: FREE }
}
