import { setTimeout as sleep } from 'node:timers/promises'
import * as Y from 'yjs'
import { applyEdits } from '#shared/wall/applyEdits.ts'
import type { ParticipantId } from '#shared/wall/ids.ts'
import { openVisit } from '../crowd/visit.ts'
import { residentMb } from '../measure/processFigures.ts'
import { table } from '../report.ts'
import type { RelayUnderTest } from '../servers/relayUnderTest.ts'
import { startRelay } from '../servers/startRelay.ts'
import { inventNotes } from './inventNotes.ts'
import type { Scenario } from './scenario.ts'

const CYCLES = 3
const AT_ONCE = 20
/** Longer than a room stays in memory after the last one left. */
const UNLOADED_AFTER_MS = 36_000

/** What a wall that nobody looks at any more costs: walls are opened and left, new ones each time. */
export const idle: Scenario = async ({ walls }) => {
  const server = await startRelay('pollinate', { isInspected: true })
  try {
    const after: { heapMb: number; residentMb: number }[] = [await look(server)]
    for (let cycle = 0; cycle < CYCLES; cycle++) {
      for (let opened = 0; opened < walls; opened += AT_ONCE) {
        await Promise.all(Array.from({ length: Math.min(AT_ONCE, walls - opened) }, () => openAndLeave(server)))
      }
      await sleep(UNLOADED_AFTER_MS)
      after.push(await look(server))
      console.log(`  after ${(cycle + 1) * walls} walls: heap ${after.at(-1)?.heapMb.toFixed(2)} MB, resident ${after.at(-1)?.residentMb.toFixed(1)} MB`)
    }
    // The first walls also warm everything up: what later ones add is theirs.
    const added = ((after.at(-1)?.heapMb ?? NaN) - (after[1]?.heapMb ?? NaN)) * 1024 ** 2
    const rows = after.map(({ heapMb, residentMb: resident }, cycle) => [`${cycle * walls}`, heapMb.toFixed(2), resident.toFixed(1)])
    return `Walls that were opened, written on and left, ${UNLOADED_AFTER_MS / 1000} s after the last one left; heap and buffers after a forced collection.\n
${table(['walls so far', 'heap and buffers MB', 'resident MB'], rows)}

After the first ${walls}, another wall costs ${(added / ((CYCLES - 1) * walls)).toFixed(0)} bytes (aim: under 1,024).`
  } finally {
    await server.close()
  }
}

const look = async (server: RelayUnderTest): Promise<{ heapMb: number; residentMb: number }> => ({
  heapMb: await server.heapMb(),
  residentMb: residentMb(server.pid),
})

async function openAndLeave(server: RelayUnderTest): Promise<void> {
  const wall = await server.makeWall()
  const [invitation] = await wall.invite('participant', 1)
  if (!invitation) return
  const participant = invitation.participant as ParticipantId // the server gave it
  const doc = new Y.Doc()
  let isSaved: () => void
  const saved = new Promise<void>((resolve) => (isSaved = resolve))
  const visit = openVisit(invitation, { onUpdate: () => isSaved() }) // our own note came back
  await visit.synced
  doc.on('update', (update: Uint8Array) => visit.sendUpdate(update))
  applyEdits(doc, inventNotes(1, Math.random), { participant, now: Date.now(), origin: 'self' })
  await saved
  visit.close()
}
