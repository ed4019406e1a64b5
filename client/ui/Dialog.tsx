import { X } from 'lucide-react'
import { type ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { classes } from './classes.ts'
import { IconButton } from './IconButton.tsx'
import styles from './Dialog.module.css'

interface DialogProps {
  title: string
  isOpen: boolean
  /** Escape, a press outside or the cross. Without it the dialog stays until one of its buttons is pressed. */
  onClose?: () => void
  children: ReactNode
  /** The buttons at the end, the main one last. */
  actions?: ReactNode
  wide?: boolean
  /** There is nothing in it to press: the text itself takes the focus, to be scrolled by keys. */
  isText?: boolean
  role?: 'dialog' | 'alertdialog'
}

/** A window over the page; on a phone it rises from the bottom and takes the width. */
export function Dialog({ title, isOpen, onClose, children, actions, wide = false, isText = false, role = 'dialog' }: DialogProps) {
  const { t } = useTranslation()
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose?.()}
      isDismissable={onClose !== undefined && role === 'dialog'}
      isKeyboardDismissDisabled={onClose === undefined}
      className={classes(styles.overlay)}
    >
      <Modal className={classes(styles.modal, wide && styles.wide)}>
        <AriaDialog role={role} className={classes(styles.dialog)}>
          <header className={styles.head}>
            <Heading slot="title" level={2} className={styles.title}>
              {title}
            </Heading>
            {onClose && (
              <IconButton label={t('common.close')} onPress={onClose}>
                <X aria-hidden="true" />
              </IconButton>
            )}
          </header>
          <div tabIndex={isText ? 0 : undefined} className={styles.body}>
            {children}
          </div>
          {actions && <footer className={styles.actions}>{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
