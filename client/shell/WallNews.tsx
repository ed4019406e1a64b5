import { type ReactNode } from 'react'
import styles from './WallNews.module.css'

/** Where news stands over the wall, one below the other. */
export function WallNews({ children }: { children: ReactNode }) {
  return <div className={styles.news}>{children}</div>
}
