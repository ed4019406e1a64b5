import { type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx'
import { Notice } from '../ui/Notice.tsx'

/** A part of the page that may fail alone: writing goes on while another part cannot be shown. */
export function Part({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  return <ErrorBoundary fallback={<Notice look="error">{t('wall.partFailed')}</Notice>}>{children}</ErrorBoundary>
}
