import { X } from 'lucide-react'
import { type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { classes } from './classes.ts'
import { IconButton } from './IconButton.tsx'
import styles from './NewsCard.module.css'

interface NewsCardProps {
  /** One icon of lucide-react. */
  icon: ReactNode
  children: ReactNode
  /** What to press about it. */
  action?: ReactNode
  /** Without it nobody can put it away: for a screen that nobody touches, and then it is written large. */
  onClose?: () => void
}

/** News that concerns everybody on the wall. It stands in a live region that is there before it comes. */
export function NewsCard({ icon, children, action, onClose }: NewsCardProps) {
  const { t } = useTranslation()
  return (
    <div data-cover="other" className={classes(styles.card, !onClose && styles.large)}>
      <span aria-hidden="true" className={styles.icon}>
        {icon}
      </span>
      <div className={styles.words}>{children}</div>
      {action}
      {onClose && (
        <IconButton label={t('common.close')} onPress={onClose}>
          <X aria-hidden="true" />
        </IconButton>
      )}
    </div>
  )
}

/** Where such news appears: there before it comes, so that it is read out. */
export function NewsPlace({ children }: { children: ReactNode }) {
  return (
    <div role="status" className={styles.place}>
      {children}
    </div>
  )
}
