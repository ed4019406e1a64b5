import type { Box, Size } from '#shared/layout/box.ts'
import { fitted, type Camera, type Insets } from './camera.ts'
import { contentBox } from './contentBox.ts'
import { insetsOf } from './covers.ts'

interface WholeWall {
  readonly notes: readonly Box[]
  readonly sections: readonly Box[]
}

/** What stands over the upper edge of a section, in CSS pixels. */
const TITLE_PX = 48

/** The box around all that is to be seen of a wall; `undefined` of an empty one. */
export const wholeBox = ({ notes, sections }: WholeWall): Box | undefined => (notes.length === 0 ? undefined : contentBox(sections.length === 0 ? notes : [...notes, ...sections]))

/** The camera that shows all of this box between what covers the edges, the titles of its sections too. */
export function wholeView(box: Box, sections: readonly Box[], { size, covers, least, maxZoom }: { size: Size; covers: readonly Box[]; least: Insets; maxZoom: number }): Camera {
  const insets = insetsOf(size, covers, least)
  const hasTitleOnTop = sections.some(({ y }) => y <= box.y)
  return fitted(box, size, hasTitleOnTop ? { ...insets, top: insets.top + TITLE_PX } : insets, maxZoom)
}
