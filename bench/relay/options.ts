import { parseArgs } from 'node:util'
import { SERVERS, type ServerName } from './servers/relayUnderTest.ts'

export const SCENARIOS = ['crowd', 'arrivals', 'viewers', 'idle', 'judge', 'stalled', 'hostile', 'lone'] as const
export type ScenarioName = (typeof SCENARIOS)[number]

export interface Options {
  readonly scenarios: readonly ScenarioName[]
  readonly servers: readonly ServerName[]
  readonly repeats: number
  /** In one wall, in the scenario `crowd`. */
  readonly people: number
  readonly viewers: number
  /** Notes on the wall that people arrive at. */
  readonly notes: number
  /** Walls that are opened and left, three times. */
  readonly walls: number
  /** How long each measurement lasts. */
  readonly seconds: number
  /** Whether bench/RESULTS.md is brought up to date. */
  readonly isRecorded: boolean
  /** As typed, for the record. */
  readonly command: string
}

export const USAGE = `npm run bench:relay -- [options]
  --scenarios ${SCENARIOS.join(',')}
  --servers ${SERVERS.join(',')}
  --repeats 3  --people 200  --viewers 1000  --notes 5000  --walls 2000  --seconds 10
  --dry     print the figures and leave bench/RESULTS.md as it is
  --quick   --dry with one repeat of little: does the bench itself work?`

const FULL = { repeats: 3, people: 200, viewers: 1000, notes: 5000, walls: 2000, seconds: 10 }
const QUICK = { repeats: 1, people: 40, viewers: 100, notes: 500, walls: 50, seconds: 3 }
const MOST = { repeats: 20, people: 1000, viewers: 2000, notes: 10_000, walls: 5000, seconds: 120 }

/** @throws RangeError in words when something is no option, or out of bounds */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      scenarios: { type: 'string' },
      servers: { type: 'string' },
      repeats: { type: 'string' },
      people: { type: 'string' },
      viewers: { type: 'string' },
      notes: { type: 'string' },
      walls: { type: 'string' },
      seconds: { type: 'string' },
      quick: { type: 'boolean', default: false },
      dry: { type: 'boolean', default: false },
    },
  })
  const usual = values.quick ? QUICK : FULL
  const number = (name: keyof typeof FULL): number => {
    const value = Number(values[name] ?? usual[name])
    if (!Number.isInteger(value) || value < 1 || value > MOST[name]) throw new RangeError(`--${name} is ${values[name]}; it must be a whole number from 1 to ${MOST[name]}.`)
    return value
  }
  return {
    scenarios: listOf('scenarios', values.scenarios, SCENARIOS),
    servers: listOf('servers', values.servers, SERVERS),
    repeats: number('repeats'),
    people: number('people'),
    viewers: number('viewers'),
    notes: number('notes'),
    walls: number('walls'),
    seconds: number('seconds'),
    isRecorded: !values.quick && !values.dry,
    command: ['npm run bench:relay', ...(args.length > 0 ? ['--', ...args] : [])].join(' '),
  }
}

function listOf<Name extends string>(option: string, given: string | undefined, all: readonly Name[]): readonly Name[] {
  if (given === undefined) return all
  return given.split(',').map((name) => {
    const known = all.find((one) => one === name)
    if (known === undefined) throw new RangeError(`--${option} names ${name}; known are ${all.join(', ')}.`)
    return known
  })
}
