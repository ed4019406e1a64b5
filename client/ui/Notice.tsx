import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import { type ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './Notice.module.css'

const ICONS = { info: Info, good: CircleCheck, warn: TriangleAlert, error: CircleAlert }

interface NoticeProps {
  look?: keyof typeof ICONS
  children: ReactNode
  /** Read out at once when it appears. */
  isAlert?: boolean
}

/** A few words that stand out from the page. */
export function Notice({ look = 'info', children, isAlert = false }: NoticeProps) {
  const Icon = ICONS[look]
  return (
    <div role={isAlert ? 'alert' : undefined} className={classes(styles.notice, styles[look])}>
      <Icon aria-hidden="true" className={styles.icon} />
      <div className={styles.words}>{children}</div>
    </div>
  )
}
