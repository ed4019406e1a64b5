import { useSession } from '../session/SessionContext.tsx'
import { later } from '../ui/later.tsx'
import { NotLoadedPage } from '../ui/NotLoadedPage.tsx'
import { WorkPage } from './WorkPage.tsx'

const RoomPage = later(async () => (await import('./RoomPage.tsx')).RoomPage, NotLoadedPage)

/** The open wall: the place where its panels are put together. A viewer's link shows the screen for the room. */
export function WallPage() {
  const { role } = useSession()
  return role === 'viewer' ? <RoomPage /> : <WorkPage />
}
