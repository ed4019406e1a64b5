import { useTranslation } from 'react-i18next'
import type { PairId } from '#shared/wall/ids.ts'
import type { Card, CardChoice } from '#shared/wall/schema.ts'
import { useSession } from '../../session/SessionContext.tsx'
import { Select } from '../../ui/Select.tsx'

interface CardChoiceFieldProps<Field extends CardChoice> {
  pair: PairId
  field: Field
  card: Card
  label: string
  options: readonly Exclude<Card[Field], ''>[]
  words: (option: Exclude<Card[Field], ''>) => string
}

/** A choice on the card; the last one holds, whichever side made it. */
export function CardChoiceField<Field extends CardChoice>({ pair, field, card, label, options, words }: CardChoiceFieldProps<Field>) {
  const { t } = useTranslation()
  const session = useSession()
  const open = { id: 'none', label: t('card.helpKindNone') }
  const choose = (value: string): void => void session.commit([{ type: 'chooseOnCard', pair, field, value: value === open.id ? '' : value }])
  return (
    <Select<string> label={label} options={[open, ...options.map((option) => ({ id: option, label: words(option) }))]} value={card[field] || open.id} onChange={choose} />
  )
}
