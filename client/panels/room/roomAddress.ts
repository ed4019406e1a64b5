import { isId } from '#shared/wall/ids.ts'
import { ROOM_VIEWS, type RoomView } from '#shared/wall/schema.ts'

/**
 * The address of the room screen that shows how to join: a viewer's link which also carries the participants' key. Both
 * stay in the fragment, so neither reaches a server, a log or a Referer. Who holds a viewer link alone never learns the other.
 */
export function roomAddress(wall: string, viewerKey: string, participantKey: string | undefined): string {
  const fragment = new URLSearchParams({ k: viewerKey, ...(participantKey === undefined ? {} : { p: participantKey }) })
  return `/w/${wall}#${fragment.toString()}`
}

/** The participants' key that was handed to this room screen. */
export function participantKeyIn(hash: string): string | undefined {
  const key = new URLSearchParams(hash.slice(1)).get('p')
  return isId(key) ? key : undefined
}

/** What this room screen was told to show; `undefined` where it follows the facilitator. */
export function roomViewIn(hash: string): RoomView | undefined {
  const shown = new URLSearchParams(hash.slice(1)).get('show')
  return ROOM_VIEWS.find((view) => view === shown)
}

/** The same address with another thing to show. */
export function withRoomView(hash: string, view: RoomView): string {
  const fragment = new URLSearchParams(hash.slice(1))
  fragment.set('show', view)
  return `#${fragment.toString()}`
}
