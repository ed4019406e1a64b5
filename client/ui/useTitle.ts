import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'

/** Names the page in the browser's tab; without words it is the product's name alone. */
export function useTitle(words?: string): void {
  const { t } = useTranslation()
  const name = t('app.name')
  useEffect(() => {
    document.title = words ? `${words} – ${name}` : name
  }, [words, name])
}
