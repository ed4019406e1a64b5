import { parseArgs } from 'node:util'
import { readLink, type TypedLink } from '../readLink.ts'
import { MOST_DELEGATES } from './inventDelegates.ts'

export interface Rehearsal extends TypedLink {
  readonly people: number
  /** Notes that each of them writes. */
  readonly notes: number
  readonly seconds: number
}

/** What a wall is built for. */
const MOST_NOTES = 10_000

const USAGE = `Usage: npm run rehearse -- --link "<participant link>" [--people 40] [--notes 10] [--seconds 60]

Lets as many delegates join the wall, each writing as many notes, within as many seconds.`

/** @returns what was asked for, or in words what is wrong with it */
export function readArguments(args: readonly string[]): { ok: true; value: Rehearsal } | { ok: false; message: string } {
  const failure = (message: string): { ok: false; message: string } => ({ ok: false, message })
  let values: { link?: string; people: string; notes: string; seconds: string }
  try {
    const options = {
      link: { type: 'string' },
      people: { type: 'string', default: '40' },
      notes: { type: 'string', default: '10' },
      seconds: { type: 'string', default: '60' },
    } as const
    values = parseArgs({ args: [...args], options }).values
  } catch (error) {
    return failure(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`)
  }
  if (!values.link) return failure(`--link is missing: the participant link of a wall.\n\n${USAGE}`)
  const link = readLink(values.link)
  if (!link.ok) return link

  const numbers = { people: Number(values.people), notes: Number(values.notes), seconds: Number(values.seconds) }
  const bounds = { people: [1, MOST_DELEGATES], notes: [0, 100], seconds: [1, 3000] } as const
  for (const name of ['people', 'notes', 'seconds'] as const) {
    const [least, most] = bounds[name]
    const isIn = Number.isInteger(numbers[name]) && numbers[name] >= least && numbers[name] <= most
    if (!isIn) return failure(`--${name} is ${values[name]}; it must be a whole number from ${least} to ${most}.`)
  }
  if (numbers.people * numbers.notes > MOST_NOTES) {
    return failure(`${numbers.people} people with ${numbers.notes} notes each is more than a wall of ${MOST_NOTES} notes.`)
  }
  return { ok: true, value: { ...link.value, ...numbers } }
}
