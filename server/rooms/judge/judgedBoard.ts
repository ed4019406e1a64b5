import { expect } from 'vitest'
import * as Y from 'yjs'
import type { Role } from '#shared/permissions/roles.ts'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import type { Edit } from '#shared/wall/edit.ts'
import type { NoteId, ParticipantId } from '#shared/wall/ids.ts'
import { decodeUpdate } from './decodeUpdate.ts'
import type { Verdict } from './draft.ts'
import { judgeUpdate } from './judgeUpdate.ts'
import { rootsOf } from './locate.ts'
import { Neutralised } from './neutralised.ts'

// What the tests of the judge stand on.

export const id = (name: string): NoteId => name as NoteId
export const noteOf = (doc: Y.Doc, name: string): Y.Map<unknown> => {
  const note = doc.getMap<Y.Map<unknown>>('notes').get(name)
  if (!note) throw new Error(`There is no note ${name}.`)
  return note
}
export const textOf = (doc: Y.Doc, name: string): Y.Text => noteOf(doc, name).get('text') as Y.Text
export const place = (name: string, more: object = {}): Edit => ({
  type: 'placeNote', id: id(name), kind: 'need', at: [0, 0], text: name, lang: 'en', name: 'A name', country: 'ke', ...more,
})

/** An empty board: its roots are there, so that two of them compare. */
export function newBoard(): Y.Doc {
  const doc = new Y.Doc()
  rootsOf(doc)
  return doc
}

/** A room as far as judging goes: what people do on their own copies is judged, applied, and passed on as it came out. */
export function room() {
  const doc = newBoard()
  const holders = new Map<number, ParticipantId>()
  const bench = { doc, roots: rootsOf(doc), neutralised: new Neutralised(), holderOf: (client: number) => holders.get(client) }
  const others = new Set<Y.Doc>()
  doc.on('update', (update: Uint8Array) => {
    for (const other of others) Y.applyUpdate(other, update, 'room')
  })
  function take(update: Uint8Array, person: string, role: Role = 'participant'): Verdict {
    const verdict = judgeUpdate(decodeUpdate(update), bench, { role, person: person as ParticipantId })
    if (verdict.update) Y.applyUpdate(doc, verdict.update)
    expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null])
    return verdict
  }
  /** Somebody with a copy of their own; what they do on it reaches the room at once. */
  function person(name: string, role: Role = 'participant') {
    const own = newBoard()
    holders.set(own.clientID, name as ParticipantId)
    Y.applyUpdate(own, Y.encodeStateAsUpdate(doc), 'room')
    others.add(own)
    const verdicts: Verdict[] = []
    own.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'room') verdicts.push(take(update, name, role))
    })
    return {
      own,
      verdicts,
      refusals: () => verdicts.flatMap(({ refusals }) => [...refusals]),
      edit: (...edits: Edit[]) => applyEdits(own, edits, { participant: name as ParticipantId, now: 1_700_000_000_000, origin: 'own' }),
    }
  }
  return { doc, person, take, holders, state: () => JSON.stringify(doc.toJSON()) }
}
