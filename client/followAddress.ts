import { createStore, type StoreApi } from 'zustand/vanilla'
import { enterWall, type Entry } from './join/enterWall.ts'
import { parseLink, type LinkProblem } from './join/parseLink.ts'

export type Place =
  | { readonly is: 'home' }
  | { readonly is: 'wall'; readonly entry: Entry }
  | { readonly is: 'problem'; readonly why: LinkProblem | 'unknownPage' }

/** Keeps up with the address: what it leads to is opened, and what was open before is closed. */
export function followAddress(): StoreApi<Place> {
  let href = location.href
  const store = createStore<Place>(() => placeAt(new URL(href)))
  const follow = (): void => {
    if (location.href === href) return
    href = location.href
    const before = store.getState()
    if (before.is === 'wall') before.entry.close()
    store.setState(placeAt(new URL(href)), true)
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

function placeAt(url: URL): Place {
  if (url.pathname === '/') return { is: 'home' }
  const parsed = parseLink(url)
  if (!parsed) return { is: 'problem', why: 'unknownPage' }
  return parsed.ok ? { is: 'wall', entry: enterWall(parsed.link) } : { is: 'problem', why: parsed.problem }
}
