import { NOTE_GAP } from '#shared/layout/findFreePlace.ts'
import { NOTE } from '#shared/layout/noteShape.ts'
import type { WallPoint } from '#shared/wall/schema.ts'
import { toWall, type Insets } from './camera.ts'
import type { WallScene } from './wallScene.ts'

/** What lies over the edges of the canvas: the pads and the bars. */
export const INSETS: Insets = { top: 66, right: 32, bottom: 120, left: 32 }

/** Where a note hangs in the middle of what is seen; on a coarse grid, so that notes added one by one stand in rows. */
export function middleOf({ man }: WallScene): WallPoint {
  const { width, height } = man.size()
  const [x, y] = toWall(man.camera(), [width / 2, (height - INSETS.bottom) / 2])
  const onGrid = (value: number): number => Math.round(value / NOTE_GAP) * NOTE_GAP
  return [onGrid(x - NOTE.width / 2), onGrid(y - NOTE.minHeight / 2)]
}
