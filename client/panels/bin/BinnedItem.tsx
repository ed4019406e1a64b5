import { ArchiveRestore } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { may } from '#shared/permissions/can.ts'
import type { BinnedNote } from '#shared/wall/schema.ts'
import { NotePaper } from '../../pairing/NotePaper.tsx'
import { isolate } from '../../pairing/sayWho.ts'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import styles from './BinnedItem.module.css'

/** A note in the bin: what it says, who took it off the wall, and the way back for those who may. */
export function BinnedItem({ note, deleted, onPutBack }: BinnedNote & { onPutBack: () => void }) {
  const { t } = useTranslation()
  const { role, me } = useSession()
  const language = useLanguage()
  const name = useSessionState(({ wall }) => deleted && wall.people.get(deleted.by)?.name)
  const when = deleted && new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(deleted.at)
  const mayPutBack = may(role, me?.id, { type: 'unbinNote', id: note.id }, () => note.author)
  return (
    <li className={styles.item}>
      <NotePaper note={note} />
      <div className={styles.below}>
        <p className={styles.quiet}>
          {deleted && (deleted.by === me?.id ? t('bin.byYou', { when }) : name ? t('bin.by', { name: isolate(name), when }) : when)}
          {!mayPutBack && <span className={styles.whose}>{t('bin.notYours', { name: isolate(note.name) })}</span>}
        </p>
        {mayPutBack && (
          <Button icon={<ArchiveRestore aria-hidden="true" />} onPress={onPutBack}>
            {t('bin.putBack')}
          </Button>
        )}
      </div>
    </li>
  )
}
