import fc from 'fast-check'
import type { Edit } from '#shared/wall/edit.ts'
import { pairIdOf, type NoteId } from '#shared/wall/ids.ts'
import { CARD_TEXTS, HELP_KINDS, NOTE_KINDS, PAYERS } from '#shared/wall/schema.ts'
import type { NetworkStep } from './network.ts'

/** Few notes and few moments, so that people meet: the same note, the same pair, the same millisecond. */
const noteId = fc.constantFrom('n0', 'n1', 'n2', 'n3') as fc.Arbitrary<NoteId>
const pair = fc.tuple(noteId, noteId).map(([need, offer]) => pairIdOf(need, offer))
const now = fc.integer({ min: 1000, max: 1005 })
const kind = fc.constantFrom(...NOTE_KINDS)
const at = fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 }))
const insert = fc.constantFrom('', 'soil ', 'мох', 'تربة', '土🌱')
const splice = { offset: fc.nat(12), remove: fc.nat(4), insert }
const line = fc.constantFrom('', 'May we visit?')

const edit: fc.Arbitrary<Edit> = fc.oneof(
  record({ type: fc.constant('greet'), name: fc.constantFrom('Amina', 'Bo'), country: fc.constantFrom('ke', 'fj'), institution: fc.constant('') }),
  { weight: 3, arbitrary: record({ type: fc.constant('placeNote'), id: noteId, kind, at, text: insert, lang: fc.constantFrom('en', 'ar'), name: fc.constantFrom('Amina', 'Bo'), country: fc.constantFrom('ke', 'fj') }) },
  record({ type: fc.constant('moveNote'), id: noteId, to: at }),
  record({ type: fc.constant('spliceText'), id: noteId, ...splice }),
  record({ type: fc.constant('setKind'), id: noteId, kind }),
  record({ type: fc.constant('setLanguage'), id: noteId, lang: fc.constantFrom('en', 'fr') }),
  record({ type: fc.constantFrom('binNote', 'unbinNote'), id: noteId }),
  record({ type: fc.constant('showInterest'), pair, side: kind, line }),
  record({ type: fc.constant('answerInterest'), pair, side: kind, to: now, accepted: fc.boolean(), line }),
  record({ type: fc.constantFrom('dismissPair', 'recallPair', 'reopenPair'), pair }),
  record({ type: fc.constant('spliceCard'), pair, field: fc.constantFrom(...CARD_TEXTS), ...splice }),
  record({ type: fc.constant('chooseOnCard'), pair, field: fc.constant('helpKind'), value: fc.constantFrom(...HELP_KINDS) }),
  record({ type: fc.constant('chooseOnCard'), pair, field: fc.constant('payer'), value: fc.constantFrom('', ...PAYERS) }),
  record({ type: fc.constant('confirmCard'), pair, side: kind }),
  record({ type: fc.constantFrom('lockWall', 'unlockWall', 'withdrawMeetings') }),
  record({ type: fc.constant('setPlaces'), id: noteId, places: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }) }),
  record({ type: fc.constant('setWithheld'), id: noteId, withheld: fc.boolean() }),
  record({ type: fc.constant('publishMeetings'), startsAt: now, minutes: fc.integer({ min: 5, max: 60 }), rounds: fc.array(fc.array(pair, { maxLength: 1 }), { minLength: 1, maxLength: 2 }) }),
  record({ type: fc.constantFrom('teachWord', 'forgetWord'), language: fc.constantFrom('en', 'fr'), word: fc.constantFrom('peat', 'sol'), topics: fc.constantFrom(['peatlands'], ['soil', 'peatlands']) }),
  record({ type: fc.constant('closePair'), pair, state: fc.constantFrom('done', 'dropped'), line }),
)

const peer = fc.nat(2)
const index = fc.nat(20)

/** A peer edits, undoes or redoes, or one message arrives or is lost. */
export const networkStep: fc.Arbitrary<NetworkStep> = fc.oneof(
  { arbitrary: record({ do: fc.constant('edit'), peer, edits: fc.array(edit, { minLength: 1, maxLength: 3 }), now }), weight: 5 },
  { arbitrary: record({ do: fc.constantFrom('undo', 'redo'), peer }), weight: 1 },
  { arbitrary: record({ do: fc.constant('deliver'), peer, index, keep: fc.boolean() }), weight: 4 },
  { arbitrary: record({ do: fc.constant('lose'), peer, index }), weight: 1 },
)

/** Yjs takes plain objects only: `fc.record` would sometimes make one without a prototype. */
function record<T extends Record<string, fc.Arbitrary<unknown>>>(model: T) {
  return fc.record(model, { noNullPrototype: true }) as unknown as fc.Arbitrary<{ [K in keyof T]: T[K] extends fc.Arbitrary<infer V> ? V : never }>
}
