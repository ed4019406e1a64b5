import { useEffect, useMemo } from 'react'
import { RestoredNotice } from '../panels/history/RestoredNotice.tsx'
import { createMatches } from '../panels/matching/createMatches.ts'
import { MeetingsNotice } from '../panels/meetings/MeetingsNotice.tsx'
import { RoomScreen } from '../panels/room/RoomScreen.tsx'
import { SpotlightInRoom } from '../panels/together/SpotlightInRoom.tsx'
import { useSession } from '../session/SessionContext.tsx'
import { showType } from '../ui/fonts.ts'
import { keepPage } from '../ui/keepPage.ts'
import { CanvasLater } from './CanvasLater.tsx'
import { LazyMeetingsInRoom } from './LazyMeetings.tsx'
import { LazyRegion } from './LazyRegion.tsx'
import { useWallShown } from './useWallShown.ts'
import { WallNews } from './WallNews.tsx'

/** The screen for the room, with what it can show. */
export function RoomPage() {
  useEffect(showType, [])
  const isWallShown = useWallShown()
  useEffect(() => {
    if (isWallShown) void keepPage()
  }, [isWallShown])
  const canvas = (
    <>
      <CanvasLater fit />
      <SpotlightInRoom />
      <WallNews>
        <RestoredNotice />
        <MeetingsNotice />
      </WallNews>
    </>
  )
  return <RoomScreen canvas={canvas} region={<RegionForRoom />} meetings={<LazyMeetingsInRoom />} />
}

/** The room screen needs the matcher for the topics of the region, and for nothing else. */
function RegionForRoom() {
  const session = useSession()
  const matches = useMemo(() => createMatches(session), [session])
  useEffect(() => matches.start(), [matches])
  return <LazyRegion source={matches} isRoom />
}
