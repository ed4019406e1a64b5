import { lazy, Suspense } from 'react'
import { BinDialog } from '../panels/bin/BinDialog.tsx'
import { HistoryDialog } from '../panels/history/HistoryDialog.tsx'
import { LinksDialog } from '../panels/links/LinksDialog.tsx'
import { MyDetailsDialog } from '../panels/people/MyDetailsDialog.tsx'

export type OpenDialog = 'links' | 'details' | 'export' | 'bin' | 'history'

const ExportDialog = lazy(async () => ({ default: (await import('../export/ExportDialog.tsx')).ExportDialog }))

/** The windows that the menu opens. */
export function WallDialogs({ open, onClose }: { open: OpenDialog | undefined; onClose: () => void }) {
  return (
    <>
      <LinksDialog isOpen={open === 'links'} onClose={onClose} />
      <MyDetailsDialog isOpen={open === 'details'} onClose={onClose} />
      {open === 'bin' && <BinDialog onClose={onClose} />}
      {open === 'history' && <HistoryDialog onClose={onClose} />}
      {open === 'export' && (
        <Suspense>
          <ExportDialog onClose={onClose} />
        </Suspense>
      )}
    </>
  )
}
