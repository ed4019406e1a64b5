/** Text by the two letters of its language. */
export type TextByLanguage = Readonly<Record<string, string>>
/** A term of the clearing-house's thesaurus, or a country in lower-case ISO 3166-1 alpha-2. */
export interface Term {
  readonly identifier: string
}

export type Schema = 'bbiRequest' | 'bbiOpportunity' | 'capacityBuildingInitiative' | 'contact'

/** What a note is about, in identifiers of the thesaurus: `CBD-SUBJECT-…`, `GBF-TARGET-01`, `AICHI-TARGET-01`. */
export interface Subjects {
  readonly cbdSubjects: readonly string[]
  readonly gbfTargets: readonly string[]
  readonly aichiTargets: readonly string[]
}

export interface ClearingHouseRecord {
  readonly header: { readonly identifier: string; readonly schema: Schema; readonly languages: readonly string[] }
  readonly isDraft: true
  /** Fields that the schema asks for and the wall does not know. */
  readonly missing: readonly string[]
  /** What the wall knows and the schema has no field for: for whoever completes the draft, and not to be submitted. */
  readonly beside: Readonly<Record<string, unknown>>
  readonly [field: string]: unknown
}

export interface Bundle {
  readonly format: 'pollinate-clearing-house'
  readonly version: 2
  /** ISO 8601, UTC. */
  readonly createdAt: string
  readonly records: readonly ClearingHouseRecord[]
}
