import { classes } from '../../ui/classes.ts'
import styles from './NothingYet.module.css'

/** Nothing to show is a normal state: said kindly, with what would help. */
export function NothingYet({ title, help, small = false }: { title: string; help: string; small?: boolean }) {
  return (
    <div className={classes(styles.nothing, small && styles.small)}>
      {!small && (
        <span className={styles.papers} aria-hidden="true">
          <i />
          <i />
        </span>
      )}
      <p className={styles.title}>{title}</p>
      <p className={styles.help}>{help}</p>
    </div>
  )
}
