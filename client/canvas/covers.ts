import { areCloser, type Box, type Size } from '#shared/layout/box.ts'
import type { Insets } from './camera.ts'

/** What lies over the wall and is touched itself: boxes in CSS pixels from the top left of the canvas. */
export interface Covers {
  /** What keeps to the edges: the tools, the pads, the zoom. */
  edges(): readonly Box[]
  /** All of it, with the bar that hangs beside what is selected. */
  all(): readonly Box[]
  lay(edges: readonly Box[], others: readonly Box[]): void
  /** Where the bar of the selection hangs now; nowhere without it. */
  hang(bar: Box | undefined): void
  /** @returns how to stop listening */
  onChange(listener: () => void): () => void
}

export function createCovers(): Covers {
  let edges: readonly Box[] = []
  let others: readonly Box[] = []
  let hung: Box | undefined
  const listeners = new Set<() => void>()
  const tell = (): void => {
    for (const listener of listeners) listener()
  }
  return {
    edges: () => edges,
    all: () => [...edges, ...others, ...(hung ? [hung] : [])],
    lay(nextEdges, nextOthers) {
      if (areSame(edges, nextEdges) && areSame(others, nextOthers)) return
      if (!areSame(edges, nextEdges)) edges = nextEdges
      others = nextOthers
      tell()
    },
    hang(bar) {
      if (areSame(hung ? [hung] : [], bar ? [bar] : [])) return
      hung = bar
      tell()
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export const isCovered = (box: Box, covers: readonly Box[]): boolean => covers.some((cover) => areCloser(box, cover, 0))

/** Between what is shown and what covers an edge, in CSS pixels. */
const GAP = 12
/** Of width and height, what covers takes this share at most: on the smallest screens notes are shown below it rather than not at all. */
const MOST_COVERED = 0.6

/**
 * How much of each edge is to be kept free of notes. What covers a corner counts for the edge into which it reaches less.
 * @param least what is kept free in any case
 */
export function insetsOf({ width, height }: Size, covers: readonly Box[], least: Insets): Insets {
  const insets = { ...least }
  for (const { x, y, width: wide, height: high } of covers) {
    const depths = { top: y + high, right: width - x, bottom: height - y, left: x + wide }
    const share = (edge: keyof Insets): number => depths[edge] / (edge === 'top' || edge === 'bottom' ? height : width)
    const edge = EDGES.reduce((best, next) => (share(next) < share(best) ? next : best))
    insets[edge] = Math.max(insets[edge], depths[edge] + GAP)
  }
  const across = Math.min(1, (width * MOST_COVERED) / (insets.left + insets.right))
  const down = Math.min(1, (height * MOST_COVERED) / (insets.top + insets.bottom))
  return { top: insets.top * down, right: insets.right * across, bottom: insets.bottom * down, left: insets.left * across }
}

const EDGES: readonly (keyof Insets)[] = ['top', 'bottom', 'right', 'left']

const areSame = (a: readonly Box[], b: readonly Box[]): boolean =>
  a.length === b.length && a.every((box, at) => b[at]?.x === box.x && b[at].y === box.y && b[at].width === box.width && b[at].height === box.height)
