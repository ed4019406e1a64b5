import styles from './NothingYet.module.css'

/** Nothing to show is a normal state: said kindly, with what would help. */
export function NothingYet({ title, help }: { title: string; help: string }) {
  return (
    <div className={styles.nothing}>
      <span className={styles.papers} aria-hidden="true">
        <i />
        <i />
      </span>
      <p className={styles.title}>{title}</p>
      <p className={styles.help}>{help}</p>
    </div>
  )
}
