import { useTranslation } from 'react-i18next'
import { countryName } from '#shared/countries/countryName.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import { NotePaper } from '../../pairing/NotePaper.tsx'
import { useSessionState } from '../../session/SessionContext.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import styles from './MatchPanel.module.css'

/** Who else needs the same: worth knowing before asking alone. */
export function AlsoNeeded({ ids }: { ids: readonly NoteId[] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const notes = useSessionState(({ wall }) => ids.map((id) => wall.notes.get(id))).filter((note) => note !== undefined)
  const countries = [...new Set(notes.map(({ country }) => country))]
  if (countries.length === 0) return null
  return (
    <Disclosure title={t('match.alsoNeeded', { countries: new Intl.ListFormat(language, { type: 'conjunction' }).format(countries.map((code) => countryName(code, language))) })}>
      <ul className={styles.candidates}>
        {notes.map((note) => (
          <li key={note.id}>
            <NotePaper note={note} quiet />
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
