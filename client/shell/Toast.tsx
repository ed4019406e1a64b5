import { X } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useView } from '../state/viewStore.ts'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import styles from './Toast.module.css'

/** Long enough to notice and reach; the clock stands still while the pointer or the focus is on it. */
const SHOWN_MS = 12_000

interface ToastProps {
  /** What just happened; nothing is shown without it. Another object is another event, with all its time. */
  about: object | undefined
  words: string
  action: string
  onAction: () => void
  onClose: () => void
}

/** Says what just happened, and takes it back with one touch. */
export function Toast({ about, words, action, onAction, onClose }: ToastProps) {
  const { t } = useTranslation()
  const [isHeld, setHeld] = useState(false)
  const isOverWall = useView(({ tab }) => tab === 'wall')
  const close = useEffectEvent(onClose)
  useEffect(() => {
    if (!about || isHeld) return
    const timer = setTimeout(close, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [about, isHeld])
  const isShown = about !== undefined
  // What is gone is not held any more.
  if (!isShown && isHeld) setHeld(false)
  return (
    <div
      role="status"
      data-over-wall={isOverWall || undefined}
      className={styles.place}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {isShown && (
        <div className={styles.toast}>
          <p className={styles.words}>{words}</p>
          <Button onPress={onAction}>{action}</Button>
          <IconButton label={t('common.close')} onPress={onClose}>
            <X aria-hidden="true" />
          </IconButton>
        </div>
      )}
    </div>
  )
}
