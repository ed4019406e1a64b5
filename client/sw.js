// Keeps the page itself on this device, so that it opens without a line. What is on the wall is kept by the page, in
// IndexedDB; nothing under /api or /relay is ever kept here. Browsers run this only on https and on localhost.
// The build puts FILES before this, all that lies under /assets (scripts/listFiles.ts): another version of the page is another worker.
const KEPT = 'pollinate-1'
const PAGE = '/'
const FIRST = '/first.js'

// Another version waits until no page is open that an earlier one serves: such a page goes on with the files it began with.
self.addEventListener('install', (event) => event.waitUntil(keepVersion()))
self.addEventListener('activate', (event) => event.waitUntil(dropEarlier().then(() => self.clients.claim())))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin || /^\/(api|relay|healthz)/.test(pathname)) return
  if (request.mode === 'navigate') event.respondWith(newest(request, PAGE))
  else if (pathname === FIRST) event.respondWith(newest(request, FIRST))
  else if (isFile(pathname)) event.respondWith(file(request))
})

// A page that was opened before this was here tells what it has fetched, see keepPage.ts.
self.addEventListener('message', (event) => {
  const files = event.data.map((address) => new URL(address)).filter(({ origin, pathname }) => origin === self.location.origin && isFile(pathname))
  event.waitUntil(Promise.allSettled(files.map(({ href }) => file(href))))
})

const isFile = (pathname) => pathname.startsWith('/assets/')
/** What stays the same in a file's name from one version to the next: what comes before the hash of its content. */
const partOf = (pathname) => pathname.replace(/-[\w-]{8}(?=\.\w+$)/, '')

/**
 * Keeps this version of the page, which is opened without a line from now on: first its own files, and of all others those of which
 * the device has an earlier one, so that nothing is missing that was here before. Where one of them does not come the version
 * before stays, and the browser tries again with the next visit.
 */
async function keepVersion() {
  const kept = await caches.open(KEPT)
  const [page, first] = await Promise.all([PAGE, FIRST].map((address) => whole(address, { cache: 'no-cache' })))
  const own = [...(await page.clone().text()).matchAll(/"(\/assets\/[^"]+)"/g)].map(([, pathname]) => pathname)
  const strange = own.find((pathname) => !FILES.includes(pathname))
  if (strange) throw new Error(`The page is of another version: it asks for ${strange}`)
  const parts = new Set([...own, ...(await keptFiles(kept))].map(partOf))
  await Promise.all(FILES.filter((pathname) => parts.has(partOf(pathname))).map(keepFile))
  await Promise.all([kept.put(PAGE, page), kept.put(FIRST, first)])
}

async function dropEarlier() {
  const kept = await caches.open(KEPT)
  const earlier = (await keptFiles(kept)).filter((pathname) => !FILES.includes(pathname))
  await Promise.all(earlier.map((pathname) => kept.delete(pathname)))
}

const keptFiles = async (kept) => (await kept.keys()).map(({ url }) => new URL(url).pathname).filter(isFile)

/** The newest while there is a line, else the one that is kept with its files; every address of ours is the same page. */
async function newest(request, address) {
  try {
    return await fetch(request)
  } catch (offline) {
    const answer = await (await caches.open(KEPT)).match(address)
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

async function keepFile(pathname) {
  const kept = await caches.open(KEPT)
  if (!(await kept.match(pathname))) await kept.put(pathname, await whole(pathname))
}

/** @throws when it does not come, or something else comes */
async function whole(address, options) {
  const answer = await fetch(address, options)
  if (!answer.ok) throw new Error(`${address} was answered by ${answer.status}`)
  return answer
}
