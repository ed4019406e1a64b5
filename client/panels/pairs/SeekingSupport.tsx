import { useTranslation } from 'react-i18next'
import { NotePaper } from '../../pairing/NotePaper.tsx'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { openPair } from '../../state/viewStore.ts'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import styles from './RequestsList.module.css'
import { seekingSupport } from './seekingSupport.ts'

/** Pairs of others that look for somebody who supports them, for who wants to help. Draws nothing while there are none. */
export function SeekingSupport() {
  const { t } = useTranslation()
  const { me } = useSession()
  const wall = useSessionState((state) => state.wall)
  const pairs = seekingSupport(wall, me?.id)
  if (pairs.length === 0) return null
  return (
    <Disclosure title={t('contact.seeking', { count: pairs.length })}>
      <ul className={styles.list}>
        {pairs.map(({ id, need, offer, card }) => (
          <li key={id} className={styles.request}>
            {card.what.trim() && (
              <p dir="auto" className={styles.line}>
                {card.what}
              </p>
            )}
            <NotePaper note={need} quiet />
            <NotePaper note={offer} quiet />
            <div>
              <Button onPress={() => openPair(id)}>{t('contact.seekingOpen')}</Button>
            </div>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
