import { useEffect, useMemo, useState } from 'react'
import { LockBanner } from '../panels/facilitation/LockBanner.tsx'
import { startForOther } from '../panels/form/draft.ts'
import { RestoredNotice } from '../panels/history/RestoredNotice.tsx'
import { createMatches } from '../panels/matching/createMatches.ts'
import { MeetingsNotice } from '../panels/meetings/MeetingsNotice.tsx'
import { AgreementPages } from '../panels/pairs/AgreementPages.tsx'
import { PairDialog } from '../panels/pairs/PairDialog.tsx'
import { PairNewsBanner } from '../panels/pairs/PairNewsBanner.tsx'
import { PairWithDialog } from '../panels/pairs/PairWithDialog.tsx'
import { PasteDialog } from '../panels/paste/PasteDialog.tsx'
import { WordsDialog } from '../panels/words/WordsDialog.tsx'
import { ShownBanner } from '../panels/together/ShownBanner.tsx'
import { useLeaveWarning } from '../panels/status/useLeaveWarning.ts'
import { useSession } from '../session/SessionContext.tsx'
import { NO_FILTER } from '../state/noteFilter.ts'
import { filterNotes, showTab, useView } from '../state/viewStore.ts'
import { DeletedToast } from './DeletedToast.tsx'
import { MyPage } from './MyPage.tsx'
import { PhoneWall } from './PhoneWall.tsx'
import { TakenBackToast } from './TakenBackToast.tsx'
import { PHONE, useMedia } from './useMedia.ts'
import { useWarmUp } from './useWarmUp.ts'
import { WallDialogs, type OpenDialog } from './WallDialogs.tsx'
import { WallHead } from './WallHead.tsx'
import { WallNews } from './WallNews.tsx'
import { WideWall } from './WideWall.tsx'
import styles from './WorkPage.module.css'

/** The wall for those who work on it. */
export function WorkPage() {
  const session = useSession()
  const isPhone = useMedia(PHONE)
  const matches = useMemo(() => createMatches(session), [session])
  useEffect(() => matches.start(), [matches])
  const [dialog, setDialog] = useState<OpenDialog>()
  /** How often it was asked to write for somebody without a device: each time the form starts anew. */
  const [requests, setRequests] = useState(0)
  // What is looked for on one wall is not looked for on the next.
  useEffect(() => () => filterNotes(NO_FILTER), [session])
  useLeaveWarning()
  useWarmUp()
  const writeForSomeone = (): void => {
    startForOther(session.wallId)
    setRequests(requests + 1)
    useView.setState({ isListOpen: true, side: 'form' })
    showTab('form')
  }
  return (
    <div className={styles.page}>
      <WallHead isPhone={isPhone} onDialog={setDialog} onPostFor={writeForSomeone} />
      <LockBanner />
      {isPhone ? <PhoneWall formRound={requests} matches={matches} /> : <WideWall formRound={requests} matches={matches} />}
      <DeletedToast />
      <TakenBackToast />
      <WallNews>
        <RestoredNotice onOpenBin={() => setDialog('bin')} />
        <MeetingsNotice onOpen={() => setDialog('meetings')} />
        <ShownBanner />
        <PairNewsBanner />
      </WallNews>
      <PairWithDialog />
      <PasteDialog />
      <WordsDialog source={matches} />
      <MyPage />
      <PairDialog />
      <AgreementPages />
      <WallDialogs open={dialog} matches={matches} onClose={() => setDialog(undefined)} />
    </div>
  )
}
