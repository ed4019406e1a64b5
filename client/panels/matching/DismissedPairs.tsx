import { useTranslation } from 'react-i18next'
import type { PairId } from '#shared/wall/ids.ts'
import { isDismissed } from '../../pairing/isDismissed.ts'
import { NotePaper } from '../../pairing/NotePaper.tsx'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import styles from './CandidateCard.module.css'
import panelStyles from './MatchPanel.module.css'

/** What this person has called "not a match", out of the way and not lost. */
export function DismissedPairs() {
  const { t } = useTranslation()
  const { me } = useSession()
  const ids = useSessionState(({ wall }) =>
    [...wall.pairs.values()]
      .filter((pair) => !pair.state && isDismissed(pair, me?.id, wall.notes) && wall.notes.has(pair.need) && wall.notes.has(pair.offer))
      .map(({ id }) => id),
  )
  if (ids.length === 0) return null
  return (
    <Disclosure title={t('match.setAsideShow', { count: ids.length })}>
      <ul className={panelStyles.candidates}>
        {ids.map((id) => (
          <DismissedPair key={id} id={id} />
        ))}
      </ul>
    </Disclosure>
  )
}

function DismissedPair({ id }: { id: PairId }) {
  const { t } = useTranslation()
  const session = useSession()
  const pair = useSessionState(({ wall }) => wall.pairs.get(id))
  const [need, offer] = useSessionState(({ wall }) => [pair && wall.notes.get(pair.need), pair && wall.notes.get(pair.offer)])
  if (!need || !offer) return null
  return (
    <li className={styles.card}>
      <NotePaper note={need} quiet />
      <NotePaper note={offer} quiet />
      <div className={styles.actions}>
        <Button onPress={() => session.commit([{ type: 'recallPair', pair: id }])}>{t('match.bringBack')}</Button>
      </div>
    </li>
  )
}
