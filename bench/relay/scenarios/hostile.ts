import * as Y from 'yjs'
import { writeAnswer, writeAsk, writePresence, writeUpdate } from '../../../server/rooms/wire.ts'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import type { ParticipantId } from '#shared/wall/ids.ts'
import { seededRandom } from '../../../scripts/rehearsal/seededRandom.ts'
import { gatherCrowd, type Figures } from '../crowd/gatherCrowd.ts'
import type { Invitation } from '../crowd/visit.ts'
import { dripHandshakes } from '../hostile/dripHandshakes.ts'
import { attack } from '../hostile/openByHand.ts'
import { corpusOf, WAYS } from '../hostile/ways.ts'
import { residentMb } from '../measure/processFigures.ts'
import { inWords, spreadOf } from '../measure/spread.ts'
import { table } from '../report.ts'
import type { RelayUnderTest, WallUnderTest } from '../servers/relayUnderTest.ts'
import { startRelay } from '../servers/startRelay.ts'
import { interleave } from './interleave.ts'
import { inventNotes } from './inventNotes.ts'
import type { Scenario } from './scenario.ts'

const WRITERS = 20
const CURSOR_HZ = 10
const EDIT_EVERY_MS = 500
const ATTACKERS = 4
/** Handshakes that are begun and never ended, at a time. */
const DRIPPING = 100

interface Flood {
  readonly before: Figures
  /** While the same flood meets another server of ours on the same machine. */
  readonly elsewhere: Figures
  readonly during: Figures
  readonly connections: number
  readonly growthMb: number
}

/**
 * People write while others send, over and over, whatever no honest client does: what do those who write notice? The same flood
 * first meets a second server beside theirs: what they notice of that is the machine's and not their server's doing.
 */
export const hostile: Scenario = async ({ repeats, seconds }) => {
  const measure = async (server: RelayUnderTest): Promise<Flood> => {
    const wall = await server.makeWall()
    const gathered = await gatherCrowd(server, await wall.invite('participant', WRITERS))
    const writing = { cursorHz: CURSOR_HZ, editEveryMs: EDIT_EVERY_MS, edit: 'typing', seconds } as const
    const workBeside = async (attacked: WallUnderTest): Promise<{ figures: Figures; connections: number }> => {
      const attackers = await attacked.invite('participant', ATTACKERS)
      let stop = (): Promise<number> => Promise.resolve(0)
      const figures = await gathered.work(writing, () => (stop = startFlood(attackers)))
      return { figures, connections: await stop() }
    }
    const before = await gathered.work(writing)
    const other = await startRelay('pollinate')
    const elsewhere = await workBeside(await other.makeWall()).finally(() => other.close())
    const resident = residentMb(server.pid)
    const during = await workBeside(wall)
    const flood = { before, elsewhere: elsewhere.figures, during: during.figures, connections: during.connections, growthMb: residentMb(server.pid) - resident }
    await gathered.leave()
    console.log(`  ${row([flood]).join(' | ')}`)
    return flood
  }
  const [runs = []] = (await interleave([{ server: 'pollinate' as const }], repeats, measure)).values()
  return `${WRITERS} people write on one wall of ours (an edit every ${EDIT_EVERY_MS} ms, cursors at ${CURSOR_HZ} Hz), first alone, then while ${ATTACKERS} attackers beset a second server of ours on the same machine, then while as many members of theirs do so on their own wall: one hostile thing after the other, each on a new connection, as fast as the server lets them: ${Object.keys(WAYS).join('; ')}. Beside them ${DRIPPING} handshakes at a time go on byte by byte and do not end. ${repeats} runs of ${seconds} s, median (least to most).\n
${table(['hostile connections', 'others’ p99 alone ms', 'flood elsewhere ms', 'flood here ms', 'delivered to the others', 'still connected', 'server CPU alone (cores)', 'flood here (cores)', 'resident growth MB', 'machine busy'], [row(runs)])}`
}

function row(runs: readonly Flood[]): string[] {
  const of = (figure: (run: Flood) => number, digits = 1): string => inWords(spreadOf(runs.map(figure)), digits)
  return [
    of(({ connections }) => connections, 0),
    of(({ before }) => before.edits.quantile(0.99)),
    of(({ elsewhere }) => elsewhere.edits.quantile(0.99)),
    of(({ during }) => during.edits.quantile(0.99)),
    `${of(({ during }) => during.delivered * 100, 2)} %`,
    of(({ during }) => during.stillOpen, 0),
    of(({ before }) => before.serverCpu, 2),
    of(({ during }) => during.serverCpu, 2),
    of(({ growthMb }) => growthMb, 0),
    `${of(({ during }) => during.machineBusy * 100, 0)} %`,
  ]
}

/** Attackers who go on until they are stopped. @returns how to, which tells how often they came */
function startFlood(invitations: readonly Invitation[]): () => Promise<number> {
  let isOver = false
  let connections = 0
  const [first] = invitations
  const stopDripping = first && dripHandshakes(first, DRIPPING)
  const going = invitations.map(async (invitation, index) => {
    const random = seededRandom(index + 1)
    const corpus = corpusOf(recordedOf(invitation.participant as ParticipantId)) // the server gave it
    const ways = Object.values(WAYS)
    while (!isOver) {
      const way = ways[Math.floor(random() * ways.length)]
      if (way) await attack(invitation, way(random, corpus))
      connections++
    }
  })
  return async () => {
    isOver = true
    await Promise.all(going)
    return connections + (stopDripping?.() ?? 0)
  }
}

/** What an honest client of this person says. */
function recordedOf(participant: ParticipantId): readonly Uint8Array[] {
  const doc = new Y.Doc()
  const messages: Uint8Array[] = [writeAsk(Y.encodeStateVector(doc))]
  doc.on('update', (update: Uint8Array) => messages.push(writeUpdate(update)))
  applyEdits(doc, inventNotes(5, Math.random), { participant, now: 1_700_000_000_000, origin: 'self' })
  messages.push(writeAnswer(Y.encodeStateAsUpdate(doc)))
  messages.push(writePresence([{ client: doc.clientID, clock: 7, state: new TextEncoder().encode('{"cursor":[1,1]}') }]))
  return messages
}
