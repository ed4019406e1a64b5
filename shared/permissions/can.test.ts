import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import type { Edit } from '#shared/wall/edit.ts'
import { pairIdOf, type NoteId, type PairId, type ParticipantId, type SectionId } from '#shared/wall/ids.ts'
import { readWall } from '#shared/wall/readWall.ts'
import type { NoteKind, Wall } from '#shared/wall/schema.ts'
import { can, canPair, sidesOf } from './can.ts'
import { ROLES, type Role } from './roles.ts'

const [amina, bo, cleo, chair] = ['amina', 'bo', 'cleo', 'chair'] as [ParticipantId, ParticipantId, ParticipantId, ParticipantId]
const note = (id: string): NoteId => id as NoteId

const place = (id: string, kind: NoteKind, country: string): Edit => ({
  type: 'placeNote', id: note(id), kind, at: [0, 0], text: id, lang: 'en', name: 'A name', country,
})
const interest = (pair: PairId, side: 'need' | 'offer'): Edit => ({ type: 'showInterest', pair, side, line: '' })

/** Amina of Kenya needs, Bo of Fiji offers; Cleo of Kenya offers too. */
const pair = pairIdOf(note('need'), note('offer'))
const wallAfter = (...steps: [ParticipantId, Edit][]): Wall => {
  const doc = new Y.Doc()
  const all: [ParticipantId, Edit][] = [
    [amina, place('need', 'need', 'ke')],
    [bo, place('offer', 'offer', 'fj')],
    [cleo, place('home', 'offer', 'ke')],
    ...steps,
  ]
  all.forEach(([participant, edit], index) => applyEdits(doc, [edit], { participant, now: 100 + index, origin: null }))
  return readWall(doc)
}
const quiet = wallAfter()
const asked = wallAfter([amina, interest(pair, 'need')])
const inContact = wallAfter([amina, interest(pair, 'need')], [bo, interest(pair, 'offer')])

const answer = (side: 'need' | 'offer', to: number): Edit => ({ type: 'answerInterest', pair, side, to, accepted: true, line: '' })
const confirm = (side: 'need' | 'offer'): Edit => ({ type: 'confirmCard', pair, side })

const later = (to: number): Edit => ({ type: 'answerLater', pair, side: 'offer', to })
const suggesting: Edit[] = [{ type: 'suggestPair', pair, line: 'You two!' }]
const support: Edit = { type: 'offerSupport', pair, line: 'We pay the tickets' }
const endSupport: Edit = { type: 'withdrawSupport', pair }
const notForUs = (side: 'need' | 'offer', to: number): Edit => ({ type: 'declineSuggestion', pair, side, to, line: '' })
const answerSupport = (to: number): Edit => ({ type: 'answerSupport', pair, supporter: cleo, to, accepted: true })
const suggested = wallAfter([chair, { type: 'suggestPair', pair, line: '' }])
const supported = wallAfter([amina, interest(pair, 'need')], [cleo, support])

const ofNote: Edit[] = [
  { type: 'moveNote', id: note('need'), to: [1, 1] },
  { type: 'spliceText', id: note('need'), offset: 0, remove: 0, insert: 'x' },
  { type: 'setKind', id: note('need'), kind: 'offer' },
  { type: 'setLanguage', id: note('need'), lang: 'fr' },
  { type: 'setWithheld', id: note('need'), withheld: true },
  { type: 'setWithheld', id: note('need'), withheld: false },
  { type: 'binNote', id: note('need') },
]
const onCard: Edit[] = [
  { type: 'spliceCard', pair, field: 'what', offset: 0, remove: 0, insert: 'x' },
  { type: 'chooseOnCard', pair, field: 'helpKind', value: 'visit' },
  { type: 'closePair', pair, state: 'done', line: '' },
  { type: 'reopenPair', pair },
]
const anybodys: Edit[] = [
  { type: 'greet', name: 'A', country: 'ke', institution: '' },
  place('new', 'need', 'ke'),
  { type: 'dismissPair', pair },
  { type: 'recallPair', pair },
  { type: 'unbinNote', id: note('binned') },
]
const locking: Edit[] = [{ type: 'lockWall' }, { type: 'unlockWall' }]
const telling: Edit[] = [{ type: 'nameWall', title: 'NBSAP' }, { type: 'sayWhere', place: 'Nairobi' }, { type: 'sayWhen', days: { first: '2026-11-23', last: '2026-11-25' } }]
const meeting: Edit[] = [
  { type: 'publishMeetings', startsAt: 1, minutes: 10, rounds: [[pair]] },
  { type: 'withdrawMeetings' },
  { type: 'showInRoom', view: 'region' },
]
const teaching: Edit[] = [{ type: 'chooseVocabulary', vocabulary: undefined }, { type: 'teachWord', language: 'en', word: 'peat', topics: ['peatlands'] }, { type: 'forgetWord', language: 'en', word: 'peat' }]
const box = { x: 0, y: 0, width: 500, height: 400 }
const staging: Edit[] = [
  { type: 'setSection', id: 's' as SectionId, title: 'Water', box },
  { type: 'removeSection', id: 's' as SectionId },
  { type: 'showEveryone', sight: { place: box } },
  { type: 'showEveryone', sight: { pair } },
  { type: 'stopShowing' },
  { type: 'pointLaser', client: 7 },
  { type: 'stopLaser' },
]
const everyEdit: Edit[] = [...telling, ...staging, ...locking, ...teaching, ...meeting, { type: 'setPlaces', id: note('offer'), places: 2 }, ...ofNote, ...onCard, ...anybodys, interest(pair, 'need'), answer('offer', 103), confirm('need'), later(103), ...suggesting, { type: 'withdrawSuggestion', pair }, notForUs('need', 103), support, endSupport, answerSupport(104)]

