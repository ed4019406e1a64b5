import { lazy, type ComponentType, type LazyExoticComponent } from 'react'
import { loadMoreWords } from '../i18n/setUpI18n.ts'

/**
 * A part of the page whose code, and the words it is written with, come when it is first shown.
 * @param NotLoaded stands in its place when it does not come: usually because there is no line. It offers to load the page again,
 *   since browsers differ in whether they try a file twice
 * @param isFirst it is written with the words that the page begins with, see i18n/firstWords.ts
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>, NotLoaded: ComponentType<P>, { isFirst = false } = {}): LazyExoticComponent<ComponentType<P>> {
  return lazy(async () => ({ default: await loadPart(load, NotLoaded, { isFirst }) }))
}

/** The same for what must be there at once when it has come: what React waits for itself it shows a third of a second late. */
export async function loadPart<P extends object>(load: () => Promise<ComponentType<P>>, NotLoaded: ComponentType<P>, { isFirst = false } = {}): Promise<ComponentType<P>> {
  const all = Promise.all([load(), isFirst || loadMoreWords()])
  return all.then(([part]) => part, () => NotLoaded)
}
