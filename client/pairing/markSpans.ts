import type { Span } from '#shared/matching/span.ts'

export interface Stretch {
  readonly text: string
  readonly isMarked: boolean
}

/**
 * Cuts a text at its highlighted spans. Spans that are out of order or past the end are left out: they belong to the text
 * as it was a moment ago.
 */
export function markSpans(text: string, spans: readonly Span[]): readonly Stretch[] {
  const stretches: Stretch[] = []
  let at = 0
  for (const [start, end] of spans) {
    if (start < at || end <= start || end > text.length) continue
    if (start > at) stretches.push({ text: text.slice(at, start), isMarked: false })
    stretches.push({ text: text.slice(start, end), isMarked: true })
    at = end
  }
  if (at < text.length) stretches.push({ text: text.slice(at), isMarked: false })
  return stretches
}
