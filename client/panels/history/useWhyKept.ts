import { useTranslation } from 'react-i18next'
import type { WallVersion } from '#shared/protocol/api.ts'
import { isolate } from '../../pairing/sayWho.ts'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'

/** Says why a version was kept, and for whom. */
export function useWhyKept(): (version: WallVersion) => string {
  const { t } = useTranslation()
  const { me } = useSession()
  const people = useSessionState(({ wall }) => wall.people)
  return ({ why, by }) => {
    if (why === 'time') return t('history.why.time')
    if (by === me?.id) return t(`history.why.${why}ByYou`)
    // Somebody who is no longer among the people of the wall was a facilitator all the same.
    const name = by && people.get(by)?.name
    return t(`history.why.${why}`, { name: name === undefined ? t('history.someone') : isolate(name) })
  }
}
