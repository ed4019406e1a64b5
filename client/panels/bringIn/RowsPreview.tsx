import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { countryName } from '#shared/countries/countryName.ts'
import type { IncomingRow } from '#shared/importing/parseRows.ts'
import { KindMark } from '../../notes/KindMark.tsx'
import { WithheldMark } from '../../notes/WithheldMark.tsx'
import { classes } from '../../ui/classes.ts'
import { Notice } from '../../ui/Notice.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import styles from './BringInDialog.module.css'

interface RowsPreviewProps {
  rows: readonly IncomingRow[]
  left: ReadonlySet<number>
  onLeft: (left: ReadonlySet<number>) => void
}

/** More than this nobody reads in a window; the rest is counted. */
const SHOWN = 300

/** What would come in, and what not and why: rows with a problem first. */
export function RowsPreview({ rows, left, onLeft }: RowsPreviewProps) {
  const { t } = useTranslation()
  const wrong = rows.filter(({ note }) => !note)
  const right = rows.filter(({ note }) => note)
  const turn = (row: number): void => {
    const next = new Set(left)
    if (!next.delete(row)) next.add(row)
    onLeft(next)
  }
  if (rows.length === 0) return <Notice>{t('again.nothing')}</Notice>
  return (
    <>
      {wrong.length > 0 && <Notice look="warn">{t('again.wrong', { count: wrong.length })}</Notice>}
      <ul role="list" aria-label={t('again.preview')} className={styles.rows}>
        {[...wrong, ...right].slice(0, SHOWN).map((row) => (
          <PreviewRow key={row.row} row={row} isLeft={left.has(row.row)} onTurn={() => turn(row.row)} />
        ))}
      </ul>
      {rows.length > SHOWN && <p className={styles.quiet}>{t('again.more', { count: rows.length - SHOWN })}</p>}
    </>
  )
}

function PreviewRow({ row: { row, seen, note, problems }, isLeft, onTurn }: { row: IncomingRow; isLeft: boolean; onTurn: () => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <li className={classes(styles.row, !note && styles.wrong)}>
      <label className={styles.choice}>
        {note ? <input type="checkbox" checked={!isLeft} onChange={onTurn} aria-label={t('again.takeRow', { row })} /> : <TriangleAlert aria-hidden="true" />}
        <span className={styles.number}>{row}</span>
      </label>
      <div className={styles.what}>
        <p className={styles.words} dir="auto" lang={note?.lang}>
          {seen.text.length > 300 ? `${seen.text.slice(0, 300)}…` : seen.text}
        </p>
        <p className={styles.quiet}>
          {note ? <KindMark kind={note.kind} /> : seen.kind} <bdi>{seen.name}</bdi> {note ? countryName(note.country, language) : seen.country} {note?.withheld && <WithheldMark />}
        </p>
        {problems.length > 0 && (
          <ul className={styles.problems}>
            {problems.map((problem) => (
              <li key={problem}>{t(`again.rowProblem.${problem}`)}</li>
            ))}
          </ul>
        )}
      </div>
    </li>
  )
}
