import { Check } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import { Menu as AriaMenu, MenuItem as AriaMenuItem, Popover, type MenuProps } from 'react-aria-components'
import { classes } from './classes.ts'
import type { Opened } from './Opener.tsx'
import styles from './Options.module.css'

interface Props extends Opened, Omit<MenuProps<object>, 'children' | 'className' | 'style' | 'items' | 'onClose'> {
  /** What the menu is about, for those who hear it. */
  label: string
  /** `MenuItem`s. */
  children: ReactNode
}

/** What an `Opener` opens: a list of actions, or with `selectionMode` a list of choices. */
export function Menu({ label, children, trigger, focus, onClose, ...props }: Props) {
  const triggerRef = useMemo(() => ({ current: trigger }), [trigger])
  return (
    <Popover trigger="MenuTrigger" aria-label={label} triggerRef={triggerRef} isOpen onOpenChange={(isOpen) => !isOpen && onClose()} className={classes(styles.popover)} placement="bottom end">
      <AriaMenu {...props} autoFocus={focus} onClose={onClose} aria-label={label} className={classes(styles.list)}>
        {children}
      </AriaMenu>
    </Popover>
  )
}

interface MenuItemProps {
  /** The key given to `onAction` and in the selection. */
  id: string
  icon?: ReactNode
  children: ReactNode
  /** BCP 47 tag, where the words are not in the language of the page. */
  lang?: string
  textValue: string
  danger?: boolean
  isDisabled?: boolean
  href?: string
}

export function MenuItem({ id, icon, children, lang, textValue, danger = false, isDisabled, href }: MenuItemProps) {
  return (
    <AriaMenuItem id={id} textValue={textValue} href={href} isDisabled={isDisabled} className={classes(styles.option, danger && styles.danger)}>
      {({ selectionMode }) => (
        <>
          {icon}
          <span className={styles.words} lang={lang}>
            {children}
          </span>
          {selectionMode !== 'none' && <Check aria-hidden="true" className={styles.check} />}
        </>
      )}
    </AriaMenuItem>
  )
}
