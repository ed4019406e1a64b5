import { useTranslation } from 'react-i18next'
import type { WallDifference } from '#shared/wall/compareWalls.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import styles from './RestoreDialog.module.css'

interface RestoreDialogProps {
  when: string
  difference: WallDifference
  isOpen: boolean
  isPending: boolean
  onConfirm: () => void
  onCancel: () => void
}

/** Says what a restore does to everybody, and how it can be taken back, before it is done. */
export function RestoreDialog({ when, difference: { came, pairs }, ...asked }: RestoreDialogProps) {
  const { t } = useTranslation()
  return (
    <ConfirmDialog title={t('history.restoreTitle')} action={t('history.restore')} {...asked}>
      <p>{t('history.restoreWhat', { when })}</p>
      <ul className={styles.facts}>
        {came.length > 0 && <li>{t('history.restoreBin', { count: came.length })}</li>}
        {pairs > 0 && <li>{t('history.restorePairs', { count: pairs })}</li>}
        <li>{t('history.restoreStay')}</li>
        <li>{t('history.restoreKept')}</li>
        <li>{t('history.restoreUndo')}</li>
      </ul>
    </ConfirmDialog>
  )
}
