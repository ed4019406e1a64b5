import { ArrowRight } from 'lucide-react'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LIMITS } from '#shared/wall/schema.ts'
import type { DevicePerson } from '../session/device.ts'
import { Button } from '../ui/Button.tsx'
import { CheckBox } from '../ui/CheckBox.tsx'
import { CountryField } from '../ui/CountryField.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './JoinPage.module.css'

interface JoinFormProps {
  known: DevicePerson
  countries: readonly string[]
  isJoining: boolean
  /** @param consent that the organiser's record carries the contact */
  onJoin: (person: DevicePerson, consent: boolean) => void
}

/** Name and country; the rest may stay empty. What is missing is said beside its field, and the first one gets the cursor. */
export function JoinForm({ known, countries, isJoining, onJoin }: JoinFormProps) {
  const { t } = useTranslation()
  const [person, setPerson] = useState(known)
  // Asked on each wall anew: the device remembers the contact, and not what it was allowed for elsewhere.
  const [consent, setConsent] = useState(false)
  const [wasSent, setSent] = useState(false)
  const nameInput = useRef<HTMLInputElement>(null)
  const countryInput = useRef<HTMLInputElement>(null)
  const set = (change: Partial<DevicePerson>): void => setPerson((before) => ({ ...before, ...change }))

  const name = person.name.trim()
  const send = (event: FormEvent): void => {
    event.preventDefault()
    setSent(true)
    if (!name) return nameInput.current?.focus()
    if (!person.country) return countryInput.current?.focus()
    const contact = person.contact.trim()
    onJoin({ name, country: person.country, institution: person.institution.trim(), contact }, consent && contact !== '')
  }
  return (
    <form className={styles.form} onSubmit={send} noValidate>
      <TextField
        label={t('join.name')}
        description={t('join.nameHelp')}
        error={wasSent && !name ? t('join.nameMissing') : undefined}
        value={person.name}
        onChange={(name) => set({ name })}
        autoComplete="name"
        maxLength={LIMITS.name}
        isRequired
        autoFocus={!known.name}
        inputRef={nameInput}
      />
      <CountryField
        label={t('join.country')}
        description={t('join.countryHelp')}
        error={wasSent && !person.country ? t('join.countryMissing') : undefined}
        value={person.country}
        onChange={(country) => set({ country })}
        first={countries}
        inputRef={countryInput}
      />
      <TextField
        label={t('join.institution')}
        optional
        value={person.institution}
        onChange={(institution) => set({ institution })}
        autoComplete="organization"
        maxLength={LIMITS.title}
      />
      <TextField
        label={t('join.contact')}
        description={t('join.contactHelp')}
        optional
        value={person.contact}
        onChange={(contact) => set({ contact })}
        maxLength={LIMITS.title}
      />
      {person.contact.trim() !== '' && <CheckBox label={t('consent.record')} help={t('consent.recordHelp')} isChecked={consent} onChange={setConsent} />}
      <Button type="submit" look="primary" large isPending={isJoining} className={styles.go} icon={<ArrowRight aria-hidden="true" className={styles.arrow} />}>
        {t('join.go')}
      </Button>
    </form>
  )
}
