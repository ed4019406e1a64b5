import styles from './Brand.module.css'

/** A yellow and a red note that lean on each other. */
export function BrandMark() {
  return (
    <svg viewBox="0 0 34 30" aria-hidden="true" className={styles.mark}>
      <rect x="3" y="4" width="18" height="18" rx="2" transform="rotate(-8 12 13)" fill="var(--need)" stroke="var(--need-edge)" />
      <rect x="14" y="8" width="18" height="18" rx="2" transform="rotate(7 23 17)" fill="var(--offer)" stroke="var(--offer-edge)" />
    </svg>
  )
}
