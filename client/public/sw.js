// Keeps the page itself on this device, so that it opens without a line. What is on the wall is kept by the page, in
// IndexedDB; nothing under /api or /relay is ever kept here. Browsers run this only on https and on localhost.
const KEPT = 'pollinate-1'
const PAGE = '/'
const FIRST = '/first.js'

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin || /^\/(api|relay|healthz)/.test(pathname)) return
  if (request.mode === 'navigate') event.respondWith(newest(request, PAGE))
  else if (pathname === FIRST) event.respondWith(newest(request, pathname))
  else if (isFile(pathname)) event.respondWith(file(request))
})

// A page that was opened before this was here tells what it has fetched, see keepPage.ts.
self.addEventListener('message', (event) => {
  const files = event.data.map((address) => new URL(address)).filter(({ origin, pathname }) => origin === self.location.origin && isFile(pathname))
  event.waitUntil(Promise.allSettled([...[PAGE, FIRST].map(keepNewest), ...files.map(({ href }) => file(href))]))
})

const isFile = (pathname) => pathname.startsWith('/assets/')

async function keepNewest(address) {
  const kept = await caches.open(KEPT)
  if (!(await kept.match(address))) await newest(address, address)
}

/** The newest while there is a line, else the one kept last; every address of ours is the same page. */
async function newest(request, address) {
  const kept = await caches.open(KEPT)
  try {
    const answer = await fetch(request)
    if (answer.ok) await kept.put(address, answer.clone())
    return answer
  } catch (offline) {
    const answer = await kept.match(address)
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
