/** What a spreadsheet shows of a wall: plain tables with headers in the reader's language. */
export interface Table {
  /** The sheet's name. */
  readonly name: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
}

export interface Column {
  readonly header: string
  /** In characters. */
  readonly width: number
  /** A date is a whole day in UTC; a time also has hours and minutes. */
  readonly holds?: 'date' | 'time'
}

/** `undefined` is an empty cell. */
export type Cell = string | number | Date | undefined
