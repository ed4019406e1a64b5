import { HelpDialog } from '../panels/help/HelpDialog.tsx'
import { RestoredNotice } from '../panels/history/RestoredNotice.tsx'
import type { Matches } from '../panels/matching/createMatches.ts'
import { MeetingsNotice } from '../panels/meetings/MeetingsNotice.tsx'
import { MoveDialog } from '../panels/move/MoveDialog.tsx'
import { AgreementPages } from '../panels/pairs/AgreementPages.tsx'
import { PairDialog } from '../panels/pairs/PairDialog.tsx'
import { PairNewsBanner } from '../panels/pairs/PairNewsBanner.tsx'
import { PairWithDialog } from '../panels/pairs/PairWithDialog.tsx'
import { PasteDialog } from '../panels/paste/PasteDialog.tsx'
import { ShownBanner } from '../panels/together/ShownBanner.tsx'
import { WordsDialog } from '../panels/words/WordsDialog.tsx'
import { MyPage } from './MyPage.tsx'
import { WallDialogs, type OpenDialog } from './WallDialogs.tsx'
import { WallNews } from './WallNews.tsx'

export interface WallWindowsProps {
  /** What the menu has opened. */
  open: OpenDialog | undefined
  matches: Matches
  onOpen: (dialog: OpenDialog | undefined) => void
}

/** Everything that opens over the wall, or comes up there by itself. */
export function WallWindows({ open, matches, onOpen }: WallWindowsProps) {
  return (
    <>
      <WallNews>
        <RestoredNotice onOpenBin={() => onOpen('bin')} />
        <MeetingsNotice onOpen={() => onOpen('meetings')} />
        <ShownBanner />
        <PairNewsBanner />
      </WallNews>
      <PairWithDialog />
      <MoveDialog />
      <PasteDialog />
      <WordsDialog source={matches} />
      <MyPage />
      <HelpDialog />
      <PairDialog />
      <AgreementPages />
      <WallDialogs open={open} matches={matches} onClose={() => onOpen(undefined)} />
    </>
  )
}
