import { useEffect, useId, useRef, type ReactNode } from 'react'
import type { PairId } from '#shared/wall/ids.ts'
import { LIMITS, type CardText } from '#shared/wall/schema.ts'
import { bindText } from '../../session/bindText.ts'
import { useSession } from '../../session/SessionContext.tsx'
import { classes } from '../../ui/classes.ts'
import styles from './CardFields.module.css'

interface CardTextFieldProps {
  pair: PairId
  field: CardText
  label: ReactNode
  hint?: string
  rows?: number
}

/** A text of the card that both sides can write in at the same time. */
export function CardTextField({ pair, field, label, hint, rows = 2 }: CardTextFieldProps) {
  const session = useSession()
  const area = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  useEffect(() => {
    if (!area.current) return
    return bindText(area.current, session, {
      stored: (wall) => wall.pairs.get(pair)?.card[field],
      edit: (splice) => ({ type: 'spliceCard', pair, field, ...splice }),
    })
  }, [session, pair, field])
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {hint && (
        <span id={`${id}-hint`} className={styles.hint}>
          {hint}
        </span>
      )}
      <textarea
        ref={area}
        id={id}
        dir="auto"
        rows={rows}
        maxLength={LIMITS.cardField}
        aria-describedby={hint && `${id}-hint`}
        className={classes(styles.box, rows > 2 && styles.tall)}
      />
    </div>
  )
}
