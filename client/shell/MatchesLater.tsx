import { Suspense, type ComponentProps } from 'react'
import { later } from '../ui/later.tsx'
import { NotLoaded } from '../ui/NotLoaded.tsx'
import { Part } from './Part.tsx'

const MatchesPanel = later(async () => (await import('./MatchesPanel.tsx')).MatchesPanel, NotLoaded)

/** Matches come after the notes that they join: on a weak line these are read meanwhile. */
export function MatchesLater(props: ComponentProps<typeof MatchesPanel>) {
  return (
    <Part>
      <Suspense>
        <MatchesPanel {...props} />
      </Suspense>
    </Part>
  )
}
