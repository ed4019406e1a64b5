import { History } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Restoration } from '#shared/wall/schema.ts'
import { isolate } from '../../pairing/sayWho.ts'
import { rememberToldRestore, toldRestore } from '../../session/deviceCopy.ts'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { NewsCard, NewsPlace } from '../../ui/NewsCard.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'

/** On a screen that nobody touches; elsewhere it stays until it is closed, or somebody who looked away would miss it. */
const SHOWN_MS = 60_000

/**
 * Tells once, at the next visit too, that the wall was brought back to an earlier version.
 * @param onOpenBin where the notes are that came later; without it there is nothing to press
 */
export function RestoredNotice({ onOpenBin }: { onOpenBin?: () => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const session = useSession()
  const [restored, setRestored] = useState<Restoration>()
  const told = useRef(toldRestore(session.wallId))
  useEffect(() => {
    const tell = (): void => {
      const { wall, loaded } = session.store.getState()
      const last = wall.settings.restored
      if (!loaded || told.current === (last?.at ?? 0)) return
      // Whoever is here for the first time has not known the wall before.
      if (last && told.current !== undefined) setRestored(last)
      told.current = last?.at ?? 0
      rememberToldRestore(session.wallId, told.current)
    }
    tell()
    return session.store.subscribe(tell)
  }, [session])
  const isTouched = onOpenBin !== undefined
  useEffect(() => {
    if (!restored || isTouched) return
    const timer = setTimeout(() => setRestored(undefined), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [restored, isTouched])
  const name = useSessionState(({ wall }) => restored && wall.people.get(restored.by)?.name)

  const close = (): void => setRestored(undefined)
  const when = restored && new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(restored.to)
  const sayIt = (by: Restoration['by']): string => {
    if (by === session.me?.id) return t('history.restoredByYou', { when })
    return name === undefined ? t('history.restoredUnnamed', { when }) : t('history.restored', { name: isolate(name), when })
  }
  return (
    <NewsPlace>
      {restored && (
        <NewsCard
          icon={<History />}
          action={
            onOpenBin && (
              <Button
                onPress={() => {
                  close()
                  onOpenBin()
                }}
              >
                {t('history.openBin')}
              </Button>
            )
          }
          onClose={isTouched ? close : undefined}
        >
          <p>{sayIt(restored.by)}</p>
        </NewsCard>
      )}
    </NewsPlace>
  )
}
