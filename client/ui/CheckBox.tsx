import { Check } from 'lucide-react'
import styles from './CheckBox.module.css'

interface CheckBoxProps {
  readonly label: string
  /** A line below it that says more. */
  readonly help?: string
  readonly isChecked: boolean
  readonly onChange: (isChecked: boolean) => void
  readonly isDisabled?: boolean
}

/** The browser's own, drawn as ours. */
export function CheckBox({ label, help, isChecked, onChange, isDisabled = false }: CheckBoxProps) {
  return (
    <label className={styles.checkBox}>
      <input type="checkbox" checked={isChecked} disabled={isDisabled} onChange={(event) => onChange(event.target.checked)} className={styles.input} />
      <span className={styles.square}>
        <Check aria-hidden="true" />
      </span>
      <span>
        {label}
        {help !== undefined && <span className={styles.help}>{help}</span>}
      </span>
    </label>
  )
}
