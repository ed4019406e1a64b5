import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OwnContact } from '#shared/protocol/api.ts'
import { LIMITS } from '#shared/wall/schema.ts'
import { useOwnContact } from '../../pairing/useOwnContact.ts'
import { rememberedPerson, rememberPerson } from '../../session/device.ts'
import { useSession } from '../../session/SessionContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { CheckBox } from '../../ui/CheckBox.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import styles from './MyDetailsDialog.module.css'

/** How one is reached, and whether the organiser's record may say it; both are the server's alone, and never on the board. */
export function OwnContactForm() {
  const { t } = useTranslation()
  const { answer, save } = useOwnContact()
  if (!answer) return <p role="status">{t('app.loading')}</p>
  if (!answer.ok) return <Notice look="warn">{t('consent.notRead')}</Notice>
  return <Fields kept={answer.value} save={save} />
}

function Fields({ kept, save }: { kept: OwnContact; save: (contact: string, consent: boolean) => Promise<boolean> }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { me } = useSession()
  const [contact, setContact] = useState(kept.contact)
  const [consent, setConsent] = useState(kept.consentedAt !== null)
  const [saving, setSaving] = useState<'not' | 'pending' | 'done' | 'failed'>('not')
  const typed = contact.trim()
  const wanted = consent && typed !== ''
  const isChanged = typed !== kept.contact || wanted !== (kept.consentedAt !== null)
  const change = (set: () => void): void => {
    set()
    setSaving('not')
  }
  const send = async (): Promise<void> => {
    setSaving('pending')
    const isSaved = await save(typed, wanted)
    setSaving(isSaved ? 'done' : 'failed')
    const person = rememberedPerson()
    if (isSaved && person && person.name === me?.name) rememberPerson({ ...person, contact: typed })
  }
  const since = kept.consentedAt !== null && !isChanged ? t('consent.since', { date: new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(kept.consentedAt) }) : undefined
  return (
    <div className={styles.contact}>
      <TextField label={t('people.contact')} description={t('people.contactWho')} optional value={contact} onChange={(next) => change(() => setContact(next))} maxLength={LIMITS.title} />
      <CheckBox
        label={t('consent.record')}
        help={since ?? t('consent.recordHelp')}
        isChecked={wanted}
        isDisabled={typed === ''}
        onChange={(next) => change(() => setConsent(next))}
      />
      {saving === 'done' && (
        <Notice look="good" isAlert>
          {t('consent.saved')}
        </Notice>
      )}
      {saving === 'failed' && (
        <Notice look="error" isAlert>
          {t('consent.notSaved')}
        </Notice>
      )}
      <Button isDisabled={!isChanged} isPending={saving === 'pending'} onPress={() => void send()}>
        {t('common.save')}
      </Button>
    </div>
  )
}
