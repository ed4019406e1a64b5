import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { NoteId } from '#shared/wall/ids.ts'
import { pairOf } from '../../pairing/pairOf.ts'
import { useSessionState } from '../../session/SessionContext.tsx'
import { Button } from '../../ui/Button.tsx'
import type { Matches } from './createMatches.ts'
import { isOn, NO_FILTER, passing, type MatchFilter } from './matchFilter.ts'
import styles from './MatchPanel.module.css'
import { NothingYet } from './NothingYet.tsx'
import { wallRows } from './wallRows.ts'

interface FilteredOutProps {
  matches: Matches
  /** The notes whose matches are read; absent for the whole wall. */
  ids: readonly NoteId[] | undefined
  filter: MatchFilter
  onClear: () => void
}

/** Where a filter leaves nothing over: that it is the filter, and how much it hides. */
export function FilteredOut({ matches, ids, filter, onClear }: FilteredOutProps) {
  const { t } = useTranslation()
  const { shelves, survey } = useStore(matches.store)
  const { shown, hidden } = useSessionState(({ wall }) => {
    if (!isOn(filter)) return { shown: 0, hidden: 0 }
    if (!ids) {
      const count = (by: MatchFilter): number => (survey ? wallRows(survey.pairs, wall, by).length : 0)
      const rest = count(filter)
      return { shown: rest, hidden: count(NO_FILTER) - rest }
    }
    let [shown, hidden] = [0, 0]
    for (const id of ids) {
      const [note, shelf] = [wall.notes.get(id), shelves.get(id)]
      if (!note || !shelf) continue
      const all = [...shelf.first, ...shelf.more]
      const traits = { countryOf: (other: NoteId) => wall.notes.get(other)?.country, stateOf: (other: NoteId) => wall.pairs.get(pairOf(note, other))?.state }
      const pass = passing(all, filter, traits).length
      shown += pass
      hidden += all.length - pass
    }
    return { shown, hidden }
  })
  if (!isOn(filter) || shown > 0) return null
  return (
    <div role="status" className={styles.section}>
      <NothingYet title={t('match.filter.nothing')} help={t(ids ? 'match.filter.hidden' : 'match.filter.hiddenNeeds', { number: hidden })} small />
      <Button className={styles.more} onPress={onClear}>
        {t('match.filter.showAll')}
      </Button>
    </div>
  )
}
