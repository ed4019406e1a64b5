import { Suspense, useState } from 'react'
import { countryName } from '#shared/countries/countryName.ts'
import type { CountryFieldProps } from './CountryBox.tsx'
import { later } from './later.tsx'
import { NotLoaded } from './NotLoaded.tsx'
import { TextField } from './TextField.tsx'
import { useLanguage } from './useLanguage.ts'

const CountryBox = later(async () => (await import('./CountryBox.tsx')).CountryBox, NotLoaded, { isFirst: true })

/**
 * A country, found by typing any of its names in any of the seven languages; shown in the language of the page. Its list comes
 * after the page that it stands on: what is typed until then is kept.
 */
export function CountryField(props: CountryFieldProps) {
  const { value, onChange, label, description, error, optional, inputRef } = props
  const language = useLanguage()
  const [typed, setTyped] = useState<string>()
  const [hasFocus, setFocus] = useState(false)
  const type = (text: string): void => {
    setTyped(text)
    if (value) onChange('')
  }
  const plain = (
    <TextField
      label={label}
      description={description}
      error={error}
      optional={optional}
      inputRef={inputRef}
      value={typed ?? (value ? countryName(value, language) : '')}
      onChange={type}
      onFocusChange={setFocus}
      autoComplete="off"
    />
  )
  return (
    <Suspense fallback={plain}>
      <CountryBox {...props} typedBefore={typed} takesFocus={hasFocus} />
    </Suspense>
  )
}
