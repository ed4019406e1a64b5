import { type ReactNode } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { classes } from './classes.ts'
import styles from './ToggleGroup.module.css'

interface ToggleGroupProps<Id extends string> {
  label: string
  options: readonly { id: Id; label: string; icon?: ReactNode }[]
  value: Id
  onChange: (id: Id) => void
}

/** A few choices side by side, of which exactly one holds. */
export function ToggleGroup<Id extends string>({ label, options, value, onChange }: ToggleGroupProps<Id>) {
  const choose = (keys: Set<unknown>): void => {
    const chosen = options.find(({ id }) => keys.has(id))
    if (chosen) onChange(chosen.id)
  }
  return (
    <ToggleButtonGroup aria-label={label} selectionMode="single" disallowEmptySelection selectedKeys={[value]} onSelectionChange={choose} className={classes(styles.group)}>
      {options.map(({ id, label, icon }) => (
        <ToggleButton key={id} id={id} className={classes(styles.option)}>
          {icon}
          {label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
