import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LIMITS, type Note } from '#shared/wall/schema.ts'
import { isolate } from '../../pairing/sayWho.ts'
import { useSession } from '../../session/SessionContext.tsx'
import { openPair } from '../../state/viewStore.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './AnswerForm.module.css'
import type { AskedSide } from './requestsOf.ts'

interface AnswerFormProps {
  request: AskedSide
  /** The note of the other side. */
  other: Note
}

/** Accepts or declines, with a word if there is one, or says that the answer comes later. Leaving it alone is fine too: it stays. */
export function AnswerForm({ request: { is, pair, side, asked, isLater }, other }: AnswerFormProps) {
  const { t } = useTranslation()
  const session = useSession()
  const [typed, setLine] = useState('')
  const line = typed.trim()
  const to = asked.at
  const accept = (): void => {
    // Who likes a facilitator's suggestion asks the other side; who likes an interest is in contact at once.
    const done = session.commit([
      is === 'suggestion' ? { type: 'showInterest', pair, side, line } : { type: 'answerInterest', pair, side, to, accepted: true, line },
    ])
    if (done) openPair(pair)
  }
  const decline = (): void => {
    session.commit([
      is === 'suggestion' ? { type: 'declineSuggestion', pair, side, to, line } : { type: 'answerInterest', pair, side, to, accepted: false, line },
    ])
  }
  return (
    <div className={styles.form}>
      <TextField label={t('pair.answerLine', { name: isolate(other.name) })} optional value={typed} onChange={setLine} maxLength={LIMITS.line} />
      <div className={styles.actions}>
        <Button look="primary" onPress={accept}>
          {t(is === 'suggestion' ? 'pair.interestSend' : 'pair.accept')}
        </Button>
        <Button onPress={decline}>{t(is === 'suggestion' ? 'contact.notForUs' : 'pair.decline')}</Button>
        {!isLater && (
          <Button look="quiet" onPress={() => session.commit([{ type: 'answerLater', pair, side, to }])}>
            {t('contact.later')}
          </Button>
        )}
      </div>
      <p className={styles.later}>{t(isLater ? 'contact.youAnswerLater' : 'contact.laterHint')}</p>
    </div>
  )
}
