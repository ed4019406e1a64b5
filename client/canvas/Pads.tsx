import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { NOTE_KINDS, type NoteKind } from '#shared/wall/schema.ts'
import { classes } from '../ui/classes.ts'
import styles from './Pads.module.css'

interface PadsProps {
  onAdd: (kind: NoteKind) => void
  /** Beside the pointer instead of at the foot of the wall. */
  small?: boolean
  autoFocus?: boolean
}

/** A word of more letters is set smaller: all of it stands on the sheet. */
const LONG = 8

/** Two pads of sticky paper: take one, and write. */
export function Pads({ onAdd, small = false, autoFocus = false }: PadsProps) {
  const { t } = useTranslation()
  const isLong = NOTE_KINDS.some((kind) => t(`kind.${kind}`).length > LONG)
  return (
    <div role="group" data-cover={small ? undefined : 'edge'} aria-label={t('canvas.pads')} className={classes(styles.pads, small && styles.small, isLong && styles.long)}>
      {NOTE_KINDS.map((kind) => (
        <Button
          key={kind}
          data-kind={kind}
          autoFocus={autoFocus && kind === 'need'}
          aria-label={t(kind === 'need' ? 'canvas.addNeed' : 'canvas.addOffer')}
          className={classes(styles.pad, styles[kind])}
          onPress={() => onAdd(kind)}
        >
          <span className={styles.sign} aria-hidden="true" />
          {t(`kind.${kind}`)}
        </Button>
      ))}
    </div>
  )
}
