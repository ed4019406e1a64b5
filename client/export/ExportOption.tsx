import type { LucideIcon } from 'lucide-react'
import { useId } from 'react'
import { Toggle } from '../ui/Toggle.tsx'
import styles from './ExportOption.module.css'

interface ExportOptionProps {
  icon: LucideIcon
  name: string
  /** What it does, or what is so without it. */
  help: string
  isSelected: boolean
  isDisabled: boolean
  onChange: (isSelected: boolean) => void
}

/** Something that a file can be written with or without. */
export function ExportOption({ icon: Icon, name, help, isSelected, isDisabled, onChange }: ExportOptionProps) {
  const helpId = useId()
  return (
    // In a block of its own: as an item of a grid that scrolls a button is given one line's height, however its words wrap.
    <div>
      <Toggle isSelected={isSelected} isDisabled={isDisabled} aria-describedby={helpId} onChange={onChange} className={styles.option}>
        <Icon aria-hidden="true" />
        <span>{name}</span>
        <span id={helpId} className={styles.help}>
          {help}
        </span>
      </Toggle>
    </div>
  )
}
