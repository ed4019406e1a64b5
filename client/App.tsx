import { Suspense, useEffect } from 'react'
import { I18nProvider, RouterProvider } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { goTo, type Place } from './followAddress.ts'
import { EntrancePage } from './join/EntrancePage.tsx'
import { ProblemPage } from './join/ProblemPage.tsx'
import { ErrorBoundary } from './ui/ErrorBoundary.tsx'
import { showType } from './ui/fonts.ts'
import { keepPage } from './ui/keepPage.ts'
import { later } from './ui/later.tsx'
import { NotLoadedPage } from './ui/NotLoadedPage.tsx'
import { Waiting } from './ui/Waiting.tsx'

/** Whoever follows a link to a wall needs nothing of it. */
const HomePage = later(async () => (await import('./home/HomePage.tsx')).HomePage, NotLoadedPage)

/** The page that belongs to the address, in the language that is chosen. */
export function App({ places }: { places: StoreApi<Place> }) {
  const { i18n } = useTranslation()
  const place = useStore(places)
  const isWall = place.is === 'wall'
  useEffect(() => {
    if (isWall) return
    showType()
    void keepPage()
  }, [isWall])
  return (
    <I18nProvider locale={i18n.language}>
      <RouterProvider navigate={goTo}>
        <ErrorBoundary key={location.href} fallback={<ProblemPage why="crash" onRetry={() => location.reload()} />}>
          <Suspense fallback={<Waiting />}>
            <PageAt place={place} />
          </Suspense>
        </ErrorBoundary>
      </RouterProvider>
    </I18nProvider>
  )
}

function PageAt({ place }: { place: Place }) {
  switch (place.is) {
    case 'home':
      return <HomePage />
    case 'wall':
      return <EntrancePage entry={place.entry} />
    case 'problem':
      return <ProblemPage why={place.why} />
  }
}
