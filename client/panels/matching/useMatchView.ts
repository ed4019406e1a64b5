import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../session/SessionContext.tsx'
import { useView } from '../../state/viewStore.ts'

export type MatchView = 'mine' | 'selected' | 'wall'

/**
 * Which matches are read. Who selects a note wants to see its matches; what is chosen by hand holds until something else is
 * selected, and is gone back to when nothing is. A facilitator, and whoever has no notes here, begins with the whole wall.
 * @param count of the notes that are selected
 */
export function useMatchView(count: number) {
  const { t } = useTranslation()
  const { me, role } = useSession()
  const selection = useView((state) => state.selection)
  const [base, setBase] = useState<MatchView>(me && role !== 'facilitator' ? 'mine' : 'wall')
  /** The selection that somebody has turned away from. */
  const [left, setLeft] = useState<ReadonlySet<string>>()
  const isSelected = count > 0 && selection !== left
  const view: MatchView = isSelected ? 'selected' : base
  const views = [
    ...(me ? [{ id: 'mine' as const, label: t('match.views.mine') }] : []),
    { id: 'selected' as const, label: count > 0 ? t('match.views.selectedCount', { number: count }) : t('match.views.selected') },
    { id: 'wall' as const, label: t('match.views.wall') },
  ]
  const setView = (next: MatchView): void => {
    setLeft(next === 'selected' ? undefined : selection)
    // With nothing selected it says how to select something.
    if (next !== 'selected' || count === 0) setBase(next)
  }
  return { view, setView, views }
}
