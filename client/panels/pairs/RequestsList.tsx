import { useTranslation } from 'react-i18next'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { RequestItem } from './RequestItem.tsx'
import { isDue, requestsOf, type Request } from './requestsOf.ts'
import styles from './RequestsList.module.css'

/** Who waits for an answer of this person; what they put off is folded and counted apart. Draws nothing while nobody waits. */
export function RequestsList() {
  const { t } = useTranslation()
  const { me } = useSession()
  const wall = useSessionState((state) => state.wall)
  const requests = requestsOf(wall, me?.id)
  if (requests.length === 0) return null
  const due = requests.filter(isDue)
  const later = requests.filter((request) => !isDue(request))
  return (
    <section className={styles.requests} aria-labelledby="requests-title">
      <h2 id="requests-title" className={styles.title}>
        {t('pair.requests')} {due.length > 0 && <span className={styles.count}>{due.length}</span>}
      </h2>
      {due.length > 0 && <Requests requests={due} />}
      {later.length > 0 && (
        <Disclosure title={t('contact.laterList', { count: later.length })}>
          <Requests requests={later} />
        </Disclosure>
      )}
    </section>
  )
}

function Requests({ requests }: { requests: readonly Request[] }) {
  return (
    <ul className={styles.list}>
      {requests.map((request) => (
        <RequestItem key={`${request.pair} ${request.side} ${request.is} ${request.asked.by}`} request={request} />
      ))}
    </ul>
  )
}
