import { useTranslation } from 'react-i18next'
import type { PairId } from '#shared/wall/ids.ts'
import type { OfferedSupport } from '#shared/wall/supportsOf.ts'
import { useSession } from '../../session/SessionContext.tsx'
import { Button } from '../../ui/Button.tsx'
import styles from './AnswerForm.module.css'

/** A side of the pair says yes or no to somebody who offers to support it; the last word holds. */
export function SupportAnswerForm({ pair, support: { by, at, standing } }: { pair: PairId; support: OfferedSupport }) {
  const { t } = useTranslation()
  const session = useSession()
  const answer = (accepted: boolean): void => {
    session.commit([{ type: 'answerSupport', pair, supporter: by, to: at, accepted }])
  }
  return (
    <div className={styles.actions}>
      {standing !== 'accepted' && (
        <Button look={standing === 'offered' ? 'primary' : 'secondary'} onPress={() => answer(true)}>
          {t('contact.acceptSupport')}
        </Button>
      )}
      {standing !== 'declined' && (
        <Button onPress={() => answer(false)}>{t(standing === 'accepted' ? 'contact.endSupport' : 'pair.decline')}</Button>
      )}
    </div>
  )
}
