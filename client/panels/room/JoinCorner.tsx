import { useTranslation } from 'react-i18next'
import { QrCode } from '../../ui/QrCode.tsx'
import styles from './JoinCorner.module.css'

/** How to come in: a code to photograph, and the same link to type. This screen may not know the link. */
export function JoinCorner({ link }: { link: string | undefined }) {
  const { t } = useTranslation()
  if (!link) return <p className={styles.ask}>{t('room.ask')}</p>
  return (
    <section className={styles.join} aria-labelledby="join-title">
      <div className={styles.code}>
        <QrCode value={link} label={t('room.code')} />
      </div>
      <div className={styles.words}>
        <h2 id="join-title" className={styles.title}>
          {t('room.join')}
        </h2>
        <p className={styles.scan}>{t('room.scan')}</p>
        <p className={styles.link} dir="ltr">
          {link.replace(/^https?:\/\//, '')}
        </p>
      </div>
    </section>
  )
}
