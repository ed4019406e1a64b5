import { CheckCheck, CircleDashed, CircleSlash, Handshake, Lightbulb, MessagesSquare, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { PairState } from '#shared/wall/schema.ts'
import { classes } from '../ui/classes.ts'
import styles from './StateChip.module.css'

const ICONS: Record<PairState, LucideIcon> = {
  suggested: Lightbulb,
  interested: CircleDashed,
  declined: CircleSlash,
  contacted: MessagesSquare,
  agreed: Handshake,
  done: CheckCheck,
  dropped: CircleSlash,
}

/** Where a pair stands, in a word and a sign. */
export function StateChip({ state }: { state: PairState }) {
  const { t } = useTranslation()
  const Icon = ICONS[state]
  return (
    <span className={classes(styles.chip, styles[state])}>
      <Icon aria-hidden="true" />
      {t(`pair.state.${state}`)}
    </span>
  )
}
