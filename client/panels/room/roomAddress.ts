import { isId } from '#shared/wall/ids.ts'

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
