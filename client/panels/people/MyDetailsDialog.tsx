import { useTranslation } from 'react-i18next'
import { countryName } from '#shared/countries/countryName.ts'
import { SpotField } from '../../pairing/SpotField.tsx'
import { useSession } from '../../session/SessionContext.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import styles from './MyDetailsDialog.module.css'
import { OwnContactForm } from './OwnContactForm.tsx'

/** Who one is on this wall, and who sees what of it. */
export function MyDetailsDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { me } = useSession()
  const none = <span className={styles.none}>{t('people.none')}</span>
  return (
    <Dialog title={t('people.details')} isOpen={isOpen} onClose={onClose}>
      {me && (
        <dl className={styles.details}>
          <dt>{t('people.name')}</dt>
          <dd>
            <bdi>{me.name}</bdi>
          </dd>
          <dt>{t('people.country')}</dt>
          <dd>
            {countryName(me.country, language)}
            <p className={styles.help}>{t('people.corner')}</p>
          </dd>
          <dt>{t('people.institution')}</dt>
          <dd>{me.institution ? <bdi>{me.institution}</bdi> : none}</dd>
        </dl>
      )}
      {me && <OwnContactForm />}
      <SpotField />
    </Dialog>
  )
}
