import styles from './CountBadge.module.css'

/** A number at the corner of a sign; whoever hears the page hears it in the sign's own name. */
export function CountBadge({ count }: { count: number }) {
  if (count === 0) return null
  return <span aria-hidden="true" data-count={count > 99 ? '99+' : count} className={styles.badge} />
}
