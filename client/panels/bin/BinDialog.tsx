import { ArchiveRestore } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countryName } from '#shared/countries/countryName.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import { noteFinder } from '../../notes/noteFinder.ts'
import { useSession } from '../../session/SessionContext.tsx'
import { showOnWall } from '../../state/viewStore.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { SearchBox } from '../../ui/SearchBox.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import styles from './BinDialog.module.css'
import { BinnedItem } from './BinnedItem.tsx'
import { useBin } from './useBin.ts'

/** Up to so many are seen at a glance. */
const FEW = 5

/** The notes that were taken off the wall; who may take them off puts them back, a facilitator all that are found at once. */
export function BinDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const session = useSession()
  const language = useLanguage()
  const bin = useBin()
  const [text, setText] = useState('')
  const [back, setBack] = useState<readonly NoteId[]>([])
  const isMeant = noteFinder(text, (code) => countryName(code, language))
  const found = bin.filter(({ note }) => isMeant(note))

  const mayPutAllBack = session.role === 'facilitator' && found.length > 1

  /** In one step, which is undone in one. */
  const putBack = (ids: readonly NoteId[]): void => {
    if (session.commit(ids.map((id) => ({ type: 'unbinNote', id })))) setBack(ids)
  }
  const show = (): void => {
    showOnWall(back)
    onClose()
  }
  return (
    <Dialog title={t('bin.title')} isOpen onClose={onClose}>
      <p className={styles.quiet}>{t(session.role === 'facilitator' ? 'bin.introFacilitator' : 'bin.intro')}</p>
      {(bin.length > FEW || text) && <SearchBox label={t('list.search')} clearLabel={t('list.clear')} value={text} onChange={setText} />}
      {back.length > 0 && (
        <Notice look="good" isAlert>
          <div className={styles.done}>
            {t('bin.areBack', { count: back.length })}
            <Button key={back.join()} autoFocus onPress={show}>{t('list.show')}</Button>
          </div>
        </Notice>
      )}
      {bin.length === 0 && <p>{t('bin.empty')}</p>}
      {bin.length > 0 && found.length === 0 && <p role="status">{t('list.nothingFound')}</p>}
      {found.length > 0 && (
        <>
          <div className={styles.done}>
            <h3 className={styles.count}>{found.length < bin.length ? t('list.countOf', { found: found.length, count: bin.length }) : t('list.count', { count: bin.length })}</h3>
            {mayPutAllBack && (
              <Button icon={<ArchiveRestore aria-hidden="true" />} onPress={() => putBack(found.map(({ note }) => note.id))}>
                {t('bin.putAllBack', { count: found.length })}
              </Button>
            )}
          </div>
          <ul role="list" aria-label={t('bin.title')} className={styles.notes}>
            {found.map((binned) => (
              <BinnedItem key={binned.note.id} {...binned} onPutBack={() => putBack([binned.note.id])} />
            ))}
          </ul>
        </>
      )}
    </Dialog>
  )
}
