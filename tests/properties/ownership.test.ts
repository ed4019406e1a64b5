import { test } from '@fast-check/vitest'
import fc from 'fast-check'
import { expect } from 'vitest'
import * as Y from 'yjs'
import { may } from '#shared/permissions/can.ts'
import type { Role } from '#shared/permissions/roles.ts'
import { pairOfCard } from '#shared/wall/cards.ts'
import { type NoteId, type ParticipantId, type SectionId } from '#shared/wall/ids.ts'
import { parsePairKey } from '#shared/wall/pairFacts.ts'
import { ROOT, type Side } from '#shared/wall/schema.ts'
import { judgedRoom, noteId, placing, type JudgedPerson } from '../support/judgedRoom.ts'

const PEOPLE: readonly (readonly [name: string, role: Role])[] = [['amina', 'participant'], ['bo', 'participant'], ['chair', 'facilitator']]
const NOTES = ['n0', 'n1', 'n2', 'n3']
const someone = fc.constantFrom(...PEOPLE.map(([name]) => name))
const note = fc.constantFrom(...NOTES)

/** Whatever a program can do with the board, with what a wall offers among it. */
const deed = fc.record(
  {
    what: fc.constantFrom('place', 'place', 'forge', 'field', 'unset', 'type', 'cut', 'remove', 'person', 'fact', 'unfact', 'card', 'setting', 'section', 'shown', 'laser', 'likeness', 'junk'),
    note,
    other: note,
    whose: fc.oneof(someone, fc.constantFrom('need', 'offer', '')),
    by: someone,
    fact: fc.constantFrom('interest', 'answer', 'confirm', 'outcome', 'dismissed'),
    field: fc.constantFrom('author', 'at', 'kind', 'lang', 'name', 'country', 'createdAt', 'binned', 'withheld', 'writtenBy', 'extra', 'constructor'),
    value: fc.oneof(someone, fc.constantFrom<unknown>('need', 'offer', 'ke', [1, 2], 7, true, { by: 'bo', at: 1 })),
  },
  { noNullPrototype: true },
)
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never

function act(person: JudgedPerson, { what, note, other, whose, by, fact, field, value }: Deed): void {
  const { own } = person
  const notes = own.getMap<Y.Map<unknown>>(ROOT.notes)
  const map = notes.get(note)
  const inner = map?.get('text')
  const text = inner instanceof Y.Text ? inner : undefined
  const key = `${note}~${other}/${fact}/${whose}`
  if (what === 'place') person.edit(placing(note))
  else if (what === 'forge') notes.set(note, new Y.Map<unknown>([['author', by], ['kind', 'need'], ['text', new Y.Text('forged')]]))
  else if (what === 'field') map?.set(field, value)
  else if (what === 'unset') map?.delete(field)
  else if (what === 'type') text?.insert(text.length >> 1, 'typed')
  else if (what === 'cut') text?.delete(0, Math.min(1, text.length))
  else if (what === 'remove') notes.delete(note)
  else if (what === 'person') own.getMap(ROOT.people).set(by, { name: 'A name', country: 'ke' })
  else if (what === 'fact') own.getMap(ROOT.pairs).set(key, { by, at: 1, to: 1, accepted: true, state: 'done', line: '' })
  else if (what === 'unfact') own.getMap(ROOT.pairs).delete(key)
  else if (what === 'card') own.getMap(ROOT.cards).set(field === 'extra' ? `${note}~${other}` : `${note}~${other}/1`, new Y.Map([['what', new Y.Text('A visit')]]))
  else if (what === 'setting') own.getMap(ROOT.settings).set('title', by)
  else if (what === 'likeness') own.getMap(ROOT.likenesses).set(`${note}~${other}`, [900, 1])
  else if (what === 'section') own.getMap(ROOT.sections).set(note, { title: 'Water', box: [0, 0, 500, 400] })
  else if (what === 'shown') own.getMap(ROOT.settings).set('shown', { by, at: 1, pair: `${note}~${other}` })
  else if (what === 'laser') own.getMap(ROOT.settings).set('laser', { by, at: 1, client: own.clientID })
  else own.getMap('junk').set(key, by)
}

type Board = Record<string, Record<string, unknown>>
const boardOf = (doc: Y.Doc): Board => Object.fromEntries([...doc.share.keys()].map((root) => [root, doc.getMap(root).toJSON()]))

/** What is not as it was, as `root` and `key`. */
function changes(before: Board, after: Board): [root: string, key: string][] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((root) => {
    const [was, is] = [before[root] ?? {}, after[root] ?? {}]
    const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])]
    return keys.filter((key) => JSON.stringify(was[key]) !== JSON.stringify(is[key])).map((key): [string, string] => [root, key])
  })
}

test.prop([fc.array(fc.record({ who: fc.nat(PEOPLE.length - 1), deeds: fc.array(deed, { minLength: 1, maxLength: 4 }) }), { maxLength: 30, size: 'max' })], { numRuns: 400 })(
  'J3 J7 whoever does whatever, nothing on the wall changes that they may not change, and all see the same',
  (steps) => {
    const room = judgedRoom()
    const people = PEOPLE.map(([name, role]) => room.join(name, role))
    /** Who put up each note first, for good. */
    const owners = new Map<NoteId, ParticipantId>()
    for (const { who, deeds } of steps) {
      const [person, [name = '', role = 'viewer'] = []] = [people[who], PEOPLE[who]]
      if (!person) continue
      const me = name as ParticipantId
      const before = boardOf(room.doc)
      person.own.transact(() => deeds.forEach((one) => act(person, one)))
      const after = boardOf(room.doc)
      // Also one that was taken away in the same breath: its id stays with whoever put it up.
      for (const note of room.doc.getMap(ROOT.notes)._map.keys()) if (!owners.has(noteId(note))) owners.set(noteId(note), me)
      for (const [root, key] of changes(before, after)) expect([root, key, me, mayHave(root, key, role, me)]).toEqual([root, key, me, true])
      for (const [id, note] of Object.entries(after[ROOT.notes] ?? {})) {
        expect((note as { author?: unknown }).author ?? owners.get(noteId(id)), 'a note keeps its author').toBe(owners.get(noteId(id)))
      }
    }
    expect(boardOf(room.witness)).toEqual(boardOf(room.doc))
    expect(boardOf(room.reload())).toEqual(boardOf(room.doc))

    /** By the same `may` that the interface asks; what of the board it was is told by where it stands. */
    function mayHave(root: string, key: string, role: Role, me: ParticipantId): boolean {
      const allows = (edit: Parameters<typeof may>[2]): boolean => may(role, me, edit, (note) => owners.get(note))
      if (root === ROOT.notes) return allows({ type: 'spliceText', id: noteId(key), offset: 0, remove: 0, insert: '' })
      if (root === ROOT.people) return key === me
      if (root === ROOT.likenesses) return false
      if (root === ROOT.sections) return allows({ type: 'removeSection', id: key as SectionId })
      if (root === ROOT.settings) return role === 'facilitator'
      const cardOf = root === ROOT.cards ? pairOfCard(key) : undefined
      if (cardOf !== undefined) return allows({ type: 'spliceCard', pair: cardOf, field: 'what', offset: 0, remove: 0, insert: '' })
      const parsed = root === ROOT.pairs ? parsePairKey(key) : undefined
      if (!parsed) return false
      const { pair, fact, whose } = parsed
      if (fact === 'dismissed') return whose === me
      if (fact === 'outcome') return allows({ type: 'reopenPair', pair })
      return allows({ type: 'confirmCard', pair, side: whose as Side })
    }
  },
)