it('D2 a viewer changes nothing', () => {
  for (const edit of everyEdit) expect(can('viewer', amina, edit, inContact), edit.type).toBe(false)
})

it('D2 who has no name on this wall changes nothing', () => {
  for (const role of ROLES) for (const edit of everyEdit) expect(can(role, undefined, edit, inContact), edit.type).toBe(false)
})

it.each<[string, Role, ParticipantId, Edit[], Wall, boolean]>([
  ['D11 an author changes what is theirs', 'participant', amina, ofNote, quiet, true],
  ['D11 nobody changes the note of another', 'participant', bo, ofNote, quiet, false],
  ['D11 not even somebody of the same country', 'participant', cleo, ofNote, quiet, false],
  ['D12 a facilitator corrects any note', 'facilitator', chair, ofNote, quiet, true],
  ['D11 a note that is not there is nobody’s', 'participant', amina, [{ type: 'moveNote', id: note('none'), to: [0, 0] }], quiet, false],
  ['everybody greets, places, dismisses and takes back', 'participant', bo, anybodys, quiet, true],
  ['D12 only a facilitator writes for somebody else', 'facilitator', chair, [{ ...place('new', 'need', 'ke'), writtenBy: 'Chair' } as Edit], quiet, true],
  ['D12 only a facilitator brings notes in', 'facilitator', chair, [{ ...place('new', 'need', 'ke'), imported: 'Nairobi' } as Edit], quiet, true],
  ['D12 only a facilitator brings notes in', 'participant', amina, [{ ...place('new', 'need', 'ke'), imported: 'Nairobi' } as Edit], quiet, false],
  ['D12 only a facilitator writes for somebody else', 'participant', amina, [{ ...place('new', 'need', 'ke'), writtenBy: 'Chair' } as Edit], quiet, false],
  ['P7 interest is shown by the author of the note', 'participant', amina, [interest(pair, 'need')], quiet, true],
  ['P7 not for the other side', 'participant', amina, [interest(pair, 'offer')], quiet, false],
  ['P7 not by a third', 'participant', cleo, [interest(pair, 'need'), interest(pair, 'offer')], quiet, false],
  ['P7 not by a facilitator for others', 'facilitator', chair, [interest(pair, 'need'), interest(pair, 'offer')], quiet, false],
  ['P8 not within one country', 'participant', amina, [interest(pairIdOf(note('need'), note('home')), 'need')], quiet, false],
  ['not with the sides turned round', 'participant', amina, [interest(pairIdOf(note('offer'), note('need')), 'offer')], quiet, false],
  ['P4 who was asked answers that very interest', 'participant', bo, [answer('offer', 103)], asked, true],
  ['P4 not an earlier one', 'participant', bo, [answer('offer', 99)], asked, false],
  ['nobody answers oneself', 'participant', amina, [answer('offer', 103), answer('need', 103)], asked, false],
  ['nobody answers before being asked', 'participant', bo, [answer('offer', 103)], quiet, false],
  ['the card is written once both are in contact', 'participant', amina, onCard, inContact, true],
  ['by both', 'participant', bo, onCard, inContact, true],
  ['not by a third', 'participant', cleo, onCard, inContact, false],
  ['not before', 'participant', amina, onCard, asked, false],
  ['P7 each confirms for their own side', 'participant', bo, [confirm('offer')], inContact, true],
  ['P7 and not for the other', 'participant', bo, [confirm('need')], inContact, false],
  ['H1 a facilitator locks and opens the wall', 'facilitator', chair, locking, quiet, true],
  ['G5 a facilitator publishes meetings, withdraws them, and chooses what the room sees', 'facilitator', chair, meeting, quiet, true],
  ['G5 a participant does not', 'participant', amina, meeting, quiet, false],
  ['G6 who offers says for how many countries', 'participant', bo, [{ type: 'setPlaces', id: note('offer'), places: 2 }], quiet, true],
  ['G6 not for others', 'participant', amina, [{ type: 'setPlaces', id: note('offer'), places: 2 }], quiet, false],
  ['G6 a need has no places', 'participant', amina, [{ type: 'setPlaces', id: note('need'), places: 2 }], quiet, false],
  ['W40 T1 a facilitator makes sections, and shows everybody a place, a pair and a laser', 'facilitator', chair, staging, quiet, true],
  ['W40 T1 nobody else does', 'participant', amina, staging, quiet, false],
  ['M31 a facilitator teaches words', 'facilitator', chair, teaching, quiet, true],
  ['M31 nobody else teaches words', 'participant', amina, teaching, quiet, false],
  ['R96 a facilitator says what the workshop is called, where and when it is', 'facilitator', chair, telling, quiet, true],
  ['R96 nobody else does', 'participant', amina, telling, quiet, false],
  ['H1 a participant does not', 'participant', amina, locking, quiet, false],
  ['not before contact', 'participant', amina, [confirm('need')], asked, false],
  ['P20 who was asked answers later', 'participant', bo, [later(103)], asked, true],
  ['P20 not to an earlier interest', 'participant', bo, [later(99)], asked, false],
  ['P20 nobody puts off for the other side', 'participant', amina, [later(103)], asked, false],
  ['P22 a facilitator puts two notes together', 'facilitator', chair, suggesting, quiet, true],
  ['P22 a participant does not', 'participant', amina, suggesting, quiet, false],
  ['P22 not what the sides have begun themselves', 'facilitator', chair, suggesting, asked, false],
  ['P8 not within one country', 'facilitator', chair, [{ type: 'suggestPair', pair: pairIdOf(note('need'), note('home')), line: '' }], quiet, false],
  ['P22 both sides answer a suggestion', 'participant', amina, [notForUs('need', 103), interest(pair, 'need')], suggested, true],
  ['P22 each for their own', 'participant', amina, [notForUs('offer', 103)], suggested, false],
  ['P22 not what was not suggested', 'participant', bo, [notForUs('offer', 103)], asked, false],
  ['P22 a facilitator takes a suggestion back', 'facilitator', chair, [{ type: 'withdrawSuggestion', pair }], suggested, true],
  ['J7 and answers it for nobody', 'facilitator', chair, [notForUs('need', 103), interest(pair, 'need')], suggested, false],
  ['P24 a third party offers support, and takes it back', 'participant', cleo, [support, endSupport], supported, true],
  ['P24 a facilitator may be the third', 'facilitator', chair, [support], asked, true],
  ['P24 not to what nobody has begun', 'participant', cleo, [support], suggested, false],
  ['P24 no side supports itself', 'participant', amina, [support], asked, false],
  ['P24 nobody takes back what they did not offer', 'participant', chair, [endSupport], supported, false],
  ['P24 either side answers', 'participant', amina, [answerSupport(104)], supported, true],
  ['P24 either side answers', 'participant', bo, [answerSupport(104)], supported, true],
  ['P24 to that very offer', 'participant', bo, [answerSupport(99)], supported, false],
  ['P24 who offers does not accept', 'participant', cleo, [answerSupport(104)], supported, false],
])('%s (%s %s)', (_, role, person, edits, wall, allowed) => {
  for (const edit of edits) expect(can(role, person, edit, wall), JSON.stringify(edit)).toBe(allowed)
})

