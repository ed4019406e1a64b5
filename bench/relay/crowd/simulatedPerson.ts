import { randomBytes } from 'node:crypto'
import * as Y from 'yjs'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import type { Edit } from '#shared/wall/edit.ts'
import { newId, type NoteId, type ParticipantId } from '#shared/wall/ids.ts'
import { LIMITS, type WallPoint } from '#shared/wall/schema.ts'
import { seededRandom } from '../../../scripts/rehearsal/seededRandom.ts'
import { nowUs, STAMP_LENGTH, writeStamp } from '../measure/stamp.ts'
import type { Hearing } from './line.ts'
import { openVisit, type Invitation, type Visit } from './visit.ts'

/** Somebody with a note of their own, which they write in and move about. They never look at what others write. */
export interface SimulatedPerson {
  readonly index: number
  readonly visit: Visit
  /** Comes in for good: says who they are and places a note. */
  begin(): void
  /** Types a few words, every other time with a move of the note. @returns when, as in its stamp */
  edit(): { us: number; sequence: number }
  /** Replaces four notes' whole text: about 8 KB in one edit. */
  rewrite(): { us: number; sequence: number }
  moveCursor(isStamped: boolean): void
}

interface Ear {
  readonly onUpdate: (bytes: Buffer, start: number, end: number) => void
  readonly onPresence: (bytes: Buffer, start: number, end: number) => void
}

const WORDS = 'training experts mangroves wetlands data monitoring finance seeds corals forest partners methods pollinators rivers'.split(' ')
const PAGES = 4
/** From here on the oldest half of a note is taken away. */
const LONG_TEXT = LIMITS.noteText - 200

export function simulatePerson(index: number, invitation: Invitation, ear: Ear, hearing: Hearing): SimulatedPerson {
  const doc = new Y.Doc()
  const random = seededRandom(index + 1)
  const participant = (invitation.participant ?? '') as ParticipantId // the server gave it
  const visit = openVisit(invitation, { ...ear, onAsked: (stateVector) => Y.encodeStateAsUpdate(doc, stateVector) }, hearing)
  doc.on('update', (update: Uint8Array) => visit.sendUpdate(update))
  const notes: NoteId[] = []
  let textLength = 0
  let sequence = 0
  let clock = 0

  const place = (): WallPoint => [Math.round(random() * 8000), Math.round(random() * 6000)]
  const commit = (edits: readonly Edit[]): void => applyEdits(doc, edits, { participant, now: Date.now(), origin: 'self' })
  const placeNote = (text: string): Edit => {
    const id = newId<NoteId>(randomBytes)
    notes.push(id)
    return { type: 'placeNote', id, kind: index % 2 === 0 ? 'need' : 'offer', text, lang: 'en', name: `Delegate ${index}`, country: 'ke', at: place() }
  }

  return {
    index,
    visit,
    begin() {
      const greeting: Edit = { type: 'greet', name: `Delegate ${index}`, country: 'ke', institution: 'Ministry of Environment' }
      commit([greeting, placeNote('')])
    },
    edit() {
      const stamped = { us: nowUs(), sequence: sequence++ }
      const id = notes[0] as NoteId // placed in the beginning
      const insert = ` ${WORDS[Math.floor(random() * WORDS.length)]} ${writeStamp(stamped.us, index, stamped.sequence)}`
      const remove = textLength > LONG_TEXT ? LONG_TEXT / 2 : 0
      textLength += insert.length - remove
      const edits: Edit[] = []
      if (remove > 0) edits.push({ type: 'spliceText', id, offset: 0, remove, insert: '' })
      edits.push({ type: 'spliceText', id, offset: textLength - insert.length, remove: 0, insert })
      if (stamped.sequence % 2 === 1) edits.push({ type: 'moveNote', id, to: place() })
      commit(edits)
      return stamped
    },
    rewrite() {
      while (notes.length < PAGES) commit([placeNote('')])
      const stamped = { us: nowUs(), sequence: sequence++ }
      const filling = 'x'.repeat(LIMITS.noteText - STAMP_LENGTH)
      const insert = writeStamp(stamped.us, index, stamped.sequence)
      commit(notes.slice(0, PAGES).map((id, page) => ({ type: 'spliceText', id, offset: 0, remove: LIMITS.noteText, insert: filling + (page === 0 ? insert : '') })))
      return stamped
    },
    moveCursor(isStamped) {
      const editing = isStamped ? writeStamp(nowUs(), index, clock % 65_536) : (notes[0] ?? null)
      visit.sendPresence(doc.clientID, ++clock, JSON.stringify({ participant, cursor: place(), editing }))
    },
  }
}
