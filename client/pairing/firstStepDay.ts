import type { TFunction } from 'i18next'
import type { CalendarDay } from '#shared/calendar/writeCalendar.ts'
import type { WallId } from '#shared/wall/ids.ts'
import { CARD_FIELDS, NOTE_KINDS, type Language, type Note, type Pair, type Side } from '#shared/wall/schema.ts'
import { cardLabel, cardValue, countriesOf } from './cardInWords.ts'
import { sayWho } from './sayWho.ts'

/** The day of a pair's first step, for a calendar: who, both notes whole, and the card. `undefined` while it has no day. No link is in it. */
export function firstStepDay(t: TFunction, language: Language, wallId: WallId, { id, card, state }: Pair, notes: Readonly<Record<Side, Note>>): CalendarDay | undefined {
  if (!card.byWhen) return undefined
  const countries = countriesOf(notes, language)
  const step = card.firstStep.trim() || card.what.trim() || t('agreement.untitled')
  const said = CARD_FIELDS.flatMap((field) => {
    const value = cardValue(t, language, field, card, countries)
    return value ? [`${cardLabel(t, field, countries)}: ${value}`] : []
  })
  const quoted = NOTE_KINDS.map((side) => `${t(`kind.${side}`)}, ${sayWho(notes[side], language)}: ${notes[side].text.trim()}`)
  return {
    uid: `${id}@${wallId}`,
    day: card.byWhen,
    summary: t('agreement.stepOf', { what: step }),
    description: [...quoted, '', ...said].join('\n'),
    isConfirmed: state === 'agreed' || state === 'done',
  }
}