describe('sides', () => {
  it('somebody without a device speaks through who wrote for them', () => {
    const wall = wallAfter([chair, { ...place('said', 'offer', 'np'), writtenBy: 'Chair' } as Edit])
    expect(sidesOf(wall, pairIdOf(note('need'), note('said')), chair)).toEqual(['offer'])
  })

  it('who holds the pen for two may speak for both sides', () => {
    const wall = wallAfter([chair, place('n2', 'need', 'np')], [chair, place('o2', 'offer', 'cl')])
    expect(sidesOf(wall, pairIdOf(note('n2'), note('o2')), chair)).toEqual(['need', 'offer'])
  })

  it('a pair whose note went to the bin has none', () => {
    const wall = wallAfter([bo, { type: 'binNote', id: note('offer') }])
    expect(sidesOf(wall, pair, amina)).toEqual([])
    expect(sidesOf(quiet, 'x' as PairId, amina)).toEqual([])
  })

  it('P8 a need meets an offer of another country', () => {
    const [need, offer, home] = ['need', 'offer', 'home'].map((id) => quiet.notes.get(note(id)))
    if (!need || !offer || !home) throw new Error('the wall lacks its notes')
    expect(canPair(need, offer)).toBe(true)
    expect(canPair(offer, need)).toBe(false)
    expect(canPair(need, home)).toBe(false)
    expect(canPair(need, need)).toBe(false)
  })
})
