import { useId, type ReactNode } from 'react'
import { goByLooks } from './goByLooks.ts'
import styles from './ToggleGroup.module.css'

interface ToggleGroupProps<Id extends string> {
  label: string
  options: readonly { id: Id; label: string; icon?: ReactNode }[]
  value: Id
  onChange: (id: Id) => void
}

/** A few choices side by side, of which exactly one holds: the browser's own, drawn as one piece. */
export function ToggleGroup<Id extends string>({ label, options, value, onChange }: ToggleGroupProps<Id>) {
  const name = useId()
  return (
    <div role="radiogroup" onKeyDown={goByLooks} aria-label={label} className={styles.group}>
      {options.map(({ id, label, icon }) => (
        <label key={id} className={styles.option}>
          <input type="radio" name={name} checked={id === value} onChange={() => onChange(id)} className={styles.input} />
          {icon}
          {label}
        </label>
      ))}
    </div>
  )
}
