import { type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { classes } from './classes.ts'

interface ToggleProps {
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
  readonly isDisabled?: boolean
  readonly className?: string
  readonly children: ReactNode
  readonly 'aria-label'?: string
  readonly 'aria-describedby'?: string
}

/** A button that is on or off. React Aria's would bring what leads the focus through groups of them (4 kB) before the first note is read. */
export function Toggle({ isSelected, onChange, className, ...props }: ToggleProps) {
  return <Button {...props} aria-pressed={isSelected} className={classes(className)} onPress={() => onChange(!isSelected)} />
}
