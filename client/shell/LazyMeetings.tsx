import { Suspense, type ComponentProps } from 'react'
import { later } from '../ui/later.tsx'
import { NotLoaded } from '../ui/NotLoaded.tsx'
import { Part } from './Part.tsx'

const MeetingsPanel = later(async () => (await import('../panels/meetings/MeetingsPanel.tsx')).MeetingsPanel, NotLoaded)
const MeetingsInRoom = later(async () => (await import('../panels/meetings/MeetingsPage.tsx')).MeetingsInRoom, NotLoaded)

/** The round of meetings, fetched when it is first looked at. */
export function LazyMeetings(props: ComponentProps<typeof MeetingsPanel>) {
  return (
    <Part>
      <Suspense>
        <MeetingsPanel {...props} />
      </Suspense>
    </Part>
  )
}

/** The same on the screen for the room. */
export function LazyMeetingsInRoom() {
  return (
    <Part>
      <Suspense>
        <MeetingsInRoom />
      </Suspense>
    </Part>
  )
}
