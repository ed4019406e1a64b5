import { type Ref, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countryName } from '#shared/countries/countryName.ts'
import type { searchCountries } from '#shared/countries/searchCountries.ts'
import { ComboBox, type ComboBoxOption } from './ComboBox.tsx'
import type { FieldTexts } from './FieldWords.tsx'
import { useLanguage } from './useLanguage.ts'

interface CountryFieldProps extends FieldTexts {
  /** ISO 3166-1 alpha-2 in lower case, or `eu`; empty while none is chosen. */
  value: string
  onChange: (code: string) => void
  /** Codes that lead the list: the workshop's own. */
  first?: readonly string[]
  /** Codes that are not offered. */
  without?: readonly string[]
  inputRef?: Ref<HTMLInputElement>
}

type Search = typeof searchCountries

/** A country, found by typing any of its names in any of the seven languages; shown in the language of the page. */
export function CountryField({ value, onChange, first = [], without = [], inputRef, ...texts }: CountryFieldProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const chosenName = value ? countryName(value, language) : ''
  const [typed, setTyped] = useState<string>()
  const { search, isMissing } = useCountrySearch()

  const input = typed ?? chosenName
  const options: readonly ComboBoxOption[] = (search?.(typed ?? '', language, first) ?? [])
    .filter(({ code }) => !without.includes(code))
    .map(({ code, name, foundBy }) => ({ id: code, label: name, note: foundBy }))

  const type = (text: string): void => {
    if (text === input) return
    if (text === chosenName) return setTyped(undefined)
    setTyped(text)
    // Typed to its end it is chosen, so that leaving the field keeps it.
    const whole = search?.(text, language, first).find(({ name }) => name.toLowerCase() === text.trim().toLowerCase())
    if (whole && !without.includes(whole.code)) choose(whole.code)
    else if (value) onChange('')
  }
  const choose = (code: string | null): void => {
    setTyped(undefined)
    onChange(code ?? '')
  }
  return (
    <ComboBox
      {...texts}
      options={options}
      input={input}
      onInput={type}
      value={value || null}
      onChoose={choose}
      empty={search ? t('join.countryNone') : t(isMissing ? 'notLoaded.what' : 'app.loading')}
      inputRef={inputRef}
    />
  )
}

/** The names in all languages (50 kB) come with the first field that needs them. `isMissing`: they could not be fetched. */
function useCountrySearch(): { search?: Search; isMissing?: boolean } {
  const [found, setFound] = useState<{ search?: Search; isMissing?: boolean }>({})
  useEffect(() => {
    let isGone = false
    import('#shared/countries/searchCountries.ts').then(
      ({ searchCountries }) => !isGone && setFound({ search: searchCountries }),
      () => !isGone && setFound({ isMissing: true }),
    )
    return () => {
      isGone = true
    }
  }, [])
  return found
}
