import { ArrowLeft, Printer } from 'lucide-react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { printPairs, useView } from '../../state/viewStore.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import styles from './AgreementPages.module.css'
import { AgreementSheet } from './AgreementSheet.tsx'

/** The pairs of `viewStore.printed` as they come out on paper, each on its own page. Nothing else of the wall is printed with them. */
export function AgreementPages() {
  const { t } = useTranslation()
  const printed = useView((view) => view.printed)
  const close = (): void => printPairs(undefined)
  return (
    <ModalOverlay isOpen={printed !== undefined} onOpenChange={(open) => !open && close()} className={classes(styles.overlay)} data-prints>
      <Modal>
        <Dialog aria-label={t('agreement.print')} className={classes(styles.pages)}>
          <div className={styles.tools}>
            <Button icon={<ArrowLeft aria-hidden="true" className={styles.arrow} />} onPress={close}>
              {t('agreement.back')}
            </Button>
            <Button look="primary" icon={<Printer aria-hidden="true" />} onPress={() => window.print()}>
              {t('agreement.print')}
            </Button>
          </div>
          {printed?.map((id) => (
            <AgreementSheet key={id} id={id} />
          ))}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
