import { startCrowd } from '../crowd/crowdProcess.ts'
import type { Arrivals } from '../crowd/crowdCalls.ts'
import { openVisit } from '../crowd/visit.ts'
import { cpuSeconds } from '../measure/processFigures.ts'
import { inWords, spreadOf } from '../measure/spread.ts'
import { table } from '../report.ts'
import type { RelayUnderTest, ServerName } from '../servers/relayUnderTest.ts'
import { fillWall } from './fillWall.ts'
import { interleave } from './interleave.ts'
import type { Scenario } from './scenario.ts'

const PEOPLE = 50
const ROUNDS = 3
const WRITERS = 50

interface Round extends Arrivals {
  readonly cpuMs: number
}

/** Everybody comes at once to a full wall, as after the line of a whole room broke. */
export const arrivals: Scenario = async ({ servers, repeats, notes }) => {
  const measure = async (server: RelayUnderTest, { server: name }: { server: ServerName }): Promise<readonly Round[]> => {
    const wall = await server.makeWall()
    const [keeper, newcomer, ...writers] = await wall.invite('participant', WRITERS + 2)
    if (!keeper || !newcomer) throw new Error('Nobody was invited.')
    const staying = openVisit(keeper, {}) // the wall is open when the others come
    await staying.synced
    await fillWall(writers, newcomer, notes)
    const crowd = startCrowd('others')
    const rounds: Round[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const invitations = await wall.invite('participant', PEOPLE)
      const cpu = cpuSeconds(server.pid)
      const arrived = await crowd.calls.arriveAtOnce(invitations)
      if (arrived.ms.length < PEOPLE || arrived.notes < notes) throw new Error(`${name} brought in ${arrived.ms.length} people to ${arrived.notes} notes.`)
      rounds.push({ ...arrived, cpuMs: (cpuSeconds(server.pid) - cpu) * 1000 })
    }
    await crowd.close()
    staying.close()
    console.log(`  ${name}: ${row(rounds).join(' | ')}`)
    return rounds
  }
  const subjects = servers.map((server) => ({ server }))
  const measured = await interleave(subjects, repeats, measure)
  const rows = [...measured].map(([{ server }, rounds]) => [server, ...row(rounds.flat())])
  const lastOf = (wanted: ServerName): number =>
    spreadOf([...measured].filter(([{ server }]) => server === wanted).flatMap(([, rounds]) => rounds.flat().map(lastMs))).median
  const ratio = lastOf('pollinate') / lastOf('hocuspocus')
  return `${PEOPLE} people connect at the same moment to a wall of ${notes} notes that is open; from the first knock until a person has the whole wall. ${repeats} interleaved runs of ${ROUNDS} rounds, median (least to most).\n
${table(['server', 'half of them ms', 'the last one ms', 'server CPU ms', 'wall MB'], rows)}
${Number.isNaN(ratio) ? '' : `\nThe last one, of Hocuspocus's median: ${ratio.toFixed(3)} times (aim: at most 0.125).\n`}`
}

const lastMs = ({ ms }: Arrivals): number => Math.max(...ms)

const row = (rounds: readonly Round[]): string[] => [
  inWords(spreadOf(rounds.map(({ ms }) => spreadOf(ms).median)), 0),
  inWords(spreadOf(rounds.map(lastMs)), 0),
  inWords(spreadOf(rounds.map(({ cpuMs }) => cpuMs)), 0),
  inWords(spreadOf(rounds.map(({ bytes }) => bytes / 1e6)), 2),
]
