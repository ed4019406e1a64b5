import * as Y from 'yjs'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import type { Edit } from '#shared/wall/edit.ts'
import type { NoteId, ParticipantId } from '#shared/wall/ids.ts'
import { seededRandom } from '../../../scripts/rehearsal/seededRandom.ts'
import { decodeUpdate } from '../../../server/rooms/judge/decodeUpdate.ts'
import { judgeUpdate } from '../../../server/rooms/judge/judgeUpdate.ts'
import { rootsOf } from '../../../server/rooms/judge/locate.ts'
import { Neutralised } from '../../../server/rooms/judge/neutralised.ts'
import { inventNotes } from '../scenarios/inventNotes.ts'

const WARM_EDITS = 2000
/** Each with a document of its own; the first ones also warm the code up. */
const WARM_ROUNDS = 5

export interface Work {
  readonly notes: number
  readonly authors: number
  readonly edits: number
  readonly rounds: number
}
/** Microseconds of CPU time for an edit, in one round. */
export interface Round {
  readonly judged: number
  readonly alone: number
}

interface Author {
  readonly person: ParticipantId
  readonly doc: Y.Doc
  readonly notes: readonly NoteId[]
}
interface Sent {
  readonly person: ParticipantId
  readonly bytes: Uint8Array
}

/** What the room does to every edit before it commits: read it, judge it, apply it. */
function measure({ notes, authors: count, edits: measured, rounds }: Work): readonly Round[] {
  const authors = Array.from({ length: count }, (_, at) => fillPart(at, notes / count))
  const wall = Y.mergeUpdates(authors.map(({ doc }) => Y.encodeStateAsUpdate(doc)))
  const edits = writeEdits(authors, WARM_EDITS + measured)
  const round = (): Round => ({ judged: run(wall, edits, authors, true), alone: run(wall, edits, authors, false) })
  return Array.from({ length: WARM_ROUNDS + rounds }, round).slice(WARM_ROUNDS)
}

function fillPart(at: number, count: number): Author {
  const doc = new Y.Doc()
  const person = `person-${at}` as ParticipantId // as short as it is, it has the shape of an id
  const placing = inventNotes(count, seededRandom(at + 1))
  applyEdits(doc, placing, { participant: person, now: 1, origin: 'self' })
  return { person, doc, notes: placing.flatMap((edit) => (edit.type === 'placeNote' ? edit.id : [])) }
}

function writeEdits(authors: readonly Author[], count: number): readonly Sent[] {
  const random = seededRandom(7)
  const sent: Sent[] = []
  for (const { doc, person } of authors) doc.on('update', (bytes: Uint8Array) => sent.push({ person, bytes }))
  for (let at = 0; at < count; at++) {
    const author = authors[at % authors.length]
    const id = author?.notes[Math.floor(random() * author.notes.length)]
    if (!author || id === undefined) continue
    const edits: Edit[] = [{ type: 'spliceText', id, offset: 4, remove: 0, insert: ' seeds' }]
    if (at % 2 === 1) edits.push({ type: 'moveNote', id, to: [Math.round(random() * 8000), Math.round(random() * 6000)] })
    applyEdits(author.doc, edits, { participant: author.person, now: 2, origin: 'self' })
  }
  return sent
}

/** @returns microseconds of CPU time for each edit: what else the machine does counts less than by the clock */
function run(wall: Uint8Array, edits: readonly Sent[], authors: readonly Author[], isJudged: boolean): number {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, wall)
  const holders = new Map(authors.map((author) => [author.doc.clientID, author.person]))
  const bench = { doc, roots: rootsOf(doc), neutralised: new Neutralised(), holderOf: (client: number) => holders.get(client) }
  const take = ({ person, bytes }: Sent): void => {
    if (!isJudged) return Y.applyUpdate(doc, bytes)
    const { update, refusals } = judgeUpdate(decodeUpdate(bytes), bench, { role: 'participant', person })
    if (!update || refusals.size > 0) throw new Error(`An honest edit was refused: ${[...refusals].join()}.`)
    Y.applyUpdate(doc, update)
  }
  for (const edit of edits.slice(0, WARM_EDITS)) take(edit)
  const measured = edits.slice(WARM_EDITS)
  const before = process.cpuUsage()
  for (const edit of measured) take(edit)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / measured.length
}

/** A program of its own, to be built as the server is: its argument is `Work`, and it writes the rounds. */
console.log(JSON.stringify(measure(JSON.parse(process.argv[2] ?? '') as Work)))
