import { useTranslation } from 'react-i18next'
import { OFFERED_LANGUAGES } from '../i18n/setUpI18n.ts'

/** The language of the interface, as one of the seven. */
export function useLanguage(): (typeof OFFERED_LANGUAGES)[number] {
  const { i18n } = useTranslation()
  return OFFERED_LANGUAGES.find((language) => language === i18n.language) ?? 'en'
}
