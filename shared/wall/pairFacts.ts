import { CARD_CHOICES, isChoice } from './cardChoices.ts'
import { isTime } from './dates.ts'
import { isId, notesOfPair, type PairId, type ParticipantId } from './ids.ts'
import {
  CARD_TEXTS,
  EMPTY_CARD,
  LIMITS,
  NOTE_KINDS,
  type Answer,
  type Card,
  type CardField,
  type Confirmation,
  type Dismissal,
  type Interest,
  type Later,
  type Outcome,
  type PairFacts,
  type Side,
  type Suggestion,
  type Support,
  type SupportAnswer,
} from './schema.ts'

type FactName = 'interest' | 'answer' | 'later' | 'confirm' | 'outcome' | 'dismissed' | 'suggestion' | 'support' | 'supported'

/** The key of one fact in the `pairs` root. */
export const pairKey = (pair: PairId, fact: FactName, whose: Side | ParticipantId | '' = ''): string =>
  `${pair}/${fact}/${whose}`

/** What a key of the `pairs` root speaks of; `undefined` for a key that is not one of ours. */
export function parsePairKey(key: string): { pair: PairId; fact: string; whose: string } | undefined {
  const [pair, fact, whose, ...rest] = key.split('/')
  if (pair === undefined || fact === undefined || whose === undefined || rest.length > 0) return undefined
  return notesOfPair(pair as PairId) ? { pair: pair as PairId, fact, whose } : undefined
}

export const NO_FACTS: PairFacts = {
  interest: {},
  answer: {},
  later: {},
  confirm: {},
  outcome: undefined,
  suggestion: undefined,
  support: new Map(),
  supported: new Map(),
  dismissed: new Map(),
}

/** Adds one stored fact to what is known of a pair; what is not of the right shape is left out. */
export function withFact(facts: PairFacts, fact: string, whose: string, value: unknown): PairFacts {
  if (!isRecord(value) || !isTime(value.at)) return facts
  if (fact === 'dismissed') {
    if (!isId(whose)) return facts
    const dismissal: Dismissal = { need: quoted(value.need), offer: quoted(value.offer) }
    return { ...facts, dismissed: new Map([...facts.dismissed, [whose as ParticipantId, dismissal]]) }
  }
  if (!isId(value.by)) return facts
  const base = { by: value.by as ParticipantId, at: value.at, line: typeof value.line === 'string' ? value.line : '' }
  if (fact === 'outcome') {
    const { state } = value
    if (state !== 'done' && state !== 'dropped') return facts
    return { ...facts, outcome: { ...base, state } satisfies Outcome }
  }
  if (fact === 'suggestion') return { ...facts, suggestion: base satisfies Suggestion }
  if (fact === 'support') {
    // Everybody offers for themselves.
    return base.by === whose ? { ...facts, support: new Map([...facts.support, [base.by, base satisfies Support]]) } : facts
  }
  if (fact === 'supported') {
    if (!isId(whose) || typeof value.to !== 'number' || typeof value.accepted !== 'boolean') return facts
    const answer: SupportAnswer = { by: base.by, at: base.at, to: value.to, accepted: value.accepted }
    return { ...facts, supported: new Map([...facts.supported, [whose as ParticipantId, answer]]) }
  }
  const side = NOTE_KINDS.find((kind) => kind === whose)
  if (!side) return facts
  switch (fact) {
    case 'interest':
      return { ...facts, interest: { ...facts.interest, [side]: base satisfies Interest } }
    case 'answer': {
      if (typeof value.to !== 'number' || typeof value.accepted !== 'boolean') return facts
      const answer: Answer = { ...base, to: value.to, accepted: value.accepted }
      return { ...facts, answer: { ...facts.answer, [side]: answer } }
    }
    case 'later': {
      if (typeof value.to !== 'number') return facts
      const later: Later = { by: base.by, at: base.at, to: value.to }
      return { ...facts, later: { ...facts.later, [side]: later } }
    }
    case 'confirm': {
      const confirmation: Confirmation = { by: base.by, at: base.at, card: parseCard(value.card) }
      return { ...facts, confirm: { ...facts.confirm, [side]: confirmation } }
    }
    default:
      return facts
  }
}

/** A note's text as it is kept in a fact about it. */
export const quoted = (text: unknown): string | undefined => (typeof text === 'string' ? text.slice(0, LIMITS.noteText) : undefined)

/** A card from any value: a field that is missing or of the wrong type is empty. */
export function parseCard(value: unknown): Card {
  if (!isRecord(value)) return EMPTY_CARD
  const text = (field: CardField): string => {
    const content = value[field]
    return typeof content === 'string' ? content : ''
  }
  const texts = CARD_TEXTS.map((field) => [field, text(field)] as const)
  const choices = CARD_CHOICES.map((field) => [field, isChoice(field, value[field]) ? value[field] : ''] as const)
  // Each field has just been held to what it takes.
  return { ...EMPTY_CARD, ...(Object.fromEntries([...texts, ...choices]) as Partial<Card>) }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
