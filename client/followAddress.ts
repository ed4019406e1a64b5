import { createStore, type StoreApi } from 'zustand/vanilla'
import { enterWall, type Entry } from './join/enterWall.ts'
import { linkTo, parseLink, type LinkProblem, type WallLink } from './join/parseLink.ts'
import { loadAhead } from './shell/loadCanvas.ts'

export type Place =
  | { readonly is: 'home' }
  | { readonly is: 'wall'; readonly entry: Entry }
  | { readonly is: 'problem'; readonly why: LinkProblem | 'unknownPage' }

/** Keeps up with the address: what it leads to is opened, and what was open before is closed. */
export function followAddress(): StoreApi<Place> {
  const store = createStore<Place>(() => placeAt(new URL(location.href)))
  let href = location.href
  const follow = (): void => {
    if (location.href === href) return
    const before = store.getState()
    if (before.is === 'wall') before.entry.close()
    store.setState(placeAt(new URL(location.href)), true)
    href = location.href
    window.scrollTo(0, 0)
  }
  // A change of the fragment alone is another wall or another role too.
  window.addEventListener('popstate', follow)
  window.addEventListener('hashchange', follow)
  return store
}

/** Goes to another page of ours, or by the browser to any other. */
export function goTo(address: string): void {
  const url = new URL(address, location.href)
  if (url.origin !== location.origin) return location.assign(url)
  history.pushState(null, '', url)
  window.dispatchEvent(new PopStateEvent('popstate'))
}

/** A personal link is read once: nobody who looks at the address later, or takes a picture of it, may become that person. */
function hideIdentity({ personal, wallId, key }: WallLink): void {
  if (personal) history.replaceState(history.state, '', linkTo(location.origin, wallId, key))
}

function placeAt(url: URL): Place {
  if (url.pathname === '/') return { is: 'home' }
  const parsed = parseLink(url)
  if (!parsed) return { is: 'problem', why: 'unknownPage' }
  if (!parsed.ok) return { is: 'problem', why: parsed.problem }
  hideIdentity(parsed.link)
  const entry = enterWall(parsed.link)
  void loadAhead()
  return { is: 'wall', entry }
}
