import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { countryName } from '#shared/countries/countryName.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import type { Note } from '#shared/wall/schema.ts'
import { KindMark } from '../../notes/KindMark.tsx'
import { noteLang } from '../../notes/noteLang.ts'
import { NoteTextArea } from '../../notes/NoteTextArea.tsx'
import { WithheldMark } from '../../notes/WithheldMark.tsx'
import { useReturnedFocus } from '../../notes/useReturnedFocus.ts'
import { StateChip } from '../../pairing/StateChip.tsx'
import { classes } from '../../ui/classes.ts'
import { useLanguage } from '../../ui/useLanguage.ts'
import { NoteActions } from './NoteActions.tsx'
import styles from './NoteItem.module.css'
import { statesIn } from './pairStandings.ts'
import type { RowPlace } from './useNearRows.ts'

interface NoteItemProps extends RowPlace {
  note: Note
  /** Written by the reader. */
  isMine: boolean
  isSelected: boolean
  /** The one item that Tab goes to, and whose actions are shown. */
  isCurrent: boolean
  isEdited: boolean
  /** See `pairStandings`. */
  standing: string
  /** Who supports pairs of this note, by name; see `supporterNames`. */
  supporters: string
  /** Who agreed, finished or set aside pairs of this note, and when; see `closedLines`. */
  closed: string
  /** The title of the section in which it hangs. */
  section: string | undefined
  matchCount: number | undefined
  /** Several are selected: what can be done is done with all of them. */
  isOneOfSeveral: boolean
  /** A touch adds it to what is selected, or takes it out. */
  hasCheckBox: boolean
  onEdit: (id: NoteId | undefined) => void
  onText: (text: string) => void
}

/** One note as text. Drawn again only when something of its own has changed: the list may be long. */
export const NoteItem = memo(function NoteItem({ note, isMine, isSelected, isCurrent, isEdited, standing, supporters, closed, section, matchCount, isOneOfSeveral, hasCheckBox, onEdit, onText, at, of, start, measure }: NoteItemProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const item = useReturnedFocus<HTMLLIElement>(isEdited)
  const country = countryName(note.country, language)
  const states = statesIn(standing)
  const text = note.text.trim() || t('note.empty')
  const matches = matchCount ? t('list.matches', { count: matchCount }) : ''
  const spoken = [
    t('list.item', { kind: t(`kind.${note.kind}`), text, name: note.name, country }),
    ...(isSelected && isOneOfSeveral ? [t('selected.is')] : []),
    ...(note.withheld ? [`${t('withheld.mark')}.`] : []),
    ...(section ? [`${t('sections.in', { title: section })}.`] : []),
    ...(matches ? [`${matches}.`] : []),
    ...states.map((state) => `${t(`pair.state.${state}`)}.`),
    ...(supporters ? [`${t('contact.supportedBy', { who: supporters })}.`] : []),
    ...(closed ? closed.split('\n') : []),
  ]
  return (
    <li
      ref={(element) => {
        item.current = element
        measure(element)
      }}
      data-index={at}
      data-note={note.id}
      aria-setsize={of}
      aria-posinset={at + 1}
      style={{ insetBlockStart: start }}
      aria-label={spoken.join(' ')}
      aria-current={isSelected || undefined}
      tabIndex={isCurrent ? 0 : -1}
      className={classes(styles.item, styles[note.kind], isSelected && styles.selected, isCurrent && styles.current)}
    >
      <p className={styles.head}>
        {/* The whole item is its target; the list obeys. */}
        {hasCheckBox && <input type="checkbox" aria-label={spoken.join(' ')} checked={isSelected} tabIndex={-1} className={styles.check} onChange={() => undefined} />}
        <KindMark kind={note.kind} />
        <span className={styles.who}>
          <bdi className={styles.name}>{note.name}</bdi>{' '}
          {isMine && note.writtenBy === undefined && <span className={styles.you}>{t('list.you')}</span>}{' '}
          <span className={styles.country}>{country}</span>
        </span>
      </p>
      {isEdited ? (
        <NoteTextArea note={note.id} lang={noteLang(note)} label={t('note.textOf')} onText={onText} onDone={() => onEdit(undefined)} />
      ) : (
        <p className={classes(styles.text, !note.text.trim() && styles.blank)} dir={note.text.trim() ? 'auto' : undefined} lang={noteLang(note)}>
          {text}
        </p>
      )}
      {note.withheld && (
        <p>
          <WithheldMark />
        </p>
      )}
      {note.places !== undefined && <p className={styles.pen}>{t('note.places', { number: note.places })}</p>}
      {note.writtenBy !== undefined && <p className={styles.pen}>{t('note.writtenBy', { name: note.writtenBy })}</p>}
      {note.imported !== undefined && <p className={styles.pen}>{t('again.importedFrom', { from: `\u2068${note.imported}\u2069` })}</p>}
      {section && (
        <p className={styles.pen}>
          <bdi>{t('sections.in', { title: section })}</bdi>
        </p>
      )}
      {(states.length > 0 || matches) && (
        <p className={styles.standing}>
          {states.map((state) => (
            <StateChip key={state} state={state} />
          ))}
          {supporters && <span className={styles.matches}>{t('contact.supportedBy', { who: supporters })}</span>}
          {matches && <span className={styles.matches}>{matches}</span>}
        </p>
      )}
      {closed && <p className={classes(styles.pen, styles.closed)}>{closed}</p>}
      {isCurrent && isSelected && !isOneOfSeveral && <NoteActions note={note} isEdited={isEdited} onEdit={onEdit} />}
    </li>
  )
})
