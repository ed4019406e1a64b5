import { NotLoaded } from './NotLoaded.tsx'
import { PageFrame } from './PageFrame.tsx'

/** In the place of a whole page that could not be fetched. */
export function NotLoadedPage() {
  return (
    <PageFrame narrow>
      <NotLoaded />
    </PageFrame>
  )
}
