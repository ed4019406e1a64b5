import type { ComponentProps } from 'react'
import { useSession } from '../../session/SessionContext.tsx'
import { MeetingsPage } from './MeetingsPage.tsx'
import { PlanMeetings } from './PlanMeetings.tsx'

/** The round of meetings; a facilitator plans it in the same place. */
export function MeetingsPanel(props: ComponentProps<typeof PlanMeetings>) {
  const { role } = useSession()
  return (
    <>
      {role === 'facilitator' && <PlanMeetings {...props} />}
      <MeetingsPage />
    </>
  )
}
