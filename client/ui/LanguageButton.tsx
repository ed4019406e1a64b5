import { Languages } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LANGUAGE_NAMES } from '../i18n/languageNames.ts'
import { changeLanguage } from '../i18n/setUpI18n.ts'
import { Button } from './Button.tsx'
import { later } from './later.tsx'
import { NotLoadedDialog } from './NotLoaded.tsx'
import { Opener } from './Opener.tsx'
import { useLanguage } from './useLanguage.ts'

const LanguageMenu = later(async () => (await import('./LanguageMenu.tsx')).LanguageMenu, NotLoadedDialog, { isFirst: true })

/** The language of the interface; the choice is remembered on this device. */
export function LanguageButton() {
  const { t } = useTranslation()
  const current = useLanguage()
  const [isMissing, setMissing] = useState(false)
  return (
    <>
      <Opener
        opens="menu"
        button={
          <Button look="quiet" icon={<Languages aria-hidden="true" />} aria-label={`${t('common.language')}: ${LANGUAGE_NAMES[current]}`}>
            <span lang={current}>{LANGUAGE_NAMES[current]}</span>
          </Button>
        }
      >
        {(opened) => <LanguageMenu {...opened} onChoose={(language) => void changeLanguage(language, true).catch(() => setMissing(true))} />}
      </Opener>
      {isMissing && <NotLoadedDialog onClose={() => setMissing(false)} />}
    </>
  )
}
