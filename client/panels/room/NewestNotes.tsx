import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { countryName } from '#shared/countries/countryName.ts'
import { KindMark } from '../../notes/KindMark.tsx'
import { noteLang } from '../../notes/noteLang.ts'
import { useSessionState } from '../../session/SessionContext.tsx'
import { classes } from '../../ui/classes.ts'
import { useLanguage } from '../../ui/useLanguage.ts'
import styles from './NewestNotes.module.css'

const MOST = 4

/** What came in last, large enough for the last row. */
export function NewestNotes() {
  const { t } = useTranslation()
  const language = useLanguage()
  const notes = useSessionState(({ wall }) => wall.notes)
  const newest = useMemo(() => [...notes.values()].filter(({ text }) => text.trim()).slice(-MOST).reverse(), [notes])
  return (
    <section className={styles.newest} aria-labelledby="newest-title">
      <h2 id="newest-title" className={styles.title}>
        {newest.length > 0 ? t('room.newest') : t('room.waiting')}
      </h2>
      <ul role="list" className={styles.list}>
        {newest.map((note) => (
          <li key={note.id} className={classes(styles.note, styles[note.kind])}>
            <KindMark kind={note.kind} className={styles.kind} />
            <p className={styles.text} dir="auto" lang={noteLang(note)}>
              {note.text}
            </p>
            <p className={styles.who}>
              <bdi>{note.name}</bdi> · {countryName(note.country, language)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
