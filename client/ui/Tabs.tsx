import { type KeyboardEvent, type ReactNode } from 'react'
import { useLocale } from 'react-aria-components'

interface Tab<Id extends string> {
  id: Id
  content: ReactNode
  /** In place of what is written on it. */
  label?: string
}

interface TabListProps<Id extends string> {
  /** Which panels belong to it: theirs have the same. */
  group: string
  /** What the panels are parts of. */
  label: string
  tabs: readonly Tab<Id>[]
  selected: Id
  onSelect: (id: Id) => void
  /** Arrow keys only go from tab to tab, and Enter opens one: where opening moves the focus. */
  isManual?: boolean
  className?: string
  tabClassName?: string
}

/** Tabs as in the ARIA Authoring Practices. React Aria's would bring its lists and selections (15 kB) before the first note is read. */
export function TabList<Id extends string>({ group, label, tabs, selected, onSelect, isManual = false, className, tabClassName }: TabListProps<Id>) {
  const { direction } = useLocale()
  const go = (event: KeyboardEvent): void => {
    const forward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    const back = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft'
    const at = tabs.findIndex(({ id }) => tabId(group, id) === document.activeElement?.id)
    const places: Partial<Record<string, number>> = { [forward]: at + 1, [back]: at - 1, Home: 0, End: -1 }
    const place = places[event.key]
    if (place === undefined || at < 0 || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation() // the same keys move what is selected on the wall
    const next = tabs.at(place % tabs.length)
    if (!next) return
    document.getElementById(tabId(group, next.id))?.focus()
    if (!isManual) onSelect(next.id)
  }
  return (
    <div role="tablist" aria-label={label} className={className} onKeyDown={go}>
      {tabs.map(({ id, content, label }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={tabId(group, id)}
          aria-label={label}
          aria-selected={id === selected}
          aria-controls={id === selected ? panelId(group, id) : undefined}
          tabIndex={id === selected ? 0 : -1}
          className={tabClassName}
          onClick={() => onSelect(id)}
        >
          {content}
        </button>
      ))}
    </div>
  )
}

interface TabPanelProps {
  group: string
  id: string
  isSelected: boolean
  /** It stays when another is shown, as it was left; nobody can reach it then. */
  stays?: boolean
  /** A stop of Tab itself: it may have nothing in it that is one. */
  isStop?: boolean
  className?: string
  children: ReactNode
}

export function TabPanel({ group, id, isSelected, stays = false, isStop = false, className, children }: TabPanelProps) {
  if (!isSelected && !stays) return null
  const shown = isSelected && ({ role: 'tabpanel', id: panelId(group, id), 'aria-labelledby': tabId(group, id), tabIndex: isStop ? 0 : undefined } as const)
  return (
    <div {...shown} inert={!isSelected} className={className}>
      {children}
    </div>
  )
}

const tabId = (group: string, id: string): string => `${group}-tab-${id}`
const panelId = (group: string, id: string): string => `${group}-panel-${id}`
