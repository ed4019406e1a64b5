import * as Y from 'yjs'
import type { Role } from '#shared/permissions/roles.ts'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import type { Edit } from '#shared/wall/edit.ts'
import type { NoteId, ParticipantId } from '#shared/wall/ids.ts'
import { ROOT } from '#shared/wall/schema.ts'
import { decodeUpdate } from '../../server/rooms/judge/decodeUpdate.ts'
import type { Verdict } from '../../server/rooms/judge/draft.ts'
import { judgeUpdate } from '../../server/rooms/judge/judgeUpdate.ts'
import { rootsOf } from '../../server/rooms/judge/locate.ts'
import { Neutralised } from '../../server/rooms/judge/neutralised.ts'
import { writeUpdate } from '../../server/rooms/judge/writeUpdate.ts'

/** Somebody who sends to a judged room from a copy of their own. */
export interface JudgedPerson {
  readonly name: string
  readonly own: Y.Doc
  readonly verdicts: readonly Verdict[]
  edit(...edits: Edit[]): void
}

export interface JudgedRoom {
  readonly doc: Y.Doc
  /** What was stored and passed on, update by update. */
  readonly log: readonly Uint8Array[]
  /** Another's copy, which hears all that is passed on. */
  readonly witness: Y.Doc
  join(name: string, role?: Role): JudgedPerson
  /** Gives somebody a client id more. */
  claim(client: number, name: string): void
  /** An update as it would come over the wire. */
  take(update: Uint8Array, name: string, role?: Role): Verdict
  /** The document anew, from what was stored. */
  reload(): Y.Doc
}

/** An empty board. Its roots are there, so that two of them compare. */
function newBoard(): Y.Doc {
  const doc = new Y.Doc()
  rootsOf(doc)
  return doc
}

/** A room as far as judging goes: what comes in is judged, applied, stored, and passed on. */
export function judgedRoom(): JudgedRoom {
  const doc = newBoard()
  const holders = new Map<number, ParticipantId>()
  const bench = { doc, roots: rootsOf(doc), neutralised: new Neutralised(), holderOf: (client: number) => holders.get(client) }
  const witness = newBoard()
  const listeners = new Set([witness])
  const log: Uint8Array[] = []
  const take = (update: Uint8Array, name: string, role: Role = 'participant'): Verdict => {
    const verdict = judgeUpdate(decodeUpdate(update), bench, { role, person: name as ParticipantId })
    if (verdict.update) {
      Y.applyUpdate(doc, verdict.update)
      log.push(verdict.update)
      for (const listener of listeners) Y.applyUpdate(listener, verdict.update, 'room')
    }
    return verdict
  }
  return {
    doc,
    log,
    witness,
    take,
    claim: (client, name) => void holders.set(client, name as ParticipantId),
    join(name, role = 'participant') {
      const own = newBoard()
      holders.set(own.clientID, name as ParticipantId)
      Y.applyUpdate(own, Y.encodeStateAsUpdate(doc), 'room')
      listeners.add(own)
      const verdicts: Verdict[] = []
      own.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin !== 'room') verdicts.push(take(update, name, role))
      })
      const editor = { participant: name as ParticipantId, now: 1_700_000_000_000, origin: 'own' }
      return { name, own, verdicts, edit: (...edits) => applyEdits(own, edits, editor) }
    },
    reload() {
      const again = newBoard()
      for (const update of log) Y.applyUpdate(again, update)
      return again
    },
  }
}

export const noteId = (name: string): NoteId => name as NoteId
export const placing = (name: string, more: object = {}): Edit => ({
  type: 'placeNote', id: noteId(name), kind: 'need', at: [0, 0], text: name, lang: 'en', name: 'A name', country: 'ke', ...more,
})

export function noteIn(doc: Y.Doc, name: string): Y.Map<unknown> {
  const note = doc.getMap<Y.Map<unknown>>(ROOT.notes).get(name)
  if (!note) throw new Error(`There is no note ${name}.`)
  return note
}
export const textIn = (doc: Y.Doc, name: string): Y.Text => noteIn(doc, name).get('text') as Y.Text // as `placing` made it

interface ByHand {
  readonly at: readonly [client: number, clock: number]
  readonly content: Y.Item['content']
  readonly origin?: Y.ID
  readonly rightOrigin?: Y.ID
  /** The name of a root, or the id of what holds the type. */
  readonly parent?: string | Y.ID
  readonly sub?: string
}

/** A struct as no Yjs would write it. */
export const itemByHand = ({ at: [client, clock], content, origin, rightOrigin, parent, sub }: ByHand): Y.Item =>
  // On the wire a parent is a name or an id; Yjs's own type of the field knows only what is in place.
  new Y.Item(Y.createID(client, clock), null, origin ?? null, null, rightOrigin ?? null, (parent ?? null) as Y.Item['parent'], sub ?? null, content)

/** An update of such structs, in the order given. */
export function updateByHand(structs: readonly (Y.Item | Y.GC)[], deletions: ReadonlyMap<number, readonly { clock: number; len: number }[]> = new Map()): Uint8Array {
  const byClient = new Map<number, (Y.Item | Y.GC)[]>()
  for (const struct of structs) {
    const { client } = struct.id
    const ofClient = byClient.get(client) ?? []
    byClient.set(client, ofClient)
    ofClient.push(struct)
  }
  return writeUpdate(byClient, deletions)
}

/** Where something stands that was set or typed: what hangs on it names this. */
export function idOf({ _item: item }: Pick<Y.AbstractType<unknown>, '_item'>): Y.ID {
  if (!item) throw new Error('A root hangs on nothing.')
  return item.id
}
