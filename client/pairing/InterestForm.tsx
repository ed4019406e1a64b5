import { useEffect, useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { PairId } from '#shared/wall/ids.ts'
import { LIMITS, type Note, type Side } from '#shared/wall/schema.ts'
import { useSession } from '../session/SessionContext.tsx'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './InterestForm.module.css'
import { isolate } from './sayWho.ts'

interface InterestFormProps {
  pair: PairId
  /** The side that asks: one's own. */
  side: Side
  /** The note of the side that is asked. */
  other: Note
  /** Absent where there is nothing to go back to. */
  onCancel?: () => void
  onSent?: () => void
  /** The form appeared because a button was pressed: the caret goes into it. */
  autoFocus?: boolean
}

/** Says to the other side "I am interested", with a line of text if there is one. */
export function InterestForm({ pair, side, other, onCancel, onSent, autoFocus = false }: InterestFormProps) {
  const { t } = useTranslation()
  const session = useSession()
  const [line, setLine] = useState('')
  const area = useRef<HTMLTextAreaElement>(null)
  // At once: left to the field itself, it would come a frame later for a screen reader, and the panel would have given the focus to the card.
  useEffect(() => {
    if (autoFocus) area.current?.focus()
  }, [autoFocus])
  const send = (event: FormEvent): void => {
    event.preventDefault()
    if (session.commit([{ type: 'showInterest', pair, side, line: line.trim() }])) onSent?.()
  }
  return (
    <form className={styles.form} onSubmit={send} onKeyDown={(event) => event.key === 'Escape' && onCancel?.()}>
      <TextField
        label={t('pair.interestLine', { name: isolate(other.name) })}
        description={t('pair.interestHint')}
        optional
        rows={2}
        value={line}
        onChange={setLine}
        maxLength={LIMITS.line}
        areaRef={area}
      />
      <div className={styles.actions}>
        {onCancel && <Button look="quiet" onPress={onCancel}>{t('common.cancel')}</Button>}
        <Button look="primary" type="submit">
          {t('pair.interestSend')}
        </Button>
      </div>
    </form>
  )
}
