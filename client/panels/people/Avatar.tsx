import { cursorColour } from '../../canvas/cursorColour.ts'
import type { Person } from '#shared/wall/schema.ts'
import { classes } from '../../ui/classes.ts'
import styles from './Avatar.module.css'
import { initials } from './initials.ts'

/** A person as a dot of their colour with their initials; the name stands beside it or is said otherwise. */
export function Avatar({ person: { id, name }, isAway = false }: { person: Pick<Person, 'id' | 'name'>; isAway?: boolean }) {
  const letters = initials(name)
  return (
    <span
      aria-hidden="true"
      data-letters={letters}
      className={classes(styles.avatar, isAway && styles.away)}
      style={isAway ? undefined : { background: cursorColour(id) }}
    />
  )
}
