import { useTranslation } from 'react-i18next'
import { sayWho } from '../pairing/sayWho.ts'
import type { DevicePerson } from '../session/device.ts'
import { Button } from '../ui/Button.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { useLanguage } from '../ui/useLanguage.ts'
import { useTitle } from '../ui/useTitle.ts'
import styles from './ProblemPage.module.css'

interface WhoPageProps {
  owner: DevicePerson
  known: DevicePerson
  onChoose: (who: 'owner' | 'known') => void
}

/** Somebody's own link was opened on the device of somebody else: nobody becomes another person by accident. */
export function WhoPage({ owner, known, onChoose }: WhoPageProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const names = { owner: sayWho(owner, language), known: sayWho(known, language) }
  const title = t('join.own.title', names)
  useTitle(title)
  return (
    <PageFrame narrow>
      <section className={styles.card}>
        <h1 className={styles.title}>{title}</h1>
        <p>{t('join.own.here', names)}</p>
        <div className={styles.actions}>
          <Button look="primary" onPress={() => onChoose('known')}>
            {t('join.own.stay', names)}
          </Button>
          <Button onPress={() => onChoose('owner')}>{t('join.own.as', names)}</Button>
        </div>
      </section>
    </PageFrame>
  )
}
