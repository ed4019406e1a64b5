/** Of the page, or of its code: by the page's own clock, in ms. */
type Came = Pick<PerformanceResourceTiming, 'requestStart' | 'responseEnd'>

/** From asking for the page, and for its code, until all of it is here: over a weak line a round trip alone takes longer. */
const MOST_LINE_MS = { page: 100, code: 200 } as const
/** From when the code is here until it runs. A device that is four times slower than a common laptop takes twice as long. */
const MOST_START_MS = 200

/**
 * Whether neither line nor device is slow, as far as opening the page shows: then nothing has to wait so that something else comes first.
 * @param nowMs when its code begins to run
 */
export function isQuick(page: Came | undefined, code: Came | undefined, nowMs: number): boolean {
  if (!page || !code) return false
  const takes = ({ requestStart, responseEnd }: Came): number => responseEnd - requestStart
  return takes(page) <= MOST_LINE_MS.page && takes(code) <= MOST_LINE_MS.code && nowMs - code.responseEnd <= MOST_START_MS
}

/** The same of this page. To be asked as its code begins to run. */
export function isQuickHere(): boolean {
  const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  const code = (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).find(({ name }) => name === import.meta.url)
  return isQuick(page, code, performance.now())
}
