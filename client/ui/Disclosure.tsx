import { ChevronDown } from 'lucide-react'
import { type ReactNode } from 'react'
import { Button, Disclosure as AriaDisclosure, DisclosurePanel } from 'react-aria-components'
import { classes } from './classes.ts'
import styles from './Disclosure.module.css'

/** Something that most people need not see, one press away. `summary`: what is in it, in a line, while it is closed. */
export function Disclosure({ title, summary, children }: { title: string; summary?: ReactNode; children: ReactNode }) {
  return (
    <AriaDisclosure className={classes(styles.disclosure)}>
      <Button slot="trigger" className={classes(styles.trigger)}>
        <ChevronDown aria-hidden="true" />
        <span className={styles.words}>
          {title}
          {summary && <span className={styles.summary}>{summary}</span>}
        </span>
      </Button>
      <DisclosurePanel className={classes(styles.panel)}>
        <div className={styles.content}>{children}</div>
      </DisclosurePanel>
    </AriaDisclosure>
  )
}
