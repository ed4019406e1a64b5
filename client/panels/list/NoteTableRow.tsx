import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { countryName } from '#shared/countries/countryName.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import type { Note } from '#shared/wall/schema.ts'
import { KindMark } from '../../notes/KindMark.tsx'
import { noteLang } from '../../notes/noteLang.ts'
import { NoteTextArea } from '../../notes/NoteTextArea.tsx'
import { useReturnedFocus } from '../../notes/useReturnedFocus.ts'
import { WithheldMark } from '../../notes/WithheldMark.tsx'
import { StateChip } from '../../pairing/StateChip.tsx'
import { classes } from '../../ui/classes.ts'
import { useLanguage } from '../../ui/useLanguage.ts'
import styles from './NoteTable.module.css'
import { statesIn } from './pairStandings.ts'
import type { RowPlace } from './useNearRows.ts'

interface NoteTableRowProps extends Pick<RowPlace, 'at' | 'measure'> {
  note: Note
  /** Written by the reader. */
  isMine: boolean
  /** It can be selected with others. */
  hasBox: boolean
  isSelected: boolean
  /** The one row that Tab goes to. */
  isCurrent: boolean
  isEdited: boolean
  /** See `pairStandings`. */
  standing: string
  matchCount: number | undefined
  dates: Intl.DateTimeFormat
  onEdit: (id: NoteId | undefined) => void
  onText: (text: string) => void
}

/** One note as a row. Drawn again only when something of its own has changed: the table may be long. */
export const NoteTableRow = memo(function NoteTableRow({ note, at, measure, isMine, hasBox, isSelected, isCurrent, isEdited, standing, matchCount, dates, onEdit, onText }: NoteTableRowProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const row = useReturnedFocus<HTMLTableRowElement>(isEdited)
  const text = note.text.trim()
  const country = countryName(note.country, language)
  return (
    <tr
      ref={(element) => {
        row.current = element
        measure(element)
      }}
      data-index={at}
      data-note={note.id}
      aria-rowindex={at + 2} // the first one is the head
      aria-current={isSelected || undefined}
      tabIndex={isCurrent ? 0 : -1}
      className={classes(styles.row, isSelected && styles.selected)}
    >
      {hasBox && (
        <td>
          <input
            type="checkbox"
            aria-label={t('list.item', { kind: t(`kind.${note.kind}`), text: text || t('note.empty'), name: note.name, country })}
            tabIndex={-1}
            className={styles.box}
            checked={isSelected}
            onChange={() => undefined} // the table obeys, as to a press on the row
          />
        </td>
      )}
      <td>
        <KindMark kind={note.kind} />
      </td>
      <td className={styles.text}>
        {isEdited ? (
          <NoteTextArea note={note.id} lang={noteLang(note)} label={t('note.textOf')} onText={onText} onDone={() => onEdit(undefined)} />
        ) : (
          <p className={classes(!text && styles.quiet)} dir={text ? 'auto' : undefined} lang={noteLang(note)}>
            {text || t('note.empty')}
          </p>
        )}
        {note.withheld && <WithheldMark />}
      </td>
      <td>
        <bdi>{note.name}</bdi>
        {isMine && note.writtenBy === undefined && <> <span className={styles.you}>{t('list.you')}</span></>}
      </td>
      <td>{country}</td>
      <td className={styles.number}>{matchCount || undefined}</td>
      <td>
        <span className={styles.states}>
          {statesIn(standing).map((state) => (
            <StateChip key={state} state={state} />
          ))}
        </span>
      </td>
      <td className={styles.when}>{note.createdAt > 0 && <time dateTime={new Date(note.createdAt).toISOString()}>{dates.format(note.createdAt)}</time>}</td>
    </tr>
  )
})
