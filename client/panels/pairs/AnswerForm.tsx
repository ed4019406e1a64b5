import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LIMITS, type Note } from '#shared/wall/schema.ts'
import { useSession } from '../../session/SessionContext.tsx'
import { openPair } from '../../state/viewStore.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { isolate } from '../../pairing/sayWho.ts'
import styles from './AnswerForm.module.css'
import type { Request } from './requestsOf.ts'

/** Accepts or declines, with a word if there is one. Leaving it alone is fine too: it stays. */
export function AnswerForm({ request: { pair, side, interest }, asker }: { request: Request; asker: Note }) {
  const { t } = useTranslation()
  const session = useSession()
  const [line, setLine] = useState('')
  const answer = (accepted: boolean): void => {
    const done = session.commit([{ type: 'answerInterest', pair, side, to: interest.at, accepted, line: line.trim() }])
    if (done && accepted) openPair(pair)
  }
  return (
    <div className={styles.form}>
      <TextField
        label={t('pair.answerLine', { name: isolate(asker.name) })}
        optional
        value={line}
        onChange={setLine}
        maxLength={LIMITS.line}
      />
      <div className={styles.actions}>
        <Button look="primary" onPress={() => answer(true)}>
          {t('pair.accept')}
        </Button>
        <Button onPress={() => answer(false)}>{t('pair.decline')}</Button>
        <span className={styles.later}>{t('pair.answerLater')}</span>
      </div>
    </div>
  )
}
