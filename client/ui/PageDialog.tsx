import { Printer, X } from 'lucide-react'
import { type ReactNode } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { classes } from './classes.ts'
import { IconButton } from './IconButton.tsx'
import styles from './PageDialog.module.css'

interface PageDialogProps {
  title: string
  onClose: () => void
  /** Further buttons of the page. */
  tools?: ReactNode
  children: ReactNode
}

/** A whole page over the wall, for reading and for paper: printed, it is all that there is. */
export function PageDialog({ title, onClose, tools, children }: PageDialogProps) {
  const { t } = useTranslation()
  return (
    <ModalOverlay isOpen onOpenChange={(open) => !open && onClose()} className={classes(styles.overlay)}>
      <Modal className={classes(styles.modal)}>
        <Dialog className={classes(styles.page)}>
          <header className={styles.head}>
            <Heading slot="title" level={1} className={styles.title}>
              {title}
            </Heading>
            {tools && <div className={styles.tool}>{tools}</div>}
            <Button icon={<Printer aria-hidden="true" />} className={styles.tool} onPress={() => window.print()}>
              {t('common.print')}
            </Button>
            <IconButton label={t('common.close')} className={classes(styles.tool, styles.close)} onPress={onClose}>
              <X aria-hidden="true" />
            </IconButton>
          </header>
          {/* scrolled by keys too, where nothing in it takes the focus */}
          <div tabIndex={0} className={styles.body}>
            {children}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
