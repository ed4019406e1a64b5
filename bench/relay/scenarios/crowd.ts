import { cursorIntervalMs } from '../../../client/session/presence.ts'
import { gatherCrowd, type Figures } from '../crowd/gatherCrowd.ts'
import { timeDiskSync } from '../measure/diskSync.ts'
import { Histogram } from '../measure/histogram.ts'
import { inWords, spreadOf } from '../measure/spread.ts'
import { table } from '../report.ts'
import type { RelayUnderTest, ServerName } from '../servers/relayUnderTest.ts'
import { interleave } from './interleave.ts'
import type { Scenario } from './scenario.ts'

interface Subject {
  readonly server: ServerName
  readonly cursorHz: number
}

const EDIT_EVERY_MS = 2000
const LIVE_HZ = 10

/** A crowd in one wall, all with live cursors and writing: what arrives, how soon, and what it costs the server. */
export const crowd: Scenario = async ({ servers, repeats, people, seconds }) => {
  const ownHz = 1000 / cursorIntervalMs(people)
  const subjects: Subject[] = servers.map((server) => ({ server, cursorHz: LIVE_HZ }))
  if (ownHz !== LIVE_HZ && servers.includes('pollinate')) subjects.push({ server: 'pollinate', cursorHz: ownHz })

  const measure = async (server: RelayUnderTest, { server: name, cursorHz }: Subject): Promise<Figures> => {
    const wall = await server.makeWall()
    const gathered = await gatherCrowd(server, await wall.invite('participant', people))
    const figures = await gathered.work({ cursorHz, editEveryMs: EDIT_EVERY_MS, edit: 'typing', seconds })
    await gathered.leave()
    console.log(`  ${name} at ${cursorHz} Hz: ${row([figures]).join(' | ')}`)
    return figures
  }
  const diskBefore = await timeDiskSync(seconds)
  const measured = await interleave(subjects, repeats, measure)
  const disk = Histogram.from([diskBefore.data, (await timeDiskSync(seconds)).data])
  const rows = [...measured].map(([{ server, cursorHz }, figures]) => [server, `${cursorHz} Hz`, ...row(figures)])
  return `${people} people on one wall, each with an edit every ${EDIT_EVERY_MS / 1000} s; ${repeats} interleaved runs of ${seconds} s, median (least to most).\n
${table(['server', 'cursors', 'edits delivered', 'edit p50 ms', 'edit p99 ms', 'cursor p50 ms', 'cursor p99 ms', 'server CPU (cores)', 'kB in, a person and minute', 'machine busy', 'measuring process busy'], rows)}

A commit on this disk with nothing else going on, before and after these runs: half within ${disk.quantile(0.5).toFixed(1)} ms, 99 % within ${disk.quantile(0.99).toFixed(1)} ms.
${compare(measured)}`
}

function row(runs: readonly Figures[]): string[] {
  const of = (figure: (run: Figures) => number, digits = 1): string => inWords(spreadOf(runs.map(figure)), digits)
  return [
    `${of(({ delivered }) => delivered * 100, 2)} %`,
    of(({ edits }) => edits.quantile(0.5)),
    of(({ edits }) => edits.quantile(0.99)),
    of(({ cursors }) => cursors.quantile(0.5)),
    of(({ cursors }) => cursors.quantile(0.99)),
    of(({ serverCpu }) => serverCpu, 2),
    spreadOf(runs.map(({ kilobytesInAMinute }) => kilobytesInAMinute)).median.toFixed(0),
    `${of(({ machineBusy }) => machineBusy * 100, 0)} %`,
    `${of(({ crowdBusy }) => crowdBusy * 100, 0)} %`,
  ]
}

function compare(measured: ReadonlyMap<Subject, readonly Figures[]>): string {
  const of = (server: ServerName, figure: (run: Figures) => number): number => {
    const [, runs = []] = [...measured].find(([subject]) => subject.server === server && subject.cursorHz === LIVE_HZ) ?? []
    return spreadOf(runs.map(figure)).median
  }
  const ratio = (figure: (run: Figures) => number): number => of('pollinate', figure) / of('hocuspocus', figure)
  const p99 = ratio(({ edits }) => edits.quantile(0.99))
  const cpu = ratio(({ serverCpu }) => serverCpu)
  if (Number.isNaN(p99)) return ''
  return `\nAt ${LIVE_HZ} Hz, of Hocuspocus's median: p99 ${p99.toFixed(2)} times (aim: at most 0.50), CPU ${cpu.toFixed(2)} times (aim: at most 0.33).\n`
}
