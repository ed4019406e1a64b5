import { Plus } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { Tags } from '../ui/Tags.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './HomePage.module.css'

interface ThemesFieldProps {
  themes: readonly string[]
  onChange: (themes: readonly string[]) => void
}

const MOST_THEMES = 12
const THEME_LENGTH = 60

/** What the workshop is about, in the facilitator's words, one after the other. */
export function ThemesField({ themes, onChange }: ThemesFieldProps) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const theme = text.trim()
  const canAdd = theme !== '' && !themes.includes(theme) && themes.length < MOST_THEMES
  const add = (): void => {
    if (!canAdd) return
    onChange([...themes, theme])
    setText('')
  }
  const addOnEnter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !theme) return
    event.preventDefault() // or it would make the wall
    add()
  }
  return (
    <div className={styles.picked}>
      <div className={styles.themeRow} onKeyDownCapture={addOnEnter}>
        <TextField label={t('home.themesLabel')} placeholder={t('home.themesHelp')} optional value={text} onChange={setText} maxLength={THEME_LENGTH} />
        <Button icon={<Plus aria-hidden="true" />} onPress={add} isDisabled={!canAdd}>
          {t('common.add')}
        </Button>
      </div>
      <Tags label={t('home.themes')} tags={themes.map((theme) => ({ id: theme, text: theme }))} onRemove={(gone) => onChange(themes.filter((theme) => theme !== gone))} />
    </div>
  )
}
