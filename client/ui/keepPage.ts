/**
 * Keeps the page on this device, so that it opens without a line (sw.js). What a first visit fetched before the service
 * worker was there passed it by: it is told of that, and fetches it once more, from the browser's own memory. To be called once what the page was opened for is there: it takes
 * the processor, and what is asked for through a service worker that is just starting comes later.
 */
export async function keepPage(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const { serviceWorker } = navigator
  const isFirstVisit = !serviceWorker.controller
  // Refused in some private windows: the page then needs a line to be opened, and nothing else changes.
  const registered = await serviceWorker.register('/sw.js').catch(() => undefined)
  if (!isFirstVisit || !registered) return
  const { active } = await serviceWorker.ready
  new PerformanceObserver((fetched) => active?.postMessage(fetched.getEntries().map(({ name }) => name))).observe({ type: 'resource', buffered: true })
}
