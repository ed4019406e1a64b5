import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { PairId } from '#shared/wall/ids.ts'
import { LIMITS } from '#shared/wall/schema.ts'
import { useSession } from '../../session/SessionContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './Supporters.module.css'

/** A third party says what it could bring; the two sides answer. */
export function OfferSupportForm({ pair }: { pair: PairId }) {
  const { t } = useTranslation()
  const session = useSession()
  const [line, setLine] = useState('')
  const offer = (event: FormEvent): void => {
    event.preventDefault()
    session.commit([{ type: 'offerSupport', pair, line: line.trim() }])
  }
  return (
    <form className={styles.form} onSubmit={offer}>
      <TextField label={t('contact.supportLine')} description={t('contact.supportHint')} optional rows={2} value={line} onChange={setLine} maxLength={LIMITS.line} />
      <div>
        <Button look="primary" type="submit">
          {t('contact.offerSupport')}
        </Button>
      </div>
    </form>
  )
}
