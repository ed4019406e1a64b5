import { lazy, Suspense, type ComponentProps } from 'react'
import { Part } from './Part.tsx'

const RegionPage = lazy(async () => ({ default: (await import('../panels/region/RegionPage.tsx')).RegionPage }))

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
