import { lazy, type ComponentType, type LazyExoticComponent } from 'react'

/**
 * A part of the page whose code comes when it is first shown.
 * @param NotLoaded stands in its place when it does not come: usually because there is no line. It offers to load the page again,
 *   since browsers differ in whether they try a file twice
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>, NotLoaded: ComponentType<P>): LazyExoticComponent<ComponentType<P>> {
  return lazy(async () => ({ default: await load().catch(() => NotLoaded) }))
}
