import { Suspense, useLayoutEffect, useMemo, useState, type ReactNode } from 'react'
import { ButtonContext, type ButtonProps } from 'react-aria-components'

/** What is opened by a button is told by it. */
export interface Opened {
  /** The button: what opens stands beside it, and gives the focus back to it. */
  trigger: HTMLButtonElement | null
  /** Where in a menu the focus begins; `true`: nowhere in particular. */
  focus: 'first' | 'last' | true
  onClose: () => void
}

interface OpenerProps {
  /** One button, of whatever look. */
  button: ReactNode
  opens: 'menu' | 'dialog'
  /** Drawn while it is open. Its code may come later (`later`): the button does not wait for it. */
  children: (opened: Opened) => ReactNode
}

/** A button and what it opens: a menu, or a small window beside it. */
export function Opener({ button, opens, children }: OpenerProps) {
  const [focus, setFocus] = useState<Opened['focus']>()
  const [trigger, setTrigger] = useState<HTMLButtonElement | null>(null)
  const isOpen = focus !== undefined
  const context = useMemo(
    () => ({
      ref: setTrigger,
      'aria-haspopup': opens,
      'aria-expanded': isOpen,
      isPressed: isOpen,
      onPress: ({ pointerType }) => setFocus(pointerType === 'keyboard' || pointerType === 'virtual' ? 'first' : true),
      onKeyDown(event) {
        const isArrow = event.key === 'ArrowDown' || event.key === 'ArrowUp'
        if (opens !== 'menu' || !isArrow) return event.continuePropagation()
        event.preventDefault()
        setFocus(event.key === 'ArrowDown' ? 'first' : 'last')
      },
    }) satisfies ButtonProps & { ref: typeof setTrigger; isPressed: boolean },
    [opens, isOpen],
  )
  const close = (): void => setFocus(undefined)
  return (
    <>
      <ButtonContext.Provider value={context}>{button}</ButtonContext.Provider>
      <Suspense fallback={<Waiting trigger={trigger} onLeave={close} />}>{focus !== undefined && children({ trigger, focus, onClose: close })}</Suspense>
    </>
  )
}

/** Whoever goes on to something else before it has come, or presses Escape, is not called back by it. */
function Waiting({ trigger, onLeave }: { trigger: HTMLButtonElement | null; onLeave: () => void }) {
  // Before anything that opens takes the focus: that is not leaving.
  useLayoutEffect(() => {
    const onBlur = (): void => void (document.activeElement !== trigger && onLeave()) // another window may be looked at meanwhile
    const onKey = ({ key }: KeyboardEvent): void => void (key === 'Escape' && onLeave())
    trigger?.addEventListener('blur', onBlur)
    trigger?.addEventListener('keydown', onKey)
    return () => {
      trigger?.removeEventListener('blur', onBlur)
      trigger?.removeEventListener('keydown', onKey)
    }
  }, [trigger, onLeave])
  return null
}
