import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { PairId } from '#shared/wall/ids.ts'
import { LIMITS } from '#shared/wall/schema.ts'
import { useSession } from '../../session/SessionContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './PairDialog.module.css'

/** A facilitator puts two notes of others together by hand; the two sides answer for themselves. */
export function SuggestForm({ pair }: { pair: PairId }) {
  const { t } = useTranslation()
  const session = useSession()
  const [line, setLine] = useState('')
  const suggest = (event: FormEvent): void => {
    event.preventDefault()
    session.commit([{ type: 'suggestPair', pair, line: line.trim() }])
  }
  return (
    <form className={styles.close} onSubmit={suggest}>
      <TextField label={t('contact.suggestLine')} description={t('contact.suggestHint')} optional rows={2} value={line} onChange={setLine} maxLength={LIMITS.line} />
      <div className={styles.actions}>
        <Button look="primary" type="submit">
          {t('contact.suggestSend')}
        </Button>
      </div>
    </form>
  )
}
