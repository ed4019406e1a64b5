import * as Y from 'yjs'
import { SAMPLE_NOTES } from '#shared/sample/sampleNotes.ts'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import { pairIdOf, type NoteId, type ParticipantId } from '#shared/wall/ids.ts'
import { readWall } from '#shared/wall/readWall.ts'
import { ROOT, type Wall } from '#shared/wall/schema.ts'
import type { Edit } from '#shared/wall/edit.ts'

const START = Date.UTC(2026, 10, 23, 9)
const COLUMN = 220
const ROW = 190

/** A wall of so many notes in seven languages, the same at every call, with pairs in every state. @param without a language that nobody writes */
export const sampleWall = (count: number, without?: string): Wall => readWall(sampleDoc(count, without))

export function sampleDoc(count: number, without?: string): Y.Doc {
  const doc = new Y.Doc()
  const settings = doc.getMap(ROOT.settings)
  settings.set('title', 'NBSAP workshop, Nairobi')
  const columns = Math.ceil(Math.sqrt(count * 1.25))
  const samples = SAMPLE_NOTES.filter(({ lang }) => lang !== without)
  let now = START
  const commit = (person: string, ...edits: readonly Edit[]): void =>
    applyEdits(doc, edits, { participant: person as ParticipantId, now: (now += 20_000), origin: undefined })

  const notes = Array.from({ length: count }, (_, i) => {
    const sample = samples[i % samples.length]
    if (!sample) throw new Error('There are no sample notes')
    const author = `${sample.country}-${sample.name.replace(/[^A-Za-z]/g, '') || 'p'}`
    const id = `note-${i}` as NoteId
    const { kind, text, lang, name, country } = sample
    commit(
      author,
      { type: 'greet', name, country, institution: i % 3 === 0 ? 'Ministry of Environment' : '' },
      { type: 'placeNote', id, kind, at: [(i % columns) * COLUMN, Math.floor(i / columns) * ROW], text, lang, name, country },
    )
    return { ...sample, id, author }
  })
  const needs = notes.filter(({ kind }) => kind === 'need')
  const offers = notes.filter(({ kind }) => kind === 'offer')
  needs.forEach((need, i) => {
    const offer = offers[(i * 7 + 3) % offers.length]
    if (i % 3 !== 0 || !offer || offer.country === need.country) return
    const pair = pairIdOf(need.id, offer.id)
    commit(need.author, { type: 'showInterest', pair, side: 'need', line: 'Could we talk over lunch? We have a small budget for a visit.' })
    const answer = { type: 'answerInterest', pair, side: 'offer', to: now } as const
    if (i % 4 === 1) return
    commit(offer.author, { ...answer, accepted: i % 5 !== 4, line: i % 2 === 0 ? 'Gladly, I am at table 3.' : '' })
    if (i % 2 === 1 || i % 5 === 4) return
    const write = (field: 'what' | 'firstStep' | 'whoNeed' | 'whoOffer', insert: string): Edit => ({ type: 'spliceCard', pair, field, offset: 0, remove: 0, insert })
    commit(
      need.author,
      write('what', 'A study visit of five days for two planners, then three calls while the plan is revised'),
      write('firstStep', 'Send the draft chapter and the dates that suit us'),
      write('whoNeed', need.name),
      write('whoOffer', offer.name),
      { type: 'chooseOnCard', pair, field: 'helpKind', value: 'visit' },
      { type: 'chooseOnCard', pair, field: 'byWhen', value: '2027-02-15' },
    )
    commit(need.author, { type: 'confirmCard', pair, side: 'need' })
    commit(offer.author, { type: 'confirmCard', pair, side: 'offer' })
  })
  return doc
}
