import { type ReactNode } from 'react'
import { useView } from '../state/viewStore.ts'
import styles from './WallNews.module.css'

/** Where news stands over the wall, one below the other. */
export function WallNews({ children }: { children: ReactNode }) {
  const isOverWall = useView(({ tab }) => tab === 'wall')
  return (
    <div data-over-wall={isOverWall || undefined} className={styles.news}>
      {children}
    </div>
  )
}
