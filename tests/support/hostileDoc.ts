import * as Y from 'yjs'
import { SAMPLE_NOTES } from '#shared/sample/sampleNotes.ts'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import type { Edit } from '#shared/wall/edit.ts'
import { pairIdOf, type NoteId, type ParticipantId } from '#shared/wall/ids.ts'
import { ROOT } from '#shared/wall/schema.ts'

/** What people paste and what attackers write; each must come out of every file as text. */
export const HOSTILE_TEXTS = [
  '=cmd|\' /C calc\'!A0', '+1+1', '-2+3', '@SUM(A1:A9)', '\t=1+1', '"quoted", with; separators', 'two\nlines\r\nthree',
  '\u202eright to left override', 'nul \u0000 and bell \u0007', 'half a pair \ud83d here', 'x'.repeat(5000), 'zero\u200dwidth\u200cjoiners', '<b>&amp;</b> ]]>', '👩🏽‍🌾🌍', '#N/A',
] as const

/** A wall of so many notes in seven languages, every fifth of them hostile, with an agreement and other pairs. */
export function hostileDoc(count: number): Y.Doc {
  const doc = new Y.Doc()
  doc.getMap(ROOT.settings).set('title', 'NBSAP workshop, Nairobi')
  let now = Date.UTC(2026, 10, 23, 9)
  const commit = (person: string, ...edits: readonly Edit[]): void =>
    applyEdits(doc, edits, { participant: person as ParticipantId, now: (now += 20_000), origin: undefined })
  const notes = Array.from({ length: count }, (_, i) => {
    const sample = SAMPLE_NOTES[i % SAMPLE_NOTES.length]
    if (!sample) throw new Error('There are no sample notes')
    const text = i % 5 === 4 ? (HOSTILE_TEXTS[((i - 4) / 5) % HOSTILE_TEXTS.length] ?? '') : sample.text
    const author = `person-${i % 30}`
    const { kind, lang, country } = sample
    const name = i % 7 === 6 ? `=${sample.name}` : sample.name
    commit(author, { type: 'greet', name, country, institution: i % 3 === 0 ? 'Ministry, of "Environment"' : '' })
    commit(author, { type: 'placeNote', id: `note-${i}` as NoteId, kind, at: [(i % 20) * 220, Math.floor(i / 20) * 190], text, lang, name, country })
    return { id: `note-${i}` as NoteId, kind, author, country }
  })
  const needs = notes.filter(({ kind }) => kind === 'need')
  const offers = notes.filter(({ kind }) => kind === 'offer')
  needs.slice(0, 40).forEach((need, i) => {
    const offer = offers[(i * 7 + 3) % offers.length]
    if (!offer || offer.country === need.country) return
    const pair = pairIdOf(need.id, offer.id)
    commit(need.author, { type: 'showInterest', pair, side: 'need', line: '=1+1 Could we talk?' })
    if (i % 2 === 1) return
    commit(offer.author, { type: 'answerInterest', pair, side: 'offer', to: now, accepted: true, line: '' })
    if (i % 4 === 2) return
    commit(
      need.author,
      { type: 'spliceCard', pair, field: 'what', offset: 0, remove: 0, insert: `A study visit (${i})` },
      { type: 'chooseOnCard', pair, field: 'helpKind', value: 'visit' },
      { type: 'chooseOnCard', pair, field: 'byWhen', value: '2027-02-15' },
    )
    commit('person-29', { type: 'offerSupport', pair, line: 'Tickets' })
    commit(need.author, { type: 'answerSupport', pair, supporter: 'person-29' as ParticipantId, to: now, accepted: true })
    commit(need.author, { type: 'confirmCard', pair, side: 'need' })
    commit(offer.author, { type: 'confirmCard', pair, side: 'offer' })
  })
  commit('person-1', { type: 'binNote', id: 'note-1' as NoteId })
  return doc
}
