import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countryName } from '#shared/countries/countryName.ts'
import type { WallMade } from '#shared/protocol/api.ts'
import { LIMITS, type Language, type WorkshopDays } from '#shared/wall/schema.ts'
import { LANGUAGE_NAMES } from '../i18n/languageNames.ts'
import { OFFERED_LANGUAGES } from '../i18n/setUpI18n.ts'
import { DaysFields } from '../panels/workshop/DaysFields.tsx'
import { NO_DAYS, readDays, type DaysProblem } from '../panels/workshop/readDays.ts'
import type { Refusal } from '../session/api.ts'
import { Button } from '../ui/Button.tsx'
import { CountryField } from '../ui/CountryField.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Select } from '../ui/Select.tsx'
import { Tags } from '../ui/Tags.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useLanguage } from '../ui/useLanguage.ts'
import { makeAndRemember, whyNotMade } from './makeAndRemember.ts'
import { ThemesField } from './ThemesField.tsx'
import styles from './HomePage.module.css'

const LANGUAGE_OPTIONS = OFFERED_LANGUAGES.map((id) => ({ id, label: LANGUAGE_NAMES[id], lang: id }))

export function MakeWallForm({ onMade }: { onMade: (made: WallMade) => void }) {
  const { t } = useTranslation()
  const interfaceLanguage = useLanguage()
  const [title, setTitle] = useState('')
  const [chosenLanguage, setLanguage] = useState<Language>()
  const [place, setPlace] = useState('')
  const [days, setDays] = useState(NO_DAYS)
  const [daysProblem, setDaysProblem] = useState<DaysProblem>()
  const [themes, setThemes] = useState<readonly string[]>([])
  const [countries, setCountries] = useState<readonly string[]>([])
  const [isMaking, setMaking] = useState(false)
  const [isTitleMissing, setTitleMissing] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  /** Asked for once the server has said that it wants one. */
  const [key, setKey] = useState<string>()
  const [wasKeySent, setKeySent] = useState(false)
  const titleInput = useRef<HTMLInputElement>(null)
  const language = chosenLanguage ?? interfaceLanguage

  async function make(said: WorkshopDays | undefined): Promise<void> {
    setMaking(true)
    setKeySent(Boolean(key?.trim()))
    const answer = await makeAndRemember({ title: title.trim(), ...(place.trim() && { place: place.trim() }), ...(said && { days: said }), language, themes: [...themes], countries: [...countries], key: key?.trim() })
    setMaking(false)
    if (!answer.ok && answer.refusal === 'maker_key') setKey((before) => before ?? '')
    setRefusal(answer.ok ? undefined : answer.refusal)
    if (answer.ok) onMade(answer.value)
  }
  const send = (event: FormEvent): void => {
    event.preventDefault()
    setTitleMissing(!title.trim())
    if (!title.trim()) return titleInput.current?.focus()
    const said = readDays(days)
    setDaysProblem(typeof said === 'string' ? said : undefined)
    if (typeof said !== 'string') void make(said)
  }
  return (
    <form className={styles.form} onSubmit={send} noValidate>
      <TextField
        label={t('home.titleLabel')}
        placeholder={t('home.titleExample')}
        error={isTitleMissing && !title.trim() ? t('home.titleMissing') : undefined}
        value={title}
        onChange={setTitle}
        maxLength={LIMITS.title}
        isRequired
        inputRef={titleInput}
      />
      <Select
        label={t('home.languageLabel')}
        description={t('home.languageHelp')}
        options={LANGUAGE_OPTIONS}
        value={language}
        onChange={setLanguage}
      />
      <Disclosure title={t('home.more')}>
        <TextField label={t('home.place')} description={t('home.placeHelp')} optional value={place} onChange={setPlace} maxLength={LIMITS.title} />
        <DaysFields days={days} problem={daysProblem} onChange={setDays} />
        <ThemesField themes={themes} onChange={setThemes} />
        <div className={styles.picked}>
          <CountryField
            label={t('home.countriesLabel')}
            description={t('home.countriesHelp')}
            optional
            value=""
            onChange={(code) => code && setCountries((before) => [...before, code])}
            without={countries}
          />
          <Tags
            label={t('home.countries')}
            tags={countries.map((code) => ({ id: code, text: countryName(code, interfaceLanguage) }))}
            onRemove={(code) => setCountries((before) => before.filter((other) => other !== code))}
          />
        </div>
      </Disclosure>
      {key !== undefined && (
        <TextField
          label={t('home.makerKey')}
          description={t('home.makerKeyHelp')}
          error={refusal === 'maker_key' && wasKeySent ? t('home.makerKeyWrong') : undefined}
          value={key}
          onChange={setKey}
          maxLength={200}
          autoComplete="off"
          spellCheck="false"
          isRequired
          autoFocus
        />
      )}
      {refusal && (
        <Notice look={refusal === 'maker_key' ? 'warn' : 'error'} isAlert>
          {t(`home.failed.${whyNotMade(refusal)}`)}
        </Notice>
      )}
      <Button type="submit" look="primary" large isPending={isMaking}>
        {t('home.make')}
      </Button>
    </form>
  )
}
