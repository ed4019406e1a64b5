import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PairId } from '#shared/wall/ids.ts'
import { LIMITS } from '#shared/wall/schema.ts'
import { useSession } from '../../session/SessionContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './PairDialog.module.css'

/** Ends a pair, as done or set aside, with a word. It can be taken up again. */
export function CloseForm({ pair }: { pair: PairId }) {
  const { t } = useTranslation()
  const session = useSession()
  const [line, setLine] = useState('')
  const close = (state: 'done' | 'dropped') => (): void => {
    session.commit([{ type: 'closePair', pair, state, line: line.trim() }])
  }
  return (
    <Disclosure title={t('card.close')}>
      <div className={styles.close}>
        <TextField label={t('card.closeLine')} optional value={line} onChange={setLine} maxLength={LIMITS.line} />
        <div className={styles.actions}>
          <Button onPress={close('done')}>{t('card.markDone')}</Button>
          <Button onPress={close('dropped')}>{t('card.markDropped')}</Button>
        </div>
      </div>
    </Disclosure>
  )
}
