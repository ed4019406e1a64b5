import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { BinDialog } from '../panels/bin/BinDialog.tsx'
import { HistoryDialog } from '../panels/history/HistoryDialog.tsx'
import { KeepingDialog } from '../panels/keeping/KeepingDialog.tsx'
import { LinksDialog } from '../panels/links/LinksDialog.tsx'
import type { Matches } from '../panels/matching/createMatches.ts'
import { MyDetailsDialog } from '../panels/people/MyDetailsDialog.tsx'
import { ShowInRoom } from '../panels/room/ShowInRoom.tsx'
import { WorkshopDialog } from '../panels/workshop/WorkshopDialog.tsx'
import { later } from '../ui/later.tsx'
import { NotLoadedDialog } from '../ui/NotLoaded.tsx'
import { PageDialog } from '../ui/PageDialog.tsx'
import { ThemeDialog } from '../ui/ThemeDialog.tsx'
import { LazyMeetings } from './LazyMeetings.tsx'
import { LazyRegion } from './LazyRegion.tsx'

export type OpenDialog = 'links' | 'details' | 'export' | 'bin' | 'history' | 'region' | 'meetings' | 'bringIn' | 'keeping' | 'theme' | 'workshop'

const ExportDialog = later(async () => (await import('../export/ExportDialog.tsx')).ExportDialog, NotLoadedDialog)
const BringInDialog = later(async () => (await import('../panels/bringIn/BringInDialog.tsx')).BringInDialog, NotLoadedDialog)

interface WallDialogsProps {
  open: OpenDialog | undefined
  matches: Matches
  onClose: () => void
}

/** The windows that the menu opens. */
export function WallDialogs({ open, matches, onClose }: WallDialogsProps) {
  const { t } = useTranslation()
  return (
    <>
      <LinksDialog isOpen={open === 'links'} onClose={onClose} />
      <MyDetailsDialog isOpen={open === 'details'} onClose={onClose} />
      {open === 'bin' && <BinDialog onClose={onClose} />}
      {open === 'history' && <HistoryDialog onClose={onClose} />}
      {open === 'region' && (
        <PageDialog title={t('wall.region')} tools={<ShowInRoom view="region" />} onClose={onClose}>
          <LazyRegion source={matches} />
        </PageDialog>
      )}
      {open === 'meetings' && (
        <PageDialog title={t('wall.meetings')} tools={<ShowInRoom view="meetings" />} onClose={onClose}>
          <LazyMeetings planMeetings={matches.planMeetings} />
        </PageDialog>
      )}
      {open === 'keeping' && <KeepingDialog onClose={onClose} />}
      {open === 'workshop' && <WorkshopDialog onClose={onClose} />}
      {open === 'theme' && <ThemeDialog onClose={onClose} />}
      {open === 'bringIn' && (
        <Suspense>
          <BringInDialog onClose={onClose} />
        </Suspense>
      )}
      {open === 'export' && (
        <Suspense>
          <ExportDialog onClose={onClose} />
        </Suspense>
      )}
    </>
  )
}
