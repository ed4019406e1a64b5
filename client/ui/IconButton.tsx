import { Suspense, useEffect, useRef, useState, type ReactNode, type Ref } from 'react'
import { Button, type ButtonProps } from 'react-aria-components'
import { classes } from './classes.ts'
import styles from './IconButton.module.css'
import { later } from './later.tsx'

interface IconButtonProps extends Omit<ButtonProps, 'children' | 'className' | 'style' | 'aria-label' | 'onHoverStart' | 'onHoverEnd' | 'onFocus' | 'onBlur' | 'onPressStart'> {
  /** What it does, in words: read out, and shown when it is hovered or focused. */
  label: string
  /** One icon of lucide-react. */
  children: ReactNode
  className?: string
  ref?: Ref<HTMLButtonElement>
}

/** A pointer that only passes by asks nothing. */
const DELAY_MS = 400

const Tip = later(async () => (await import('./Tip.tsx')).Tip, () => null, { isFirst: true })

/** A button with a sign only, for where there is no room for words. */
export function IconButton({ label, children, className, ...props }: IconButtonProps) {
  const [tipped, setTipped] = useState<Element>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const hide = (): void => {
    clearTimeout(timer.current)
    setTipped(undefined)
  }
  return (
    <>
      <Button
        {...props}
        aria-label={label}
        className={classes(styles.button, className)}
        onHoverStart={({ target }) => {
          timer.current = setTimeout(() => setTipped(target), DELAY_MS)
        }}
        onHoverEnd={hide}
        onFocus={({ target }) => target.matches(':focus-visible') && setTipped(target)}
        onBlur={hide}
        onPressStart={hide}
      >
        {children}
      </Button>
      <Suspense>
        {tipped && (
          <Tip target={tipped} onHide={hide}>
            {label}
          </Tip>
        )}
      </Suspense>
    </>
  )
}
