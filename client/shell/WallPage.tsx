import { RoomScreen } from '../panels/room/RoomScreen.tsx'
import { useSession } from '../session/SessionContext.tsx'
import { CanvasLater } from './CanvasLater.tsx'
import { WorkPage } from './WorkPage.tsx'

/** The open wall: the place where its panels are put together. A viewer's link shows the screen for the room. */
export function WallPage() {
  const { role } = useSession()
  return role === 'viewer' ? <RoomScreen canvas={<CanvasLater fit />} /> : <WorkPage />
}
