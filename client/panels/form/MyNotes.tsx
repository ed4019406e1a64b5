import { Eye, EyeOff, Pencil, Trash2, UsersRound } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoteId } from '#shared/wall/ids.ts'
import type { Note } from '#shared/wall/schema.ts'
import { LostNote } from '../../notes/LostNote.tsx'
import { noteLang } from '../../notes/noteLang.ts'
import { NoteTextArea } from '../../notes/NoteTextArea.tsx'
import { PlacesMenu } from '../../notes/PlacesMenu.tsx'
import { WithheldMark } from '../../notes/WithheldMark.tsx'
import { useEdited } from '../../notes/useEdited.ts'
import { useReturnedFocus } from '../../notes/useReturnedFocus.ts'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { deleteNotes } from '../../state/deleteNotes.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import styles from './MyNotes.module.css'

/** What this person has put on the wall, the last one first. */
export function MyNotes() {
  const { t } = useTranslation()
  const { me } = useSession()
  const notes = useSessionState(({ wall }) => wall.notes)
  const edited = useEdited(notes)
  const mine = useMemo(() => [...notes.values()].filter(({ author }) => author === me?.id).reverse(), [notes, me])
  return (
    <section aria-labelledby="my-notes" className={styles.mine}>
      <h2 id="my-notes" className={styles.title}>
        {mine.length > 0 ? t('form.mineCount', { count: mine.length }) : t('form.mine')}
      </h2>
      {mine.length === 0 && <p className={styles.empty}>{t('form.mineEmpty')}</p>}
      {edited.lost && <LostNote key={edited.lost.note.id} {...edited.lost} onClose={edited.forgetLost} />}
      <ul role="list" aria-labelledby="my-notes" className={styles.list}>
        {mine.map((note) => (
          <MyNote key={note.id} note={note} isEdited={note.id === edited.id} onEdit={edited.start} onText={edited.keep} />
        ))}
      </ul>
    </section>
  )
}

interface MyNoteProps {
  note: Note
  isEdited: boolean
  onEdit: (id: NoteId | undefined) => void
  onText: (text: string) => void
}

/** As much of a text as names it. */
const excerpt = (text: string): string => (text.length > 60 ? `${text.slice(0, 60).trimEnd()}…` : text)

function MyNote({ note, isEdited, onEdit, onText }: MyNoteProps) {
  const { t } = useTranslation()
  const session = useSession()
  const editButton = useReturnedFocus<HTMLButtonElement>(isEdited)
  return (
    <li className={classes(styles.note, styles[note.kind])}>
      <p className={styles.head}>
        <span className={styles.shape} aria-hidden="true" />
        {t(`kind.${note.kind}`)}
        {note.writtenBy !== undefined && <bdi className={styles.who}>{note.name}</bdi>}
        {note.withheld && <WithheldMark />}
      </p>
      {isEdited ? (
        <div className={styles.edit}>
          <NoteTextArea note={note.id} lang={noteLang(note)} label={t('note.textOf')} onText={onText} onDone={() => onEdit(undefined)} />
          <Button onPress={() => onEdit(undefined)}>{t('common.done')}</Button>
        </div>
      ) : (
        <>
          <p className={styles.text} dir="auto" lang={noteLang(note)}>
            {note.text.trim() || t('note.empty')}
          </p>
          <IconButton ref={editButton} label={t('form.editNote', { text: excerpt(note.text) })} className={styles.tool} onPress={() => onEdit(note.id)}>
            <Pencil aria-hidden="true" />
          </IconButton>
          <IconButton
            label={t(note.withheld ? 'withheld.liftNote' : 'withheld.markNote', { text: excerpt(note.text) })}
            className={styles.tool}
            onPress={() => session.commit([{ type: 'setWithheld', id: note.id, withheld: !note.withheld }])}
          >
            {note.withheld ? <Eye aria-hidden="true" /> : <EyeOff aria-hidden="true" />}
          </IconButton>
          <IconButton label={t('form.deleteNote', { text: excerpt(note.text) })} className={styles.tool} onPress={() => deleteNotes(session, [note.id])}>
            <Trash2 aria-hidden="true" />
          </IconButton>
          {note.kind === 'offer' && (
            <div className={styles.places}>
              <PlacesMenu
                note={note}
                trigger={
                  <Button look="quiet" icon={<UsersRound aria-hidden="true" />}>
                    {note.places === undefined ? t('places.set') : t('note.places', { number: note.places })}
                  </Button>
                }
              />
            </div>
          )}
        </>
      )}
    </li>
  )
}
