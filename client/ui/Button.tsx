import { type ReactNode, type Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { classes } from './classes.ts'
import styles from './Button.module.css'

/** `primary`: the one thing to do next. `secondary`: the others. `quiet`: without a border. `danger`: cannot be undone. */
export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger'

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  look?: ButtonLook
  /** For the main action of a page. */
  large?: boolean
  icon?: ReactNode
  children: ReactNode
  /** For the place of the button only. */
  className?: string
  ref?: Ref<HTMLButtonElement>
}

/** A button with words. `isPending` keeps the words, shows that it works and takes no second press. */
export function Button({ look = 'secondary', large = false, icon, children, className, ...props }: ButtonProps) {
  return (
    <AriaButton {...props} className={classes(styles.button, styles[look], large && styles.large, className)}>
      {props.isPending ? <span className={styles.spinner} aria-hidden="true" /> : icon}
      <span className={styles.label}>{children}</span>
    </AriaButton>
  )
}
