import { type ReactNode, type Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { classes } from './classes.ts'
import styles from './Button.module.css'

/** `primary`: the one thing to do next. `secondary`: the others. `quiet`: without a border. `danger`: cannot be undone. */
export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger'

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  look?: ButtonLook
  /** For the main action of a page. */
  large?: boolean
  icon?: ReactNode
  /** It works on it: the words stay, a second press does nothing, and the focus is not lost. */
  isPending?: boolean
  children: ReactNode
  /** For the place of the button only. */
  className?: string
  ref?: Ref<HTMLButtonElement>
}

/** A button with words. */
export function Button({ look = 'secondary', large = false, icon, isPending = false, children, className, ...props }: ButtonProps) {
  const { t } = useTranslation()
  // React Aria's own isPending leaves a live region behind that points to nothing.
  const idle = isPending ? ({ type: 'button', onPress: undefined } as const) : undefined
  return (
    <AriaButton {...props} {...idle} className={classes(styles.button, styles[look], large && styles.large, isPending && styles.pending, className)}>
      {isPending ? <span role="progressbar" aria-label={t('app.loading')} className={styles.spinner} /> : icon}
      <span className={styles.label}>{children}</span>
    </AriaButton>
  )
}
