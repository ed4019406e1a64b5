/** What a record may hold, in the order of its pages. */
export const RECORD_PARTS = ['cover', 'wall', 'region', 'agreements', 'pairs', 'notesByCountry', 'notesByTopic', 'unmetNeeds', 'untakenOffers', 'people'] as const
export type RecordPart = (typeof RECORD_PARTS)[number]

/** The wall's picture on one page as large as it takes, or cut into sheets to be put together. */
export const WALL_SHEETS = ['one', 'a3', 'a4'] as const
export type WallSheets = (typeof WALL_SHEETS)[number]

export interface RecordChoice {
  readonly parts: ReadonlySet<RecordPart>
  readonly sheets: WallSheets
  /** For printers without colours; kinds are told by word, shape and brightness anyway. */
  readonly grey: boolean
}

export const WHOLE_RECORD: RecordChoice = { parts: new Set(RECORD_PARTS), sheets: 'one', grey: false }
