import { type ReactNode, type Ref } from 'react'
import { Button, Tooltip, TooltipTrigger, type ButtonProps } from 'react-aria-components'
import { classes } from './classes.ts'
import styles from './IconButton.module.css'

interface IconButtonProps extends Omit<ButtonProps, 'children' | 'className' | 'style' | 'aria-label'> {
  /** What it does, in words: read out, and shown when it is hovered or focused. */
  label: string
  /** One icon of lucide-react. */
  children: ReactNode
  className?: string
  ref?: Ref<HTMLButtonElement>
}

/** A button with a sign only, for where there is no room for words. */
export function IconButton({ label, children, className, ...props }: IconButtonProps) {
  return (
    <TooltipTrigger delay={400} closeDelay={0}>
      <Button {...props} aria-label={label} className={classes(styles.button, className)}>
        {children}
      </Button>
      <Tooltip className={classes(styles.tooltip)} offset={6}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  )
}
