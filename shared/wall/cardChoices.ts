import { isDay } from './dates.ts'
import { FOCAL_POINT, GBF_TARGETS, HELP_KINDS, PAYERS, type CardChoice } from './schema.ts'

const isOneOf = (values: readonly string[]) => (value: string): boolean => values.includes(value)

const TAKES: Readonly<Record<CardChoice, (value: string) => boolean>> = {
  helpKind: isOneOf(HELP_KINDS),
  byWhen: isDay,
  untilWhen: isDay,
  payer: isOneOf(PAYERS),
  focalPoint: isOneOf(FOCAL_POINT),
  target: isOneOf(GBF_TARGETS),
}

/** The fields of the card in which one of a few values is chosen, or a day. */
export const CARD_CHOICES = Object.keys(TAKES) as readonly CardChoice[]

/** Whether the field takes this value; all take the empty one, which means "not chosen yet". */
export const isChoice = (field: CardChoice, value: unknown): value is string => typeof value === 'string' && (value === '' || TAKES[field](value))
