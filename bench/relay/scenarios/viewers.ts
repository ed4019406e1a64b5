import { gatherCrowd, type Figures } from '../crowd/gatherCrowd.ts'
import { inWords, spreadOf } from '../measure/spread.ts'
import { table } from '../report.ts'
import type { RelayUnderTest } from '../servers/relayUnderTest.ts'
import { interleave } from './interleave.ts'
import type { Scenario } from './scenario.ts'

const WRITERS = 20
const CURSOR_HZ = 10
const EDIT_EVERY_MS = 2000

/** A wall that very many watch, on screens elsewhere, while a few write. */
export const viewers: Scenario = async ({ repeats, viewers: count, seconds }) => {
  const measure = async (server: RelayUnderTest): Promise<Figures & { entered: number }> => {
    const wall = await server.makeWall()
    const writers = await wall.invite('participant', WRITERS)
    const gathered = await gatherCrowd(server, [...writers, ...(await wall.invite('viewer', count))])
    const figures = await gathered.work({ cursorHz: CURSOR_HZ, editEveryMs: EDIT_EVERY_MS, edit: 'typing', seconds })
    await gathered.leave()
    console.log(`  ${gathered.entered} came in, ${figures.stillOpen} stayed, close codes ${figures.closeCodes.join(' ') || 'none'}: ${row([{ ...figures, entered: gathered.entered }]).join(' | ')}`)
    return { ...figures, entered: gathered.entered }
  }
  const [runs = []] = (await interleave([{ server: 'pollinate' as const }], repeats, measure)).values()
  return `${count} viewers and ${WRITERS} people who write (an edit every ${EDIT_EVERY_MS / 1000} s, cursors at ${CURSOR_HZ} Hz) on one wall of ours; ${repeats} runs of ${seconds} s, median (least to most).\n
${table(['came in', 'connected at the end', 'edits delivered', 'edit p50 ms', 'edit p99 ms', 'cursor p99 ms', 'server CPU (cores)', 'machine busy', 'measuring process busy'], [row(runs)])}`
}

function row(runs: readonly (Figures & { entered: number })[]): string[] {
  const of = (figure: (run: Figures & { entered: number }) => number, digits = 1): string => inWords(spreadOf(runs.map(figure)), digits)
  return [
    of(({ entered }) => entered, 0),
    of(({ stillOpen }) => stillOpen, 0),
    `${of(({ delivered }) => delivered * 100, 2)} %`,
    of(({ edits }) => edits.quantile(0.5)),
    of(({ edits }) => edits.quantile(0.99)),
    of(({ cursors }) => cursors.quantile(0.99)),
    of(({ serverCpu }) => serverCpu, 2),
    `${of(({ machineBusy }) => machineBusy * 100, 0)} %`,
    `${of(({ crowdBusy }) => crowdBusy * 100, 0)} %`,
  ]
}
