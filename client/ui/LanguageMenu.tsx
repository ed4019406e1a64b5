import { Languages } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LANGUAGE_NAMES } from '../i18n/languageNames.ts'
import { changeLanguage, OFFERED_LANGUAGES } from '../i18n/setUpI18n.ts'
import { Button } from './Button.tsx'
import { Menu, MenuItem } from './Menu.tsx'
import { NotLoadedDialog } from './NotLoaded.tsx'
import { useLanguage } from './useLanguage.ts'

/** The language of the interface, each in its own words; the choice is remembered on this device. */
export function LanguageMenu() {
  const { t } = useTranslation()
  const current = useLanguage()
  const [isMissing, setMissing] = useState(false)
  const choose = (id: unknown): void => {
    const language = OFFERED_LANGUAGES.find((offered) => offered === id)
    if (language) changeLanguage(language, true).catch(() => setMissing(true))
  }
  return (
    <>
      <Menu
        label={t('common.language')}
        selectionMode="single"
        selectedKeys={[current]}
        onAction={choose}
        trigger={
          <Button look="quiet" icon={<Languages aria-hidden="true" />} aria-label={`${t('common.language')}: ${LANGUAGE_NAMES[current]}`}>
            <span lang={current}>{LANGUAGE_NAMES[current]}</span>
          </Button>
        }
      >
        {OFFERED_LANGUAGES.map((language) => (
          <MenuItem key={language} id={language} lang={language} textValue={LANGUAGE_NAMES[language]}>
            {LANGUAGE_NAMES[language]}
          </MenuItem>
        ))}
      </Menu>
      {isMissing && <NotLoadedDialog onClose={() => setMissing(false)} />}
    </>
  )
}
