import { areCloser } from '#shared/layout/box.ts'
import type { NoteId } from '#shared/wall/ids.ts'
import type { WallPoint } from '#shared/wall/schema.ts'
import { seenBox } from './camera.ts'
import type { CameraMan } from './cameraMan.ts'
import type { NoteIndex } from './noteIndex.ts'

/** What moves less than this on the screen is there at once. */
const LEAST_GLIDE_PX = 3
/** With more notes in sight than this, drawing all of them in every frame takes too long for anything to glide. */
const MOST_GLIDING = 2000

/**
 * Which of these notes are seen to move, and from where: they glide there, unless all that would be drawn in each frame is too much.
 * @param before where they hung, on the wall
 */
export function movesInSight(before: ReadonlyMap<NoteId, WallPoint>, index: NoteIndex, man: CameraMan): Map<NoteId, WallPoint> {
  const camera = man.camera()
  const seen = seenBox(camera, man.size())
  const moved = [...before].filter(([id, [x, y]]) => {
    const hung = index.get(id)
    if (!hung || Math.hypot(hung.x - x, hung.y - y) * camera.zoom < LEAST_GLIDE_PX) return false
    return areCloser(hung, seen, 0) || areCloser({ ...hung, x, y }, seen, 0)
  })
  return new Map(moved.length > 0 && index.within(seen).length <= MOST_GLIDING ? moved : [])
}
