// Keeps the page itself on this device, so that it opens without a line. What is on the wall is kept by the page, in
// IndexedDB; nothing under /api or /relay is ever kept here. Browsers run this only on https and on localhost.
const KEPT = 'pollinate-1'
const PAGE = '/'

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin || /^\/(api|relay|healthz)/.test(pathname)) return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else if (pathname.startsWith('/assets/')) event.respondWith(file(request))
})

/** Every address of ours is the same page: the newest while there is a line, else the one kept last. */
async function page(request) {
  const kept = await caches.open(KEPT)
  try {
    const answer = await fetch(request)
    if (answer.ok) await kept.put(PAGE, answer.clone())
    return answer
  } catch (offline) {
    const answer = await kept.match(PAGE)
    if (answer) return answer
    throw offline
  }
}

/** Files under /assets carry their content's hash in their names: what is kept never grows old. */
async function file(request) {
  const kept = await caches.open(KEPT)
  const known = await kept.match(request)
  if (known) return known
  const answer = await fetch(request)
  if (answer.ok) await kept.put(request, answer.clone())
  return answer
}
