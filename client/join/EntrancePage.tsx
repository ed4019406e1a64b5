import { Suspense } from 'react'
import { useStore } from 'zustand'
import { useSessionState, SessionProvider } from '../session/SessionContext.tsx'
import { later } from '../ui/later.tsx'
import { NotLoaded } from '../ui/NotLoaded.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { useTitle } from '../ui/useTitle.ts'
import { Waiting } from '../ui/Waiting.tsx'
import { ClosedDialog } from './ClosedDialog.tsx'
import type { Entry } from './enterWall.ts'
import { JoinPage } from './JoinPage.tsx'
import { ProblemPage } from './ProblemPage.tsx'
import { RefusedDialog } from './RefusedDialog.tsx'
import { WhoPage } from './WhoPage.tsx'

/** The wall with its canvas is most of the code: the form is there before it. */
const WallPage = later(async () => (await import('../shell/WallPage.tsx')).WallPage, WallNotLoaded)

/** Between the link and the wall: asks who comes in, says why somebody cannot, and opens the wall. */
export function EntrancePage({ entry }: { entry: Entry }) {
  const state = useStore(entry.store)
  switch (state.is) {
    case 'looking':
      return <Waiting />
    case 'asking':
      return <JoinPage {...state} onJoin={(person) => void entry.join(person)} />
    case 'choosing':
      return <WhoPage owner={state.owner.person} known={state.known.person} onChoose={(who) => entry.choose(who)} />
    case 'refused':
      return <ProblemPage why={state.why} onRetry={state.why === 'linkInvalid' || state.why === 'noSuchWall' || state.why === 'erased' ? undefined : () => entry.retry()} />
    case 'open':
      return (
        <SessionProvider key={state.session.doc.guid} value={state.session}>
          <OpenWall />
          {state.notTaken && <RefusedDialog notTaken={state.notTaken} onDone={() => entry.putAway()} />}
        </SessionProvider>
      )
  }
}

function OpenWall() {
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
    <Suspense fallback={<Waiting />}>
      <WallPage />
      {connection.is === 'closed' && <ClosedDialog why={connection.why} />}
    </Suspense>
  )
}

function WallNotLoaded() {
  return (
    <PageFrame narrow>
      <NotLoaded />
    </PageFrame>
  )
}
