import { CircleAlert, Handshake } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Note, Side } from '#shared/wall/schema.ts'
import { sayWho } from '../../pairing/sayWho.ts'
import { classes } from '../../ui/classes.ts'
import { useLanguage } from '../../ui/useLanguage.ts'
import styles from './AgreedBanner.module.css'

interface AgreedBannerProps {
  notes: Readonly<Record<Side, Note>>
  /** It was agreed, and the card has been changed since. Takes the same room, so that nothing moves under who types. */
  isChanged: boolean
}

/** What everybody worked for; or that it needs to be confirmed once more. */
export function AgreedBanner({ notes, isChanged }: AgreedBannerProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const who = { need: sayWho(notes.need, language), offer: sayWho(notes.offer, language) }
  return (
    <div className={classes(styles.banner, isChanged ? styles.changed : styles.agreed)}>
      {isChanged ? <CircleAlert aria-hidden="true" /> : <Handshake aria-hidden="true" />}
      <div>
        <strong>{t(isChanged ? 'card.changedTitle' : 'card.agreed')}</strong>
        <p>{isChanged ? t('card.changedWords') : t('card.agreedWords', who)}</p>
      </div>
    </div>
  )
}
