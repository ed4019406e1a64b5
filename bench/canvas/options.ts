import { parseArgs } from 'node:util'

export const SCENARIOS = ['motion', 'hands', 'others', 'weak'] as const
export type ScenarioName = (typeof SCENARIOS)[number]

export interface CanvasOptions {
  readonly scenarios: readonly ScenarioName[]
  /** Notes on the walls that are measured, one wall each. */
  readonly notes: readonly number[]
  readonly repeats: number
  /** How long each movement lasts. */
  readonly seconds: number
  /** Whether bench/RESULTS.md is brought up to date. */
  readonly isRecorded: boolean
  /** As typed, for the record. */
  readonly command: string
}

export const USAGE = `npm run bench:canvas -- [options]
  --scenarios ${SCENARIOS.join(',')}
  --notes 1000,5000,20000  --repeats 3  --seconds 3
  --dry     print the figures and leave bench/RESULTS.md as it is
  --quick   --dry with one repeat of little: does the bench itself work?`

/** @throws RangeError in words when something is no option, or out of bounds */
export function readCanvasOptions(args: readonly string[]): CanvasOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      scenarios: { type: 'string' },
      notes: { type: 'string' },
      repeats: { type: 'string' },
      seconds: { type: 'string' },
      quick: { type: 'boolean', default: false },
      dry: { type: 'boolean', default: false },
    },
  })
  const whole = (name: string, text: string, most: number): number => {
    const value = Number(text)
    if (!Number.isInteger(value) || value < 1 || value > most) throw new RangeError(`--${name} is ${text}; it must be a whole number from 1 to ${most}.`)
    return value
  }
  return {
    scenarios: (values.scenarios?.split(',') ?? SCENARIOS).map((name) => {
      const known = SCENARIOS.find((one) => one === name)
      if (known === undefined) throw new RangeError(`--scenarios names ${name}; known are ${SCENARIOS.join(', ')}.`)
      return known
    }),
    notes: (values.notes ?? (values.quick ? '300' : '1000,5000,20000')).split(',').map((text) => whole('notes', text, 50_000)),
    repeats: whole('repeats', values.repeats ?? (values.quick ? '1' : '3'), 20),
    seconds: whole('seconds', values.seconds ?? (values.quick ? '1' : '3'), 30),
    isRecorded: !values.quick && !values.dry,
    command: ['npm run bench:canvas', ...(args.length > 0 ? ['--', ...args] : [])].join(' '),
  }
}
