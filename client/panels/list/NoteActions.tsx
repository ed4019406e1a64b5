import { ArrowLeftRight, BookA, Check, Eye, EyeOff, Link2, MapPin, Move, Pencil, Sparkles, Trash2, UsersRound } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { can } from '#shared/permissions/can.ts'
import type { Edit } from '#shared/wall/edit.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import { otherSide } from '#shared/wall/pairState.ts'
import type { Note } from '#shared/wall/schema.ts'
import { PlacesMenu } from '../../notes/PlacesMenu.tsx'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { deleteNotes } from '../../state/deleteNotes.ts'
import { moveNotes, pairWith, showMatchesOf, showOnWall, showWords } from '../../state/viewStore.ts'
import styles from './NoteActions.module.css'
import { Action } from './Action.tsx'

interface NoteActionsProps {
  note: Note
  isEdited: boolean
  onEdit: (id: NoteId | undefined) => void
}

/** Everything that can be done with a note, without the canvas. What is for others to do is grey, and says for whom. */
export function NoteActions({ note, isEdited, onEdit }: NoteActionsProps) {
  const { t } = useTranslation()
  const session = useSession()
  const reason = useId()
  const other = otherSide(note.kind)
  const change: Edit = { type: 'setKind', id: note.id, kind: other }
  const mayEdit = useSessionState(({ wall }) => can(session.role, session.me?.id, { type: 'spliceText', id: note.id, offset: 0, remove: 0, insert: '' }, wall))
  const mayChange = useSessionState(({ wall }) => can(session.role, session.me?.id, change, wall))
  const mayDelete = useSessionState(({ wall }) => can(session.role, session.me?.id, { type: 'binNote', id: note.id }, wall))

  if (isEdited) {
    return (
      <div className={styles.actions}>
        <Action icon={Check} onPress={() => onEdit(undefined)}>
          {t('common.done')}
        </Action>
      </div>
    )
  }
  return (
    <>
      <div role="group" aria-label={t('list.actions')} aria-describedby={mayEdit ? undefined : reason} className={styles.actions}>
        <Action icon={Pencil} isDisabled={!mayEdit} onPress={() => onEdit(note.id)}>
          {t('list.edit')}
        </Action>
        <Action icon={MapPin} onPress={() => showOnWall([note.id])}>
          {t('list.show')}
        </Action>
        <Action icon={Move} isDisabled={!mayDelete} onPress={() => moveNotes([note.id])}>
          {t('move.open')}
        </Action>
        <Action icon={Sparkles} onPress={() => showMatchesOf(note.id)}>
          {t('list.seeMatches')}
        </Action>
        <Action icon={Link2} isDisabled={!session.me} onPress={() => pairWith(note.id)}>
          {t('contact.pairWith')}
        </Action>
        <Action icon={ArrowLeftRight} isDisabled={!mayChange} onPress={() => session.commit([change])}>
          {t(other === 'need' ? 'list.toNeed' : 'list.toOffer')}
        </Action>
        {session.role === 'facilitator' && (
          <Action icon={BookA} onPress={() => showWords(note.id)}>
            {t('words.ofNote')}
          </Action>
        )}
        {note.kind === 'offer' && (
          <PlacesMenu
            note={note}
            trigger={
              <Action icon={UsersRound} isDisabled={!mayEdit}>
                {t('places.set')}
              </Action>
            }
          />
        )}
        <Action icon={note.withheld ? Eye : EyeOff} isDisabled={!mayEdit} onPress={() => session.commit([{ type: 'setWithheld', id: note.id, withheld: !note.withheld }])}>
          {t(note.withheld ? 'withheld.lift' : 'withheld.mark')}
        </Action>
        <Action icon={Trash2} danger isDisabled={!mayDelete} onPress={() => deleteNotes(session, [note.id])}>
          {t('common.delete')}
        </Action>
      </div>
      {!mayEdit && (
        <p id={reason} className={styles.reason}>
          {t('list.notYours', { name: note.name })}
        </p>
      )}
    </>
  )
}
