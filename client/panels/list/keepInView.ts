/** Frames without a change after which the rows around are taken to be measured. */
const STILL = 3

/**
 * Keeps a row in view to which the focus has come, while the rows around it are drawn for the first time and turn out higher or
 * lower than was thought. Whoever scrolls away meanwhile is let go.
 */
export function keepInView(row: HTMLElement): void {
  let before = row.getBoundingClientRect().top
  let still = 0
  const look = (): void => {
    const { top } = row.getBoundingClientRect()
    if (document.activeElement !== row || Math.abs(top - before) > 2 * innerHeight) return
    row.scrollIntoView({ block: 'nearest' })
    still = top === before ? still + 1 : 0
    before = row.getBoundingClientRect().top
    if (still < STILL) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
