import { Suspense, useEffect, useState, type ComponentType } from 'react'
import { useStore } from 'zustand'
import { useSessionState, SessionProvider } from '../session/SessionContext.tsx'
import { showType } from '../ui/fonts.ts'
import { keepPage } from '../ui/keepPage.ts'
import { later } from '../ui/later.tsx'
import { NotLoaded } from '../ui/NotLoaded.tsx'
import { NotLoadedPage } from '../ui/NotLoadedPage.tsx'
import { useTitle } from '../ui/useTitle.ts'
import { Waiting } from '../ui/Waiting.tsx'
import type { Entry } from './enterWall.ts'
import { JoinPage } from './JoinPage.tsx'
import { ProblemPage } from './ProblemPage.tsx'
import { WhoPage } from './WhoPage.tsx'

const loadWall = () => import('../shell/WallPage.tsx')
const ClosedDialog = later(async () => (await import('./ClosedDialog.tsx')).ClosedDialog, NotLoaded)
const RefusedDialog = later(async () => (await import('./RefusedDialog.tsx')).RefusedDialog, NotLoaded)
/** It tries once more, and says so when it does not come. */
const WallPageAgain = later(async () => (await loadWall()).WallPage, NotLoadedPage, { isFirst: true })

/** Between the link and the wall: asks who comes in, says why somebody cannot, and opens the wall. */
export function EntrancePage({ entry }: { entry: Entry }) {
  const state = useStore(entry.store)
  // While the server is asked the line is free: the wall is fetched meanwhile. What does not come is said where it would be.
  const isAtDoor = state.is !== 'looking' && state.is !== 'open'
  // What React waits for itself it shows a third of a second late, though it has come long ago.
  const [WallPage, setWallPage] = useState<ComponentType>()
  useEffect(() => {
    const loading = loadWall().catch(() => undefined)
    void loading.then((loaded) => {
      const page: ComponentType = loaded ? loaded.WallPage : WallPageAgain
      setWallPage((before: ComponentType | undefined) => before ?? page)
    })
    if (!isAtDoor) return
    void loading.then(() => {
      showType()
      void keepPage()
    })
  }, [isAtDoor])
  switch (state.is) {
    case 'looking':
      return <Waiting />
    case 'asking':
      return (
        <JoinPage {...state} onJoin={(person, consent) => void entry.join(person, consent)} />
      )
    case 'choosing':
      return <WhoPage owner={state.owner.person} known={state.known.person} onChoose={(who) => entry.choose(who)} />
    case 'refused':
      return <ProblemPage why={state.why} onRetry={state.why === 'linkInvalid' || state.why === 'noSuchWall' || state.why === 'erased' ? undefined : () => entry.retry()} />
    case 'open':
      return (
        <SessionProvider key={state.session.doc.guid} value={state.session}>
          <OpenWall WallPage={WallPage} />
          <Suspense>{state.notTaken && <RefusedDialog notTaken={state.notTaken} onDone={() => entry.putAway()} />}</Suspense>
        </SessionProvider>
      )
  }
}

/** @param WallPage what it is shown by, once that is here */
function OpenWall({ WallPage }: { WallPage: ComponentType | undefined }) {
  const { title, loaded, connection } = useSessionState(({ wall, loaded, connection }) => ({
    title: wall.settings.title,
    loaded,
    connection,
  }))
  useTitle(title)
  // Nothing of the wall is here, and nothing will come: there is nothing to show behind the words.
  if (connection.is === 'closed' && !loaded) {
    const { why } = connection
    return <ProblemPage why={why === 'noSuchWall' || why === 'erased' || why === 'removed' ? why : 'linkInvalid'} />
  }
  return (
    <>
      <Suspense fallback={<Waiting />}>{WallPage ? <WallPage /> : <Waiting />}</Suspense>
      <Suspense>{connection.is === 'closed' && <ClosedDialog why={connection.why} />}</Suspense>
    </>
  )
}
