import { useTranslation } from 'react-i18next'
import { countryName } from '#shared/countries/countryName.ts'
import type { Span } from '#shared/matching/span.ts'
import type { Note } from '#shared/wall/schema.ts'
import { WithheldMark } from '../notes/WithheldMark.tsx'
import { classes } from '../ui/classes.ts'
import { useLanguage } from '../ui/useLanguage.ts'
import { markSpans } from './markSpans.ts'
import styles from './NotePaper.module.css'

interface NotePaperProps {
  note: Note
  /** What to highlight. */
  spans?: readonly Span[]
  /** Whose note this is to the reader: "Your note". */
  whose?: string
  /** On a white ground with the note's colour at its edge: for the note that the reader knows already. */
  quiet?: boolean
}

/** A note as it is quoted beside the wall: its kind, all of its text, and who is in the corner. */
export function NotePaper({ note, spans = [], whose, quiet = false }: NotePaperProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <figure className={classes(styles.paper, styles[note.kind], quiet && styles.quiet)}>
      <figcaption className={styles.head}>
        <span className={styles.shape} aria-hidden="true" />
        <span className={styles.kind}>{t(`kind.${note.kind}`)}</span>
        {whose && <span className={styles.whose}>{whose}</span>}
        {note.withheld && <WithheldMark />}
      </figcaption>
      <p className={styles.text} dir="auto" lang={note.lang === 'und' ? undefined : note.lang}>
        {markSpans(note.text, spans).map(({ text, isMarked }, at) => (isMarked ? <mark key={at}>{text}</mark> : text))}
      </p>
      <p className={styles.corner}>
        <bdi className={styles.name}>{note.name}</bdi> <span className={styles.country}>{countryName(note.country, language)}</span>
      </p>
    </figure>
  )
}
