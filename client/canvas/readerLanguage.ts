import i18next from 'i18next'
import { isLanguage, type Language } from '#shared/wall/schema.ts'

/** The language of the interface, outside of components; those use `useLanguage`. */
export const readerLanguage = (): Language => (isLanguage(i18next.language) ? i18next.language : 'en')
