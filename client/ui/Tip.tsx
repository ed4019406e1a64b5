import { useEffect, useEffectEvent, useMemo } from 'react'
import { Tooltip, TooltipTriggerStateContext } from 'react-aria-components'
import { classes } from './classes.ts'
import styles from './Tip.module.css'

interface TipProps {
  /** What it stands beside. */
  target: Element
  /** What the button is called already: it is shown here, and not read out twice. */
  children: string
  onHide: () => void
}

/** The words of a button that has only a sign, as long as it is pointed at or has the focus. Escape puts them away; where they are pointed at it does nothing else then. */
export function Tip({ target, children, onHide }: TipProps) {
  const triggerRef = useMemo(() => ({ current: target }), [target])
  const hide = useEffectEvent(onHide)
  const state = { isOpen: true, shouldSkipAnimation: true, open: () => undefined, close: onHide }
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return
      // Who goes by keys wants to leave the window, of which the cross may have had the focus from the beginning.
      if (document.activeElement !== target) event.stopPropagation()
      hide()
    }
    document.addEventListener('keydown', onKey, true)
    return () => document.removeEventListener('keydown', onKey, true)
  }, [target])
  return (
    <TooltipTriggerStateContext.Provider value={state}>
      <Tooltip triggerRef={triggerRef} className={classes(styles.tip)} offset={6}>
        {children}
      </Tooltip>
    </TooltipTriggerStateContext.Provider>
  )
}
