import { type ReactNode } from 'react'
import { Link } from 'react-aria-components'
import { type ButtonLook } from './Button.tsx'
import { classes } from './classes.ts'
import styles from './Button.module.css'

interface ButtonLinkProps {
  href: string
  look?: ButtonLook
  large?: boolean
  icon?: ReactNode
  children: ReactNode
  className?: string
}

/** A link that looks like a button: it goes to a page, and can be opened in a new tab. */
export function ButtonLink({ href, look = 'secondary', large = false, icon, children, className }: ButtonLinkProps) {
  return (
    <Link href={href} className={classes(styles.button, styles[look], large && styles.large, className)}>
      {icon}
      <span className={styles.label}>{children}</span>
    </Link>
  )
}
