import { useEffectEvent, useLayoutEffect, useRef, useState, type ComponentType } from 'react'
import { flushSync } from 'react-dom'
import { countryName } from '#shared/countries/countryName.ts'
import type { CountryBoxProps, CountryFieldProps } from './CountryBox.tsx'
import { loadPart } from './later.tsx'
import { NotLoaded } from './NotLoaded.tsx'
import { TextField } from './TextField.tsx'
import { useLanguage } from './useLanguage.ts'

const loadBox = (): Promise<ComponentType<CountryBoxProps>> => loadPart(async () => (await import('./CountryBox.tsx')).CountryBox, NotLoaded, { isFirst: true })

/**
 * A country, found by typing any of its names in any of the seven languages; shown in the language of the page. Its list comes
 * after the page that it stands on: what is typed until then is kept, and so is the cursor; what is being composed is composed first.
 */
export function CountryField(props: CountryFieldProps) {
  const { value, onChange, label, description, error, optional, inputRef } = props
  const language = useLanguage()
  const [typed, setTyped] = useState<string>()
  const focused = useRef<HTMLInputElement>(undefined)
  const { box, onCompositionStart, onCompositionEnd } = useBox(() => focused.current)
  const type = (text: string): void => {
    setTyped(text)
    if (value) onChange('')
  }
  if (box) return <box.Box {...props} typedBefore={typed} cursorBefore={box.cursor} />
  return (
    <TextField
      label={label}
      description={description}
      error={error}
      optional={optional}
      inputRef={inputRef}
      value={typed ?? (value ? countryName(value, language) : '')}
      onChange={type}
      onFocus={({ target }) => void (focused.current = target)}
      onBlur={() => void (focused.current = undefined)}
      onCompositionStart={onCompositionStart}
      onCompositionEnd={onCompositionEnd}
      autoComplete="off"
    />
  )
}

interface LoadedBox {
  readonly Box: ComponentType<CountryBoxProps>
  /** Where the cursor was, if it was in the field. */
  readonly cursor: CountryBoxProps['cursorBefore']
}

/** The field with its list, once it is here and nothing is being composed in the one that it stands in the place of. */
function useBox(focused: () => HTMLInputElement | undefined) {
  const [box, setBox] = useState<LoadedBox>()
  const isComposing = useRef(false)
  const loaded = useRef<ComponentType<CountryBoxProps>>(undefined)

  function take(): void {
    const { current: Box } = loaded
    if (!Box || isComposing.current) return
    const field = focused()
    // In one go: a letter that is typed between looking where the cursor is and standing in its place would be lost.
    flushSync(() => setBox({ Box, cursor: field && [field.selectionStart ?? 0, field.selectionEnd ?? 0] }))
  }
  const takeLoaded = useEffectEvent(take)
  useLayoutEffect(() => {
    let isGone = false
    void loadBox().then((Box) => {
      if (isGone) return
      loaded.current = Box
      takeLoaded()
    })
    return () => {
      isGone = true
    }
  }, [])
  return {
    box,
    onCompositionStart: () => void (isComposing.current = true),
    onCompositionEnd: () => {
      isComposing.current = false
      setTimeout(take) // browsers differ in whether the text itself comes before this or after
    },
  }
}
