import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LockBanner } from '../panels/facilitation/LockBanner.tsx'
import { startForOther } from '../panels/form/draft.ts'
import { createMatches } from '../panels/matching/createMatches.ts'
import { useLeaveWarning } from '../panels/status/useLeaveWarning.ts'
import { SpokenArrivals } from '../notes/SpokenArrivals.tsx'
import { useSession } from '../session/SessionContext.tsx'
import { NO_FILTER } from '../state/noteFilter.ts'
import { showTab, useView } from '../state/viewStore.ts'
import { showType } from '../ui/fonts.ts'
import { keepPage } from '../ui/keepPage.ts'
import { SkipLink } from '../ui/SkipLink.tsx'
import { DeletedToast } from './DeletedToast.tsx'
import { loadCanvas } from './loadCanvas.ts'
import { PhoneWall } from './PhoneWall.tsx'
import { PrintedNotes } from './PrintedNotes.tsx'
import { TakenBackToast } from './TakenBackToast.tsx'
import { NOTES_ID, skipToNotes } from './skipToNotes.ts'
import { PHONE, useMedia } from '../ui/useMedia.ts'
import { useNotesShown } from './useNotesShown.ts'
import { useNoteFactsOf } from './useNoteFactsOf.ts'
import { useWallShown } from './useWallShown.ts'
import { useWarmUp } from './useWarmUp.ts'
import type { OpenDialog } from './WallDialogs.tsx'
import { WallHead } from './WallHead.tsx'
import { WideWall } from './WideWall.tsx'
import { loadWindows, WindowsLater } from './WindowsLater.tsx'
import styles from './WorkPage.module.css'

/** The wall for those who work on it. */
export function WorkPage() {
  const { t } = useTranslation()
  const session = useSession()
  const isPhone = useMedia(PHONE)
  const matches = useMemo(() => createMatches(session), [session])
  const areNotesShown = useNotesShown()
  const isWallShown = useWallShown()
  useEffect(() => (isWallShown ? matches.start() : undefined), [isWallShown, matches])
  useEffect(() => {
    if (isWallShown) void keepPage()
  }, [isWallShown])
  useEffect(() => {
    // Chinese type alone is five times as large as all of the code.
    if (areNotesShown) void Promise.allSettled([loadWindows(), isPhone || loadCanvas()]).then(showType)
  }, [areNotesShown, isPhone])
  const [dialog, setDialog] = useState<OpenDialog>()
  /** How often it was asked to write for somebody without a device: each time the form starts anew. */
  const [requests, setRequests] = useState(0)
  // What is looked for on one wall is not looked for on the next.
  useEffect(() => () => useView.setState({ filter: NO_FILTER, findRound: 0, hidesRest: false, marksUnanswered: false, isWallShown: false }), [session])
  useNoteFactsOf(matches)
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
      <SkipLink to={NOTES_ID} onSkip={skipToNotes}>
        {t('skip.notes')}
      </SkipLink>
      <WallHead isPhone={isPhone} onDialog={setDialog} onPostFor={writeForSomeone} />
      <LockBanner />
      {isPhone ? <PhoneWall formRound={requests} matches={matches} /> : <WideWall formRound={requests} matches={matches} />}
      <SpokenArrivals />
      <DeletedToast />
      <TakenBackToast />
      <PrintedNotes />
      <WindowsLater open={dialog} matches={matches} onOpen={setDialog} />
    </div>
  )
}
