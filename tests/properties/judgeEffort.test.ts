import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import * as Y from 'yjs'
import { idOf, itemByHand, judgedRoom, noteIn, placing, textIn, updateByHand } from '../support/judgedRoom.ts'

const CLIENTS = [4, 5, 6] as const

/** Something put between two that need not be neighbours; 0 is no neighbour. What is bad is refused, and a placeholder stands there. */
const putting = fc.record({ origin: fc.nat(60), right: fc.nat(60), isBad: fc.nat(7).map((one) => one === 0) }, { noNullPrototype: true })
/** Each of one client id, or of several: a device that was away brings what it wrote in all its visits. */
const updates = fc.array(fc.array(fc.tuple(fc.constantFrom(...CLIENTS), putting), { minLength: 4, maxLength: 40 }), { maxLength: 6 })
type Putting = typeof putting extends fc.Arbitrary<infer T> ? T : never

/** Over how many items Yjs walks when it puts this one in its place: Item.integrate, counted. */
function walkOf(item: Y.Item, store: Y.Doc['store']): number {
  const { left, right, parent, parentSub } = item
  if (!(parent instanceof Y.AbstractType)) return 0
  if (left ? left.right === right : right !== null && right.left === null) return 0
  let next = left ? left.right : parentSub === null ? parent._start : (parent._map.get(parentSub) ?? null)
  if (!left) while (next?.left) next = next.left
  const passed = new Set<unknown>()
  for (; next && next !== right; next = next.right) {
    passed.add(next)
    const isBesides = Y.compareIDs(item.origin, next.origin)
    if (isBesides && next.id.client > item.id.client && Y.compareIDs(item.rightOrigin, next.rightOrigin)) break
    if (!isBesides && !(next.origin && passed.has(Y.getItem(store, next.origin)))) break
  }
  return passed.size
}

function countWalks(doc: Y.Doc, run: () => void): number {
  const integrate = Y.Item.prototype.integrate // eslint-disable-line @typescript-eslint/unbound-method -- called on the item itself
  let walked = 0
  Y.Item.prototype.integrate = function (this: Y.Item, transaction, offset) {
    if (transaction.doc === doc) walked += walkOf(this, doc.store)
    integrate.call(this, transaction, offset)
  }
  try {
    run()
  } finally {
    Y.Item.prototype.integrate = integrate
  }
  return walked
}

test.prop([updates, fc.constantFrom('text', 'at')], { numRuns: 400 })(
  'J26 what an update is reckoned to cost is no less than what Yjs does for it, however it is arranged, in a text and under a key',
  (rounds, field) => {
    const room = judgedRoom()
    for (const client of CLIENTS) room.claim(client, 'bo')
    room.join('bo').edit(placing('own'))
    const parent = idOf(field === 'text' ? textIn(room.doc, 'own') : noteIn(room.doc, 'own'))
    const clocks = new Map<number, number>()
    const known: (Y.ID | undefined)[] = [undefined]
    const putBetween = (client: number, { origin, right, isBad }: Putting): (Y.Item | Y.GC)[] => {
      const clock = clocks.get(client) ?? 0
      clocks.set(client, clock + 2)
      const neighbours = { origin: known[origin % known.length], rightOrigin: field === 'text' ? known[right % known.length] : undefined }
      const isAlone = !neighbours.origin && !neighbours.rightOrigin
      const good = field === 'text' ? new Y.ContentString('x') : new Y.ContentAny([[1, clock]])
      const content = isBad ? new Y.ContentBinary(new Uint8Array(1)) : good
      const item = itemByHand({ at: [client, clock], content, ...neighbours, ...(isAlone && { parent, ...(field === 'at' && { sub: 'at' }) }) })
      known.push(item.id)
      return [item, new Y.GC(Y.createID(client, clock + 1), 1)] // so that no two become one, and none has to be cut
    }
    for (const puttings of rounds) {
      const update = updateByHand(puttings.flatMap(([client, one]) => putBetween(client, one)))
      let steps = 0
      const walked = countWalks(room.doc, () => ({ steps } = room.take(update, 'bo')))
      expect(walked).toBeLessThanOrEqual(steps + puttings.length)
    }
  },
)
