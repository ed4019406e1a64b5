import { test } from '@fast-check/vitest'
import fc from 'fast-check'
import { expect } from 'vitest'
import * as Y from 'yjs'
import { can } from '#shared/permissions/can.ts'
import { readWall } from '#shared/wall/readWall.ts'
import { LIMITS, NOTE_KINDS, ROOT, type PairFacts } from '#shared/wall/schema.ts'
import { watchWall } from '#shared/wall/watchWall.ts'

/** Anything that Yjs can carry, with what an honest client writes among it. */
const plain = fc.oneof(
  fc.anything({ withNullPrototype: false, withBigInt: false, withDate: false, withTypedArray: false, maxDepth: 2 }),
  fc.constantFrom<unknown>('need', 'offer', 'ke', 'en', 'KE', '', ' ', NaN, Infinity, -1, 1e308, 8.64e15, null),
  fc.constantFrom<unknown>([0, 0], [NaN, 0], [1e308, 0], ['1', 2], [1, 2, 3], { by: 'p', at: 1 }, { by: 'p', at: NaN }, { by: 'p', at: 1e300, to: 1, accepted: true }),
  fc.constantFrom<unknown>({ title: 'Water', box: [0, 0, 500, 400] }, { title: 'Water', box: [0, NaN, 500, 1e308] }, { by: 'p', at: 1, place: [0, 0, 9, 9] }, { by: 'p', at: 1, pair: 'n1~n2' }, { by: 'p', at: 1, client: 7 }),
)
const value = fc.oneof(
  { arbitrary: plain.map((content) => (): unknown => content), weight: 6 },
  { arbitrary: fc.string().map((text) => (): unknown => new Y.Text(text)), weight: 2 },
  { arbitrary: fc.constantFrom<() => unknown>(() => new Y.Map(), () => new Y.Array(), () => new Y.XmlElement('script'), () => new Y.Doc()), weight: 1 },
)
const honest = {
  kind: fc.constantFrom<unknown>(...NOTE_KINDS), author: fc.constant<unknown>('p'), name: fc.constant<unknown>('A'), country: fc.constant<unknown>('ke'),
  lang: fc.constant<unknown>('en'), at: fc.constant<unknown>([1, 1]), createdAt: fc.constant<unknown>(1), writtenBy: fc.constant<unknown>('Chair'), binned: fc.constant<unknown>(undefined),
}
/** A note that is honest but for some of its fields. */
const noteFields = fc.record({
  good: fc.record(honest, { noNullPrototype: true }),
  bad: fc.dictionary(fc.constantFrom(...Object.keys(honest), 'text', 'more'), value, { maxKeys: 3, noNullPrototype: true }),
})
const key = fc.oneof(
  fc.constantFrom('n1', 'n1~n2', 'n1~n2/interest/need', 'n1~n2/answer/offer', 'n1~n2/confirm/need', 'n1~n2/outcome/', 'n1~n2/dismissed/p', 'n1~n2/__proto__/need', '__proto__', 'title', 'locked', 'restored', 'language', 'themes', 'countries', 'schema', 'shown', 'laser'),
  fc.string(),
)
const writes = fc.array(fc.record({ root: fc.constantFrom(...Object.values(ROOT)), key, value }), { maxLength: 25, size: 'max' })

test.prop([fc.array(noteFields, { maxLength: 6 }), writes], { numRuns: 400 })(
  'W5 whatever stands in the document, reading it does not throw and gives only what can be drawn',
  (notes, writes) => {
    const doc = new Y.Doc()
    const followed = { wall: watchWall(doc, ({ wall }) => (followed.wall = wall)).wall }
    notes.forEach(({ good, bad }, index) => {
      const note = new Y.Map<unknown>(Object.entries({ ...good, text: new Y.Text('soil') }))
      doc.getMap(ROOT.notes).set(`n${index}`, note)
      for (const [field, make] of Object.entries(bad)) attempt(() => note.set(field, make()))
    })
    for (const { root, key, value } of writes) attempt(() => doc.getMap<unknown>(root).set(key, value()))

    const wall = readWall(doc)
    if (wall.settings.locked) new Intl.DateTimeFormat('en').format(wall.settings.locked.at)
    expect(followed.wall).toEqual(wall)
    for (const note of wall.notes.values()) {
      expect(note.at.every((number) => Number.isFinite(number) && Math.abs(number) <= 1e6)).toBe(true)
      expect(NOTE_KINDS).toContain(note.kind)
      expect(note.name.trim()).not.toBe('')
      expect(note.name.length).toBeLessThanOrEqual(LIMITS.name)
      expect(typeof note.text).toBe('string')
      // What screens do with these, and what throws when they are not what they seem.
      new Intl.DisplayNames('en', { type: 'region' }).of(note.country.toUpperCase())
      new Intl.DateTimeFormat('en').format(note.createdAt)
      Intl.getCanonicalLocales(note.lang)
    }
    for (const { box, title } of wall.sections.values()) {
      expect(Object.values(box).every((number) => Number.isFinite(number))).toBe(true)
      expect(title.trim()).not.toBe('')
    }
    for (const person of wall.people.values()) new Intl.DisplayNames('en', { type: 'region' }).of(person.country.toUpperCase())
    for (const { facts, card, id } of wall.pairs.values()) {
      for (const at of momentsOf(facts)) new Intl.DateTimeFormat('en').format(at)
      if (card.byWhen) new Intl.DateTimeFormat('en').format(new Date(card.byWhen))
      can('participant', undefined, { type: 'reopenPair', pair: id }, wall)
    }
  },
)

/** Yjs refuses some values as they are written; those never reach a reader. */
function attempt(write: () => unknown): void {
  try {
    write()
  } catch {
    // Refused by the writer's own Yjs: not what is tested here.
  }
}

const momentsOf = ({ interest, answer, confirm, outcome }: PairFacts): number[] =>
  [interest.need, interest.offer, answer.need, answer.offer, confirm.need, confirm.offer, outcome].flatMap((fact) => fact?.at ?? [])
