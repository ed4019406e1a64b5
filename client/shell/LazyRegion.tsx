import { Suspense, type ComponentProps } from 'react'
import { later } from '../ui/later.tsx'
import { NotLoaded } from '../ui/NotLoaded.tsx'
import { Part } from './Part.tsx'

const RegionPage = later(async () => (await import('../panels/region/RegionPage.tsx')).RegionPage, NotLoaded)

/** The region at a glance, with what draws its picture, fetched when it is first looked at. */
export function LazyRegion(props: ComponentProps<typeof RegionPage>) {
  return (
    <Part>
      <Suspense>
        <RegionPage {...props} />
      </Suspense>
    </Part>
  )
}
