import { LayoutGrid } from 'lucide-react'
import { useState } from 'react'
import { DialogTrigger, Dialog, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { ARRANGE_AS, ARRANGE_BY, type ArrangeAs, type ArrangeBy } from '#shared/layout/arrangeNotes.ts'
import type { Session } from '../../session/openSession.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ToggleGroup } from '../../ui/ToggleGroup.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import styles from './ArrangeMenu.module.css'
import { arrangePrivately, type ArrangeSource } from './arrangePrivately.ts'

/** Ways to arrange the notes on this screen; the wall of the others stays as it is. */
export function ArrangeMenu({ shared, source }: { shared: Session; source: ArrangeSource }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const [as, setAs] = useState<ArrangeAs>('clusters')
  const [busy, setBusy] = useState<ArrangeBy>()
  const [hasFailed, setFailed] = useState(false)
  const arrange = async (by: ArrangeBy): Promise<void> => {
    setBusy(by)
    setFailed(false)
    try {
      await arrangePrivately(shared, source, { by, as }, { t, language })
      setOpen(false)
    } catch {
      // The matcher could not be started here, or has failed; the other ways to arrange need none.
      setFailed(true)
    }
    setBusy(undefined)
  }
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <IconButton label={t('arrange.open')}>
        <LayoutGrid aria-hidden="true" />
      </IconButton>
      <Popover placement="bottom start" className={classes(styles.popover)}>
        <Dialog aria-label={t('arrange.open')} className={classes(styles.dialog)}>
          <p className={styles.what}>{t('arrange.what')}</p>
          <ToggleGroup label={t('arrange.as')} value={as} onChange={setAs} options={ARRANGE_AS.map((id) => ({ id, label: t(`arrange.shapes.${id}`) }))} />
          <ul role="list" className={styles.ways}>
            {ARRANGE_BY.map((by) => (
              <li key={by}>
                <Button isPending={busy === by} onPress={() => void arrange(by)}>
                  {t(`arrange.by.${by}`)}
                </Button>
              </li>
            ))}
          </ul>
          {hasFailed && (
            <Notice look="warn" isAlert>
              {t('arrange.failed')}
            </Notice>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
