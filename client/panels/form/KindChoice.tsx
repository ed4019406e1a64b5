import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { NOTE_KINDS, type NoteKind } from '#shared/wall/schema.ts'
import { classes } from '../../ui/classes.ts'
import styles from './KindChoice.module.css'

/** Two papers to choose from, as on the table in the room. */
export function KindChoice({ kind, onChange }: { kind: NoteKind; onChange: (kind: NoteKind) => void }) {
  const { t } = useTranslation()
  const name = useId()
  return (
    <div role="radiogroup" aria-label={t('form.kind')} className={styles.choice}>
      {NOTE_KINDS.map((known) => (
        <label key={known} className={classes(styles.paper, styles[known])}>
          <input type="radio" name={name} checked={known === kind} onChange={() => onChange(known)} className={styles.input} />
          <span className={styles.kind}>
            <span className={styles.shape} aria-hidden="true" />
            {t(`kind.${known}`)}
          </span>
          <span className={styles.help}>{t(known === 'need' ? 'form.needHelp' : 'form.offerHelp')}</span>
        </label>
      ))}
    </div>
  )
}
