import { type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'

interface ConfirmDialogProps {
  title: string
  /** What will happen, and what stays. */
  children: ReactNode
  /** The verb: "Delete", "Forget". */
  action: string
  /** The action takes something away for good. */
  danger?: boolean
  isOpen: boolean
  isPending?: boolean
  onConfirm: () => void
  onCancel: () => void
}

/** Asks before something that is hard to take back. */
export function ConfirmDialog({ title, children, action, danger = false, isOpen, isPending = false, onConfirm, onCancel }: ConfirmDialogProps) {
  const { t } = useTranslation()
  return (
    <Dialog
      role="alertdialog"
      title={title}
      isOpen={isOpen}
      // What has been asked for is being done: nothing here would take it back.
      {...(!isPending && { onClose: onCancel })}
      actions={
        <>
          <Button isDisabled={isPending} onPress={onCancel}>
            {t('common.cancel')}
          </Button>
          <Button look={danger ? 'danger' : 'primary'} isPending={isPending} onPress={onConfirm}>
            {action}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}
