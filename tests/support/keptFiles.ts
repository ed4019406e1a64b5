/** What the page consists of, and its service worker has not kept so far. Runs in the page. */
export async function missingOnDevice(): Promise<readonly string[]> {
  const files = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname).filter((path) => path.startsWith('/assets/'))
  const kept = await Promise.all(['/', '/first.js', ...files].map(async (path) => ({ path, isKept: (await caches.match(path)) !== undefined })))
  return kept.filter(({ isKept }) => !isKept).map(({ path }) => path)
}

/** All files under /assets that its service worker keeps, of whatever version. Runs in the page. */
export async function filesOnDevice(): Promise<readonly string[]> {
  const kept = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))
  return kept.flat().map(({ url }) => new URL(url).pathname).filter((path) => path.startsWith('/assets/'))
}
