/** A stretch of a text, in UTF-16 offsets. */
export type Span = readonly [start: number, end: number]
