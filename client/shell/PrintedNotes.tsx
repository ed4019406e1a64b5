import { useEffect, useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { countryName } from '#shared/countries/countryName.ts'
import { KindMark } from '../notes/KindMark.tsx'
import { noteLang } from '../notes/noteLang.ts'
import { useListedNotes } from '../notes/useListedNotes.ts'
import { useSessionState } from '../session/SessionContext.tsx'
import { useLanguage } from '../ui/useLanguage.ts'
import styles from './PrintedNotes.module.css'

/**
 * What comes out when the page is printed with nothing open over the wall: all notes that are listed, also those that are not
 * drawn in the list. They are there only while it prints.
 */
export function PrintedNotes() {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    // What is open over the wall, an agreement or the region at a glance, prints itself.
    const begin = (): void => flushSync(() => setPrinting(document.querySelector('[role="dialog"]') === null))
    const end = (): void => setPrinting(false)
    addEventListener('beforeprint', begin)
    addEventListener('afterprint', end)
    return () => {
      removeEventListener('beforeprint', begin)
      removeEventListener('afterprint', end)
    }
  }, [])
  return isPrinting ? createPortal(<Sheets />, document.body) : null
}

function Sheets() {
  const { t } = useTranslation()
  const language = useLanguage()
  const { notes, title } = useSessionState(({ wall }) => ({ notes: wall.notes, title: wall.settings.title }))
  const listed = useListedNotes().flatMap((id) => notes.get(id) ?? [])
  return (
    <div data-print-notes className={styles.sheets}>
      <h1>
        <bdi>{title || t('wall.noTitle')}</bdi>
      </h1>
      <p>{listed.length < notes.size ? t('list.countOf', { found: listed.length, count: notes.size }) : t('list.count', { count: notes.size })}</p>
      <ul role="list" className={styles.notes}>
        {listed.map((note) => (
          <li key={note.id} className={styles.note}>
            <p>
              <KindMark kind={note.kind} className={styles.kind} /> <bdi className={styles.name}>{note.name}</bdi>, {countryName(note.country, language)}
            </p>
            <p dir="auto" lang={noteLang(note)} className={styles.text}>
              {note.text.trim() || t('note.empty')}
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}
