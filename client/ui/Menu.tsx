import { Check } from 'lucide-react'
import { type ReactNode } from 'react'
import { Menu as AriaMenu, MenuItem as AriaMenuItem, MenuTrigger, Popover, type MenuProps } from 'react-aria-components'
import { classes } from './classes.ts'
import styles from './Options.module.css'

interface Props extends Omit<MenuProps<object>, 'children' | 'className' | 'style' | 'items'> {
  /** The button that opens it. */
  trigger: ReactNode
  /** What the menu is about, for those who hear it. */
  label: string
  /** `MenuItem`s. */
  children: ReactNode
}

/** A button that opens a list of actions, or with `selectionMode` a list of choices. */
export function Menu({ trigger, label, children, ...props }: Props) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={classes(styles.popover)} placement="bottom end">
        <AriaMenu {...props} aria-label={label} className={classes(styles.list)}>
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
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
