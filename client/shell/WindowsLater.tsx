import { Suspense } from 'react'
import { later } from '../ui/later.tsx'
import { NotLoadedDialog } from '../ui/NotLoaded.tsx'
import { useWallShown } from './useWallShown.ts'
import type { WallWindowsProps } from './WallWindows.tsx'

export const loadWindows = () => import('./WallWindows.tsx')
const WallWindows = later(async () => (await loadWindows()).WallWindows, WindowsNotLoaded)

/** What opens over the wall comes after what is read and written on it. */
export function WindowsLater(props: WallWindowsProps) {
  const isTime = useWallShown() || props.open !== undefined
  return <Suspense>{isTime && <WallWindows {...props} />}</Suspense>
}

function WindowsNotLoaded({ open, onOpen }: Pick<WallWindowsProps, 'open' | 'onOpen'>) {
  return open && <NotLoadedDialog onClose={() => onOpen(undefined)} />
}
