import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countryName } from '#shared/countries/countryName.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import { noteFinder } from '../../notes/noteFinder.ts'
import { NotePaper } from '../../pairing/NotePaper.tsx'
import { useSessionState } from '../../session/SessionContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { SearchBox } from '../../ui/SearchBox.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import styles from './MoveDialog.module.css'

/** More than this are found by searching. */
const MOST = 24

/** A note, found by words, beside which others are to hang. */
export function BesideField({ except, onPick }: { except: ReadonlySet<NoteId>; onPick: (note: NoteId) => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const notes = useSessionState(({ wall }) => wall.notes)
  const [words, setWords] = useState('')
  const isMeant = noteFinder(words, (code) => countryName(code, language))
  const found = [...notes.values()].filter((note) => !except.has(note.id) && isMeant(note))
  return (
    <>
      <SearchBox label={t('list.search')} clearLabel={t('list.clear')} value={words} onChange={setWords} />
      <p role="status" className={styles.said}>
        {t('list.count', { count: found.length })} {found.length > MOST && t('contact.pairMore')}
      </p>
      <ul className={styles.notes}>
        {found.slice(0, MOST).map((note) => (
          <li key={note.id} className={styles.note}>
            <NotePaper note={note} quiet />
            <div>
              <Button aria-label={`${t('move.besideThis')}: ${note.text.slice(0, 80)}`} onPress={() => onPick(note.id)}>
                {t('move.besideThis')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
