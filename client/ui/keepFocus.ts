/** What can have the focus. */
const STOPS = 'a[href], button, input, select, textarea, summary, [tabindex]'
/** So many steps back are remembered. */
const MOST_BEFORE = 20

/** Where something was that is not there any more. */
interface Gap {
  readonly parent: Node
  readonly previous: Node | null
  readonly next: Node | null
}

/**
 * The focus never falls off the page. Where what had it is taken away, or can be used no longer, it goes to what stands in
 * that place; where nothing is left there, back to where it was before. Parts of the page that know better do it themselves,
 * and are not disturbed: this comes two frames later, and only if nothing has the focus by then.
 * @returns how to stop
 */
export function keepFocus(): () => void {
  let held: HTMLElement | undefined
  let gap: Gap | undefined
  const before: HTMLElement[] = []
  /** A finger or a mouse would not thank for a keyboard on the screen. */
  let isPointing = false
  /** Something on the page has changed since the last frame, and before it. */
  let hasChanged = false
  let hadChanged = false
  let hadFallen = false
  let frame = 0

  const hasFallen = (): boolean => document.activeElement === document.body || document.activeElement === null
  const take = ({ target }: FocusEvent): void => {
    if (!(target instanceof HTMLElement) || target === held) return
    if (held) before.push(held)
    before.splice(0, before.length - MOST_BEFORE)
    held = target
    gap = undefined
  }
  const leave = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget) return
    // A press on bare ground: whoever does that wants the focus nowhere.
    setTimeout(() => {
      if (held && hasFallen() && isUsable(held)) held = undefined
    })
  }
  const point = (): void => {
    isPointing = true
  }
  const key = (): void => {
    isPointing = false
  }

  const settle = (): void => {
    if (!held || isUsable(held)) return
    const place = gap ?? { parent: held.parentNode ?? document.body, previous: held.previousSibling, next: held.nextSibling }
    const isWelcome = (stop: HTMLElement): boolean => isUsable(stop) && !(isPointing && stop.matches('input, textarea, [contenteditable]'))
    const next = place.parent === document.getElementById('root') ? titleOfPage() : (neighbour(place, isWelcome) ?? before.findLast(isWelcome) ?? titleOfPage())
    next?.focus({ preventScroll: isPointing })
  }
  /**
   * Asked by what has the focus, which costs nothing. Whether an element can be seen, the browser only says after laying out the
   * page: asked at each change, that was half of a frame in which the wall is zoomed.
   */
  const watch = (): void => {
    frame = 0
    const isDown = hasFallen()
    if (isDown && hadFallen && hadChanged) settle()
    const goesOn = hasChanged || (isDown && !hadFallen)
    hadChanged = goesOn
    hasChanged = false
    hadFallen = isDown
    if (goesOn) frame = requestAnimationFrame(watch)
  }
  const observer = new MutationObserver((changes) => {
    if (!held) return
    for (const { type, target, removedNodes, previousSibling, nextSibling } of changes) {
      if (type !== 'childList') continue
      const lost = gap?.parent ?? held
      if ([...removedNodes].some((node) => node.contains(lost))) gap = { parent: target, previous: previousSibling, next: nextSibling }
    }
    hasChanged = true
    if (frame === 0) frame = requestAnimationFrame(watch)
  })
  observer.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled', 'hidden'] })

  document.addEventListener('focusin', take)
  document.addEventListener('focusout', leave)
  document.addEventListener('pointerdown', point, true)
  document.addEventListener('keydown', key, true)
  return () => {
    observer.disconnect()
    cancelAnimationFrame(frame)
    document.removeEventListener('focusin', take)
    document.removeEventListener('focusout', leave)
    document.removeEventListener('pointerdown', point, true)
    document.removeEventListener('keydown', key, true)
  }
}

function isUsable(element: HTMLElement): boolean {
  return element.isConnected && !element.matches(':disabled') && !element.closest('[inert], [aria-hidden=true]') && element.checkVisibility({ visibilityProperty: true })
}

/** Another page has come: its reader begins with what it is called. */
function titleOfPage(): HTMLElement | null {
  const title = document.querySelector<HTMLElement>('#root h1')
  if (!title || !isUsable(title)) return null
  title.tabIndex = -1
  return title
}

/** The next stop of Tab within what the gap is in, or the last one before it. None where the gap was all there was, and none of the whole page. */
function neighbour({ parent, previous, next }: Gap, isWelcome: (stop: HTMLElement) => boolean): HTMLElement | undefined {
  if (!(parent instanceof Element) || parent === document.body || !parent.isConnected) return undefined
  const stops = [...parent.querySelectorAll<HTMLElement>(STOPS)].filter((stop) => stop.tabIndex >= 0 && isWelcome(stop))
  const comesAfter = (stop: HTMLElement): boolean => {
    if (next?.isConnected) return next.contains(stop) || Boolean(next.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING)
    return Boolean(previous?.isConnected && !previous.contains(stop) && previous.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING)
  }
  return stops.find(comesAfter) ?? stops.at(-1)
}
