import type { LucideIcon } from 'lucide-react'
import { Button } from 'react-aria-components'
import { classes } from '../../ui/classes.ts'
import styles from './NoteActions.module.css'

interface ActionProps {
  icon: LucideIcon
  children: string
  danger?: boolean
  isDisabled?: boolean
  /** Absent on a button that opens a menu. */
  onPress?: () => void
}

/** A small button with a sign and a word. */
export function Action({ icon: Icon, children, danger = false, isDisabled, onPress }: ActionProps) {
  return (
    <Button onPress={onPress} isDisabled={isDisabled} className={classes(styles.action, danger && styles.danger)}>
      <Icon aria-hidden="true" />
      {children}
    </Button>
  )
}
