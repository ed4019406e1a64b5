import { useTranslation } from 'react-i18next'
import type { NotTaken } from '../session/changesNotTaken.ts'
import { Button } from '../ui/Button.tsx'
import { CopyField } from '../ui/CopyField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Notice } from '../ui/Notice.tsx'
import styles from './RefusedDialog.module.css'

/** What the server did not take: why, and the words to copy. It stays until its owner has put it away. */
export function RefusedDialog({ notTaken: { why, changes }, onDone }: { notTaken: NotTaken; onDone: () => void }) {
  const { t } = useTranslation()
  return (
    <Dialog
      role="alertdialog"
      title={t('refused.title')}
      isOpen
      actions={
        <Button look="primary" onPress={onDone}>
          {t('common.done')}
        </Button>
      }
    >
      <p>{t('refused.what')}</p>
      <ul role="list">
        {why.map((refusal) => (
          <li key={refusal}>{t(`refused.why.${refusal}`)}</li>
        ))}
      </ul>
      {changes.some(({ text }) => text) && <Notice look="warn">{t('refused.yours')}</Notice>}
      {changes.length > 0 && (
        <ul role="list" className={styles.changes}>
          {changes.map(({ what, name, text }, index) => {
            const label = t(`refused.of.${what}`, { name })
            return (
              <li key={index} className={styles.change}>
                <p className={styles.what}>{label}</p>
                {text && <CopyField label={label} value={text} isProse />}
              </li>
            )
          })}
        </ul>
      )}
    </Dialog>
  )
}
