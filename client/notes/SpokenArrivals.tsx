import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countryName } from '#shared/countries/countryName.ts'
import type { Note } from '#shared/wall/schema.ts'
import { useSession } from '../session/SessionContext.tsx'
import { useSpeaking } from '../ui/speaking.ts'
import styles from '../ui/Spoken.module.css'
import { useLanguage } from '../ui/useLanguage.ts'
import { watchArrivals } from './watchArrivals.ts'

/** Tells a screen reader politely what others have hung up: one note in its words, of several how many. */
export function SpokenArrivals() {
  const { t } = useTranslation()
  const language = useLanguage()
  const session = useSession()
  const me = session.me?.id
  const isOn = useSpeaking((speaking) => speaking.isOn)
  const [told, setTold] = useState<{ readonly notes: readonly Note[]; readonly round: number }>()
  useEffect(() => (isOn ? watchArrivals(session, me, (notes) => setTold((before) => ({ notes, round: (before?.round ?? 0) + 1 }))) : undefined), [isOn, session, me])
  const [note, ...more] = told?.notes ?? []
  const words = (): string => {
    if (!note) return ''
    if (more.length > 0) return t('spoken.notes', { count: more.length + 1 })
    const item = t('list.item', { kind: t(`kind.${note.kind}`), text: note.text.trim() || t('note.empty'), name: note.name, country: countryName(note.country, language) })
    return t('spoken.note', { note: item })
  }
  return (
    <div role="status" className={styles.spoken}>
      {/* Another element each time: the same words twice would not be spoken again. */}
      {isOn && <p key={told?.round}>{words()}</p>}
    </div>
  )
}
