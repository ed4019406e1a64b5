import { Check, Copy } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { copyText } from './copyText.ts'
import styles from './CopyField.module.css'

interface CopyFieldProps {
  /** What the text is, for those who hear it: "Link for participants". */
  label: string
  value: string
}

type Outcome = 'copied' | 'byHand' | undefined

/** A text to be taken elsewhere, with a button that copies it and says so. */
export function CopyField({ label, value }: CopyFieldProps) {
  const { t } = useTranslation()
  const field = useRef<HTMLInputElement>(null)
  const [outcome, setOutcome] = useState<Outcome>()
  const hint = useId()
  const words = outcome === 'copied' ? t('common.copied') : t('common.copy')
  const copy = async (): Promise<void> => {
    if (field.current) setOutcome((await copyText(field.current)) ? 'copied' : 'byHand')
  }
  return (
    <div className={styles.field}>
      <input ref={field} readOnly value={value} dir="ltr" aria-label={label} aria-describedby={hint} className={styles.text} onFocus={(event) => event.target.select()} />
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
