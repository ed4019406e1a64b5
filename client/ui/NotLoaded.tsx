import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { Notice } from './Notice.tsx'
import styles from './NotLoaded.module.css'

/** In the place of a part of the page that could not be fetched. */
export function NotLoaded() {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<'asking' | 'noLine'>()

  async function loadAgain(): Promise<void> {
    setAsked('asking')
    // Without a line the page itself might not come back.
    const isThere = await fetch('/healthz', { cache: 'no-store' }).then(({ ok }) => ok, () => false)
    if (isThere) location.reload()
    else setAsked('noLine')
  }
  return (
    <Notice look="warn">
      <div className={styles.words}>
        <p>{t('notLoaded.what')}</p>
        {asked === 'noLine' && <p role="alert">{t('notLoaded.still')}</p>}
        <Button isPending={asked === 'asking'} onPress={() => void loadAgain()}>
          {t('common.reload')}
        </Button>
      </div>
    </Notice>
  )
}

export function NotLoadedDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('notLoaded.title')} isOpen onClose={onClose}>
      <NotLoaded />
    </Dialog>
  )
}
