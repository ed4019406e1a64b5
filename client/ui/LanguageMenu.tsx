import { useTranslation } from 'react-i18next'
import { LANGUAGE_NAMES } from '../i18n/languageNames.ts'
import { OFFERED_LANGUAGES } from '../i18n/setUpI18n.ts'
import { Menu, MenuItem } from './Menu.tsx'
import type { Opened } from './Opener.tsx'
import { useLanguage } from './useLanguage.ts'

interface LanguageMenuProps extends Opened {
  onChoose: (language: (typeof OFFERED_LANGUAGES)[number]) => void
}

/** The languages of the interface, each in its own words. */
export function LanguageMenu({ onChoose, ...opened }: LanguageMenuProps) {
  const { t } = useTranslation()
  const current = useLanguage()
  const choose = (id: unknown): void => {
    const language = OFFERED_LANGUAGES.find((offered) => offered === id)
    if (language) onChoose(language)
  }
  return (
    <Menu {...opened} label={t('common.language')} selectionMode="single" selectedKeys={[current]} onAction={choose}>
      {OFFERED_LANGUAGES.map((language) => (
        <MenuItem key={language} id={language} lang={language} textValue={LANGUAGE_NAMES[language]}>
          {LANGUAGE_NAMES[language]}
        </MenuItem>
      ))}
    </Menu>
  )
}
