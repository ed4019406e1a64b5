import { gatherCrowd, type Figures } from '../crowd/gatherCrowd.ts'
import { residentMb } from '../measure/processFigures.ts'
import { inWords, spreadOf } from '../measure/spread.ts'
import { table } from '../report.ts'
import type { RelayUnderTest, ServerName } from '../servers/relayUnderTest.ts'
import { interleave } from './interleave.ts'
import type { Scenario } from './scenario.ts'

const WRITERS = 10
const EDIT_EVERY_MS = 50
const STALL_SECONDS = 20

interface Stall {
  readonly before: Figures
  readonly during: Figures
  readonly heldMb: number
  readonly residentGrowthMb: number
  readonly isStillOpen: boolean
}

/** One person's device stops reading while others write a lot: what it costs the server, and whether others feel it. */
export const stalled: Scenario = async ({ servers, repeats, seconds }) => {
  const measure = async (server: RelayUnderTest, { server: name }: { server: ServerName }): Promise<Stall> => {
    const wall = await server.makeWall()
    const invitations = [...(await wall.invite('participant', WRITERS)), ...(await wall.invite('viewer', 1))]
    const gathered = await gatherCrowd(server, invitations)
    const writing = { cursorHz: 0, editEveryMs: EDIT_EVERY_MS, edit: 'rewriting' } as const
    const before = await gathered.work({ ...writing, seconds })
    const [heap, resident] = [await server.heapMb(), residentMb(server.pid)]
    await gathered.stallLast()
    const during = await gathered.work({ ...writing, seconds: STALL_SECONDS })
    const stall = {
      before,
      during,
      heldMb: (await server.heapMb()) - heap,
      residentGrowthMb: residentMb(server.pid) - resident,
      isStillOpen: await gathered.isLastOpen(),
    }
    await gathered.leave()
    console.log(`  ${name}: ${row([stall]).join(' | ')}`)
    return stall
  }
  const measured = await interleave(servers.map((server) => ({ server })), repeats, measure, true)
  const rows = [...measured].map(([{ server }, stalls]) => [server, ...row(stalls)])
  return `${WRITERS} people write 8 kB every ${EDIT_EVERY_MS} ms each; another one reads nothing for ${STALL_SECONDS} s. ${repeats} interleaved runs, median (least to most).\n
${table(['server', 'sent to each meanwhile MB', 'held for the stalled one MB', 'resident growth MB', 'others’ p99 before ms', 'others’ p99 meanwhile ms', 'delivered to the others', 'stalled one still connected'], rows)}`
}

function row(stalls: readonly Stall[]): string[] {
  const of = (figure: (stall: Stall) => number, digits = 1): string => inWords(spreadOf(stalls.map(figure)), digits)
  return [
    of(({ during }) => (during.sent * 8000) / 1e6, 0),
    of(({ heldMb }) => heldMb),
    of(({ residentGrowthMb }) => residentGrowthMb),
    of(({ before }) => before.edits.quantile(0.99)),
    of(({ during }) => during.edits.quantile(0.99)),
    // Of the eleven people one is stalled: the others are nine for each edit.
    `${of(({ during }) => ((during.delivered * WRITERS) / (WRITERS - 1)) * 100, 2)} %`,
    `${stalls.filter(({ isStillOpen }) => isStillOpen).length} of ${stalls.length}`,
  ]
}
