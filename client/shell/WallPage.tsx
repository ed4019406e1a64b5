import { RestoredNotice } from '../panels/history/RestoredNotice.tsx'
import { RoomScreen } from '../panels/room/RoomScreen.tsx'
import { useSession } from '../session/SessionContext.tsx'
import { CanvasLater } from './CanvasLater.tsx'
import { WallNews } from './WallNews.tsx'
import { WorkPage } from './WorkPage.tsx'

/** The open wall: the place where its panels are put together. A viewer's link shows the screen for the room. */
export function WallPage() {
  const { role } = useSession()
  if (role !== 'viewer') return <WorkPage />
  const canvas = (
    <>
      <CanvasLater fit />
      <WallNews>
        <RestoredNotice />
      </WallNews>
    </>
  )
  return <RoomScreen canvas={canvas} />
}
