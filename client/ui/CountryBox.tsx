import { useEffect, useEffectEvent, useState, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { countryName } from '#shared/countries/countryName.ts'
import type { searchCountries } from '#shared/countries/searchCountries.ts'
import { ComboBox, type ComboBoxOption } from './ComboBox.tsx'
import type { FieldTexts } from './FieldWords.tsx'
import { useLanguage } from './useLanguage.ts'

export interface CountryFieldProps extends FieldTexts {
  /** ISO 3166-1 alpha-2 in lower case, or `eu`; empty while none is chosen. */
  value: string
  onChange: (code: string) => void
  /** Codes that lead the list: the workshop's own. */
  first?: readonly string[]
  /** Codes that are not offered. */
  without?: readonly string[]
  inputRef?: Ref<HTMLInputElement>
}

export interface CountryBoxProps extends CountryFieldProps {
  /** Was typed already, before this was here. */
  typedBefore: string | undefined
  /** Where the cursor was, or what was marked, if the field that this stands in the place of had the focus. */
  cursorBefore: readonly [start: number, end: number] | undefined
}

type Search = typeof searchCountries

/** The list under the field, and what finds in it. */
export function CountryBox({ value, onChange, first = [], without = [], typedBefore, ...field }: CountryBoxProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const chosenName = value ? countryName(value, language) : ''
  const [typed, setTyped] = useState(typedBefore)
  const { search, isMissing } = useCountrySearch((search) => {
    if (typed !== undefined) type(typed, search)
  })

  const input = typed ?? chosenName
  const options: readonly ComboBoxOption[] = (search?.(typed ?? '', language, first) ?? [])
    .filter(({ code }) => !without.includes(code))
    .map(({ code, name, foundBy }) => ({ id: code, label: name, note: foundBy }))

  function type(text: string, find = search): void {
    if (text === chosenName) return setTyped(undefined)
    setTyped(text)
    // Typed to its end it is chosen, so that leaving the field keeps it.
    const whole = find?.(text, language, first).find(({ name }) => name.toLowerCase() === text.trim().toLowerCase())
    if (whole && !without.includes(whole.code)) choose(whole.code)
    else if (value) onChange('')
  }
  function choose(code: string | null): void {
    setTyped(undefined)
    onChange(code ?? '')
  }
  return (
    <ComboBox
      {...field}
      options={options}
      input={input}
      onInput={(text) => text !== input && type(text)}
      value={value || null}
      onChoose={choose}
      empty={search ? t('join.countryNone') : t(isMissing ? 'notLoaded.what' : 'app.loading')}
    />
  )
}

/** The names in all languages (50 kB) come with the first field that needs them. `isMissing`: they could not be fetched. */
function useCountrySearch(onFound: (search: Search) => void): { search?: Search; isMissing?: boolean } {
  const [found, setFound] = useState<{ search?: Search; isMissing?: boolean }>({})
  const take = useEffectEvent((search: Search) => {
    setFound({ search })
    onFound(search)
  })
  useEffect(() => {
    let isGone = false
    import('#shared/countries/searchCountries.ts').then(
      ({ searchCountries }) => !isGone && take(searchCountries),
      () => !isGone && setFound({ isMissing: true }),
    )
    return () => {
      isGone = true
    }
  }, [])
  return found
}
