import { Check, Copy } from 'lucide-react'
import { useId, useRef, useState, type FocusEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { classes } from './classes.ts'
import { copyText } from './copyText.ts'
import styles from './CopyField.module.css'

interface CopyFieldProps {
  /** What the text is, for those who hear it: "Link for participants". */
  label: string
  value: string
  /** Words rather than a link: as many lines as they need, in their own direction. */
  isProse?: boolean
}

type Outcome = 'copied' | 'byHand' | undefined

/** A text to be taken elsewhere, with a button that copies it and says so. */
export function CopyField({ label, value, isProse = false }: CopyFieldProps) {
  const { t } = useTranslation()
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const [outcome, setOutcome] = useState<Outcome>()
  const hint = useId()
  const words = outcome === 'copied' ? t('common.copied') : t('common.copy')
  const shared = {
    readOnly: true,
    value,
    'aria-label': label,
    'aria-describedby': hint,
    onFocus: (event: FocusEvent<HTMLInputElement | HTMLTextAreaElement>) => event.target.select(),
  }
  const copy = async (): Promise<void> => {
    if (field.current) setOutcome((await copyText(field.current)) ? 'copied' : 'byHand')
  }
  return (
    <div className={styles.field}>
      {isProse ? (
        <textarea ref={field} {...shared} dir="auto" rows={Math.min(6, Math.ceil(value.length / 40))} className={classes(styles.text, styles.prose)} />
      ) : (
        <input ref={field} {...shared} dir="ltr" className={styles.text} />
      )}
      <Button
        className={styles.button}
        aria-label={`${words}: ${label}`}
        icon={outcome === 'copied' ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
        onPress={() => void copy()}
      >
        {words}
      </Button>
      <p id={hint} role="status" className={outcome === 'byHand' ? styles.byHand : styles.unseen}>
        {outcome === 'copied' && t('common.copied')}
        {outcome === 'byHand' && t('common.copyByHand')}
      </p>
    </div>
  )
}
