import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOwnContact } from '../../pairing/useOwnContact.ts'
import { CheckBox } from '../../ui/CheckBox.tsx'
import { Notice } from '../../ui/Notice.tsx'
import styles from './ConfirmBox.module.css'

/** Asks who has left a contact, when they come to agree, whether the organiser's record may say it. Nothing else waits for it. */
export function ConsentBox() {
  const { t } = useTranslation()
  const { answer, save } = useOwnContact()
  const [wasAllowed, setAllowed] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  if (!answer?.ok || answer.value.contact === '') return null
  const { contact, consentedAt } = answer.value
  // Who has said yes before is not asked again; who says it now may take it back at once.
  if (consentedAt !== null && !wasAllowed) return null
  const choose = async (consent: boolean): Promise<void> => {
    setAllowed(true)
    setFailed(!(await save(contact, consent)))
  }
  return (
    <div className={styles.consent}>
      <p className={styles.means}>{t('consent.agreed')}</p>
      <CheckBox label={t('consent.record')} help={t('consent.recordHelp')} isChecked={consentedAt !== null} onChange={(consent) => void choose(consent)} />
      {hasFailed && (
        <Notice look="error" isAlert>
          {t('consent.notSaved')}
        </Notice>
      )}
    </div>
  )
}
