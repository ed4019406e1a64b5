import { Check } from 'lucide-react'
import { Checkbox } from 'react-aria-components'
import { classes } from './classes.ts'
import styles from './CheckBox.module.css'

interface CheckBoxProps {
  readonly label: string
  /** A line below it that says more. */
  readonly help?: string
  readonly isChecked: boolean
  readonly onChange: (isChecked: boolean) => void
  readonly isDisabled?: boolean
}

export function CheckBox({ label, help, isChecked, onChange, isDisabled = false }: CheckBoxProps) {
  return (
    <Checkbox isSelected={isChecked} onChange={onChange} isDisabled={isDisabled} className={classes(styles.checkBox)}>
      <span className={styles.square}>
        <Check aria-hidden="true" />
      </span>
      <span>
        {label}
        {help !== undefined && <span className={styles.help}>{help}</span>}
      </span>
    </Checkbox>
  )
}
