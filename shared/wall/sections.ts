import type { SectionId } from './ids.ts'
import { LIMITS, SECTION_LIMITS, type Note, type Section, type WallBox } from './schema.ts'
import { boxValue, parseBox, type BoxValue } from './wallBox.ts'

export const sectionValue = ({ title, box }: Pick<Section, 'title' | 'box'>): { title: string; box: BoxValue } => ({ title, box: boxValue(box) })

/**
 * A section from any value. The judge takes what this reads, and nothing else.
 * @returns `undefined` for what is no section: without a title, of no size, with something beside
 */
export function parseSection(id: SectionId, value: unknown): Section | undefined {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 2) return undefined
  const { title, box } = value as { title?: unknown; box?: unknown }
  const place = parseBox(box, SECTION_LIMITS)
  const isTitle = typeof title === 'string' && title.trim() !== '' && title.length <= LIMITS.title
  return isTitle && place ? { id, title, box: place } : undefined
}

/** Where a note says in which section it hangs: the middle of the least that a note covers, so the same on every screen, whatever the type. */
const ANCHOR = { x: 100, y: 80 } as const

/** The section in which a note hangs; of several that lie in each other the smallest. */
export function sectionOf({ at: [x, y] }: Pick<Note, 'at'>, sections: Iterable<Section>): Section | undefined {
  let found: Section | undefined
  for (const section of sections) {
    if (holds(section.box, x + ANCHOR.x, y + ANCHOR.y) && (!found || areaOf(section.box) < areaOf(found.box))) found = section
  }
  return found
}

const holds = (box: WallBox, x: number, y: number): boolean => x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height
const areaOf = ({ width, height }: WallBox): number => width * height
