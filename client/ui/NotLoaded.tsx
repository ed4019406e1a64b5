import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
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

/** The browser's own window: the code of ours may be what is missing. */
export function NotLoadedDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const dialog = useRef<HTMLDialogElement>(null)
  const title = useId()
  useEffect(() => dialog.current?.showModal(), [])
  return (
    // The role is said: that a window is open is seen by it, here as with our own.
    <dialog ref={dialog} role="dialog" aria-labelledby={title} className={styles.dialog} onClose={onClose}>
      <div className={styles.head}>
        <h2 id={title} className={styles.title}>
          {t('notLoaded.title')}
        </h2>
        {/* In words: what is said of a sign would lie behind a window of the browser's. */}
        <Button look="quiet" onPress={() => dialog.current?.close()}>
          {t('common.close')}
        </Button>
      </div>
      <NotLoaded />
    </dialog>
  )
}
