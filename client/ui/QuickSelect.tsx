import { ChevronDown } from 'lucide-react'
import styles from './QuickSelect.module.css'

interface QuickSelectProps<Id extends string> {
  label: string
  options: readonly { readonly id: Id; readonly label: string }[]
  value: Id
  onChange: (id: Id) => void
}

/** The browser's own list of choices, without a label above it: for a row of filters, where one choice always holds. */
export function QuickSelect<Id extends string>({ label, options, value, onChange }: QuickSelectProps<Id>) {
  const choose = (id: string): void => {
    const chosen = options.find((option) => option.id === id)
    if (chosen) onChange(chosen.id)
  }
  return (
    <span className={styles.frame}>
      <select aria-label={label} value={value} className={styles.select} onChange={(event) => choose(event.target.value)}>
        {options.map(({ id, label: words }) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden="true" />
    </span>
  )
}
