import { Save } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WallVersion } from '#shared/protocol/api.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import styles from './HistoryDialog.module.css'
import { HistoryFailed } from './HistoryFailed.tsx'
import { useVersions } from './useVersions.ts'
import { VersionDialog } from './VersionDialog.tsx'
import { VersionList } from './VersionList.tsx'

/** The earlier versions of the wall, for a facilitator: to look at, to bring back, and to keep one more. */
export function HistoryDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { listed, task, save } = useVersions()
  const [opened, setOpened] = useState<WallVersion>()
  const lastDamage = listed?.damage.at(-1)
  const dateOf = (at: number): string => new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(at)
  return (
    <>
      <Dialog
        title={t('history.title')}
        isOpen
        onClose={onClose}
        actions={
          <>
            <Button onPress={onClose}>{t('common.close')}</Button>
            <Button look="primary" icon={<Save aria-hidden="true" />} isPending={task.is === 'saving'} onPress={save}>
              {t('history.saveNow')}
            </Button>
          </>
        }
      >
        <p className={styles.quiet}>{t('history.intro')}</p>
        {task.is === 'saved' && (
          <Notice look="good" isAlert>
            {t('history.saved')}
          </Notice>
        )}
        {task.is === 'failed' && <HistoryFailed refusal={task.refusal} onRetry={task.again} />}
        {lastDamage && listed && <Notice look="warn">{t('history.damage', { count: listed.damage.length, when: dateOf(lastDamage.at) })}</Notice>}
        {task.is === 'listing' && <p role="status">{t('app.loading')}</p>}
        {listed && (listed.versions.length > 0 ? <VersionList versions={listed.versions} onOpen={setOpened} /> : <p>{t('history.empty')}</p>)}
      </Dialog>
      {opened && <VersionDialog version={opened} onClose={() => setOpened(undefined)} onRestored={onClose} />}
    </>
  )
}
