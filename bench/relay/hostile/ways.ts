import * as Y from 'yjs'
import { writeAnswer, writeAsk, writePresence, writeUpdate } from '../../../server/rooms/wire.ts'
import { OPCODE, writeFrame } from '../crowd/frameReader.ts'
import { badFrames } from './badFrames.ts'
import { badUpdates, bytesOf, letters, writeNumbers } from './badUpdates.ts'
import { mutate } from './mutate.ts'

type Random = () => number
/** What the attacker has at hand. */
interface Corpus {
  /** Real messages of an honest client. */
  readonly recorded: readonly Uint8Array[]
  /** Updates that no client sends. */
  readonly bad: readonly Uint8Array[]
}
/** What is written to a socket on which a WebSocket has been opened. */
type Way = (random: Random, corpus: Corpus) => readonly Buffer[]

const below = (limit: number, random: Random): number => Math.floor(random() * limit)
const oneOf = <T>(all: readonly T[], random: Random): T => all[below(all.length, random)] as T
const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index))
const say = (message: Uint8Array): Buffer => writeFrame(OPCODE.binary, message)

/** A piece of a message, and not the last one. */
function piece(payload: Uint8Array, index: number): Buffer {
  const frame = writeFrame(index === 0 ? OPCODE.binary : 0, payload)
  frame[0] = (frame[0] ?? 0) & 127
  return frame
}

/** The header of a frame says another length than it has: a little more or less, nothing, 2^62. */
function withAnotherLength(frame: Buffer, random: Random): Buffer {
  const header = oneOf([[below(126, random)], [126, below(256, random), below(256, random)], [127, 0x40, 0, 0, 0, 0, 0, 0, 0], [127, 0, 0, 0, 0, 4, 0, 0, 0]], random)
  return Buffer.concat([frame.subarray(0, 1), Buffer.from([128 | (header[0] ?? 0), ...header.slice(1)]), frame.subarray(2)])
}

/** An update that waits for what never comes: letters behind a letter that is not there, far ahead of their own client. */
const waiting = (random: Random): Uint8Array => letters(below(2 ** 32, random), below(2 ** 31, random), `evil ${random()}`)

/** A long text, of which each letter stands alone, and strangers who each put one more at its end when all of it is gone. */
function farLetters(random: Random): readonly Uint8Array[] {
  const doc = new Y.Doc()
  const note = `far-${below(2 ** 32, random)}`
  const textOf = (copy: Y.Doc): Y.Text | undefined => copy.getMap<Y.Map<Y.Text>>('notes').get(note)?.get('text')
  doc.getMap('notes').set(note, new Y.Map([['text', new Y.Text()]]))
  for (let count = 0; count < 3000; count++) textOf(doc)?.insert(0, 'x')
  const whole = Y.encodeStateAsUpdate(doc)
  const late = times(20, () => {
    const stranger = new Y.Doc()
    Y.applyUpdate(stranger, whole)
    textOf(stranger)?.insert(3000, 'y')
    return Y.encodeStateAsUpdate(stranger, Y.encodeStateVector(doc))
  })
  textOf(doc)?.delete(0, 3000)
  return [Y.encodeStateAsUpdate(doc), ...late]
}

/** How somebody who means no good speaks, or a line that is out of order: each within a megabyte or two, and ended by who does it. */
export const WAYS: Readonly<Record<string, Way>> = {
  'messages with bytes changed': (random, { recorded }) => times(60, () => say(mutate(oneOf(recorded, random), random))),
  'frames with bytes changed': (random, { recorded }) => times(60, () => Buffer.from(mutate(say(oneOf(recorded, random)), random))),
  'frames of another length than they say': (random, { recorded }) => times(20, () => withAnotherLength(say(oneOf(recorded, random)), random)),
  'messages that end in another': (random, { recorded }) =>
    times(60, () => {
      const [one, other] = [oneOf(recorded, random), oneOf(recorded, random)]
      return say(Buffer.concat([one.subarray(0, below(one.length, random)), other.subarray(below(other.length, random))]))
    }),
  'messages cut short': (random, { recorded }) =>
    times(60, () => {
      const message = oneOf(recorded, random)
      return say(message.subarray(0, below(message.length, random)))
    }),
  'messages that no client sends': (random) => [say(oneOf(badFrames(), random)[1])],
  'updates that no client sends': (random, { bad }) => [say(writeUpdate(oneOf(bad, random)))],
  'messages of one byte': (random) => times(200, () => say(Uint8Array.of(below(256, random)))),
  'pieces of one byte without end': () => times(1000, (index) => piece(Uint8Array.of(0), index)),
  'large pieces without end': () => times(40, (index) => piece(new Uint8Array(32 * 1024), index)),
  'a large message without end': () => [Buffer.from([0x82, 0xff, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]), Buffer.alloc(2 * 1024 * 1024)],
  'what waits for what never comes': (random) => times(200, () => say((random() < 0.5 ? writeUpdate : writeAnswer)(waiting(random)))),
  'deletions of what is not there': (random) =>
    times(100, () => say(writeUpdate(bytesOf((encoder) => writeNumbers(encoder, 0, 1, below(2 ** 32, random), 1, below(2 ** 30, random), 1 + below(2 ** 20, random)))))),
  'letters far from their neighbours': (random) => farLetters(random).map((update) => say(writeUpdate(update))),
  'presence without end': (random) =>
    times(200, (clock) => say(writePresence([{ client: below(2 ** 32, random), clock, state: new TextEncoder().encode(JSON.stringify({ is: 'evil'.repeat(below(1200, random)) })) }]))),
  'questions without end': () => times(250, () => say(writeAsk(Uint8Array.of(0)))),
}

export const corpusOf = (recorded: readonly Uint8Array[]): Corpus => ({ recorded, bad: badUpdates().map(([, bytes]) => bytes) })
