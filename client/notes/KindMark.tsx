import { useTranslation } from 'react-i18next'
import type { NoteKind } from '#shared/wall/schema.ts'
import { classes } from '../ui/classes.ts'
import styles from './KindMark.module.css'

/** What a note is, three times over: the word, the colour, and the shape (a ring has room in it, a full square gives). */
export function KindMark({ kind, className }: { kind: NoteKind; className?: string }) {
  const { t } = useTranslation()
  return (
    <span className={classes(styles.mark, styles[kind], className)}>
      <span className={styles.shape} aria-hidden="true" />
      {t(`kind.${kind}`)}
    </span>
  )
}
