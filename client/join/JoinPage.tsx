import { useTranslation } from 'react-i18next'
import type { WallLook } from '#shared/protocol/api.ts'
import type { DevicePerson } from '../session/device.ts'
import { Notice } from '../ui/Notice.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { useTitle } from '../ui/useTitle.ts'
import type { EntryProblem } from './enterWall.ts'
import { JoinForm } from './JoinForm.tsx'
import styles from './JoinPage.module.css'

interface JoinPageProps {
  look: WallLook
  known: DevicePerson
  isJoining: boolean
  refusal?: EntryProblem
  onJoin: (person: DevicePerson, consent: boolean) => void
}

/** The door of a wall: whose it is, and who comes in. */
export function JoinPage({ look, known, isJoining, refusal, onJoin }: JoinPageProps) {
  const { t } = useTranslation()
  useTitle(look.title)
  return (
    <PageFrame narrow>
      <div className={styles.head}>
        <p className={styles.invited}>{t('join.invited')}</p>
        <h1 className={styles.title} lang={look.language}>
          <bdi>{look.title}</bdi>
        </h1>
        {look.role === 'facilitator' && <p className={styles.role}>{t('join.asFacilitator')}</p>}
      </div>
      <div className={styles.card}>
        <h2 className={styles.ask}>{t('join.ask')}</h2>
        <p className={styles.once}>{t('join.once')}</p>
        {refusal && (
          <Notice look="error" isAlert>
            {t(`join.notJoined.${refusal}`)}
          </Notice>
        )}
        <JoinForm known={known} countries={look.countries} isJoining={isJoining} onJoin={onJoin} />
      </div>
    </PageFrame>
  )
}
