import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import * as Y from 'yjs'
import { decodeUpdate } from '../../server/rooms/judge/decodeUpdate.ts'
import { Draft } from '../../server/rooms/judge/draft.ts'
import { Locator, rootsOf, type Nowhere, type Spot } from '../../server/rooms/judge/locate.ts'
import { Neutralised } from '../../server/rooms/judge/neutralised.ts'
import { writeUpdate } from '../../server/rooms/judge/writeUpdate.ts'
import type { ParticipantId } from '#shared/wall/ids.ts'

/** What a peer does with a note: whatever a program can do with maps and texts, not only what a wall offers. */
const step = fc.record(
  {
    peer: fc.nat(2),
    root: fc.constantFrom('notes', 'cards', 'people', 'elsewhere'),
    key: fc.constantFrom('a', 'b'),
    what: fc.constantFrom('map', 'text', 'value', 'removeKey', 'field', 'fieldMap', 'insert', 'delete', 'format', 'together', 'exchange', 'graft', 'graft', 'graft'),
    field: fc.constantFrom('text', 'at'),
    at: fc.nat(40),
    beside: fc.nat(40),
  },
  { noNullPrototype: true },
)

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

function act(doc: Y.Doc, { root, key, what, field, at }: Step): void {
  const map = doc.getMap<unknown>(root)
  const entry = map.get(key)
  const inner = entry instanceof Y.Map ? (entry as Y.Map<unknown>).get(field) : entry
  const text = inner instanceof Y.Text ? inner : undefined
  if (what === 'map') map.set(key, new Y.Map<unknown>([['text', new Y.Text('hello')], ['at', [at, at]]]))
  else if (what === 'text') map.set(key, new Y.Text('root text'))
  else if (what === 'value') map.set(key, at)
  else if (what === 'removeKey') map.delete(key)
  else if (what === 'field' && entry instanceof Y.Map) entry.set(field, at)
  else if (what === 'fieldMap' && entry instanceof Y.Map) entry.set(field, new Y.Map([['deep', new Y.Text('x')]]))
  else if (what === 'insert') text?.insert(Math.min(at, text.length), 'new')
  else if (what === 'delete' && text && text.length > 0) text.delete(Math.min(at, text.length - 1), 1)
  else if (what === 'format' && text && text.length > 1) text.format(0, 2, { bold: true })
}

const told = (spot: Spot | Nowhere): string => {
  if (typeof spot === 'string') return spot
  const { container, sub } = spot
  const path = container.depth === 0 ? [] : container.depth === 1 ? [container.key] : [container.key, container.field]
  return [container.root, ...path, sub ?? '·'].join('/')
}

/** Where an item that is in place stands, told by Yjs alone. */
function standsAt(item: Y.Item): string {
  const { parent, parentSub } = item
  if (!(parent instanceof Y.AbstractType)) return 'nowhere'
  const sub = parentSub ?? '·'
  return parent._item ? `${standsAt(parent._item)}/${sub}` : `${Y.findRootTypeKey(parent)}/${sub}`
}

/** A struct between two that need not be neighbours, nor in one place. */
function graft(room: Y.Doc, { at, beside, what }: Step): Uint8Array | undefined {
  const known = [...room.store.clients.values()].flat().map((struct) => Y.createID(struct.id.client, struct.id.clock + struct.length - 1))
  const [origin, rightOrigin] = [at, beside].map((index) => (index === 0 ? undefined : known[index % known.length]))
  if (!origin && !rightOrigin) return undefined
  const id = Y.createID(GRAFTER, Y.getState(room.store, GRAFTER))
  const content = at % 2 ? new Y.ContentString('graft') : new Y.ContentAny([what])
  const item = new Y.Item(id, null, origin ?? null, null, rightOrigin ?? null, null, null, content)
  return writeUpdate(new Map([[GRAFTER, [item]]]), new Map())
}
const GRAFTER = 99

test.prop([fc.array(step, { maxLength: 60 })], { numRuns: 1000 })(
  'J8 the judge foresees where Yjs puts every struct, whatever was done and whoever heard of it first',
  (steps) => {
    const room = new Y.Doc()
    const roots = rootsOf(room)
    const bench = { doc: room, roots, neutralised: new Neutralised(), holderOf: () => 'anybody' as ParticipantId }
    const peers = Array.from({ length: 3 }, () => new Y.Doc())

    function receive(update: Uint8Array, isGraft = false): void {
      const incoming = decodeUpdate(update)
      const draft = new Draft(incoming, bench, { role: 'participant', person: 'anybody' as ParticipantId })
      const locator = new Locator(roots, (id) => draft.find(id))
      const foreseen = new Map<string, string>()
      for (const [client, structs] of incoming.structs) {
        for (const struct of structs) {
          if (struct.id.clock + struct.length <= draft.endOf(client)) continue
          if (struct instanceof Y.Item) foreseen.set(`${client}:${struct.id.clock + struct.length - 1}`, told(locator.place(struct)))
          draft.take(struct)
        }
      }
      // The judge takes no junk; Yjs, given two neighbours that are none, may break.
      if (isGraft && [...foreseen.values()].includes('junk')) return
      Y.applyUpdate(room, update)
      for (const [id, spot] of foreseen) {
        const [client = 0, clock = 0] = id.split(':').map(Number)
        const struct = Y.getItem(room.store, Y.createID(client, clock)) as Y.Item | Y.GC
        // Of what is in something deleted Yjs keeps an empty stretch, which stands nowhere.
        if (struct instanceof Y.Item && spot !== 'junk') expect([id, standsAt(struct)]).toEqual([id, spot])
        if (spot === 'junk' && struct instanceof Y.Item) expect([id, /^(notes|cards|people)(\/[^/]+){1,2}$/.test(standsAt(struct))]).toEqual([id, false])
      }
      expect([room.store.pendingStructs, room.store.pendingDs]).toEqual([null, null])
    }

    function receiveGraft(one: Step): void {
      const update = graft(room, one)
      if (update) receive(update, true)
    }

    for (const peer of peers) peer.on('update', (update: Uint8Array, origin: unknown) => origin !== 'room' && receive(update))
    for (const one of steps) {
      const doc = peers[one.peer]
      if (!doc) continue
      if (one.what === 'graft') {
        receiveGraft(one)
      } else if (one.what === 'exchange') Y.applyUpdate(doc, Y.encodeStateAsUpdate(room), 'room')
      else if (one.what === 'together') doc.transact(() => (['map', 'insert', 'field', 'delete'] as const).forEach((what) => act(doc, { ...one, what })))
      else act(doc, one)
    }
  },
)
