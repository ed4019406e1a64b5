import { Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { NOTE_KINDS, type NoteKind } from '#shared/wall/schema.ts'
import { classes } from '../../ui/classes.ts'
import styles from './KindChoice.module.css'

/** Two papers to choose from, as on the table in the room. */
export function KindChoice({ kind, onChange }: { kind: NoteKind; onChange: (kind: NoteKind) => void }) {
  const { t } = useTranslation()
  const choose = (value: string): void => {
    const chosen = NOTE_KINDS.find((known) => known === value)
    if (chosen) onChange(chosen)
  }
  return (
    <RadioGroup aria-label={t('form.kind')} value={kind} onChange={choose} orientation="horizontal" className={classes(styles.choice)}>
      {NOTE_KINDS.map((known) => (
        <Radio key={known} value={known} className={classes(styles.paper, styles[known])}>
          <span className={styles.kind}>
            <span className={styles.shape} aria-hidden="true" />
            {t(`kind.${known}`)}
          </span>
          <span className={styles.help}>{t(known === 'need' ? 'form.needHelp' : 'form.offerHelp')}</span>
        </Radio>
      ))}
    </RadioGroup>
  )
}
