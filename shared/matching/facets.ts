import type { TermsByLanguage } from './vocabulary.ts'

/**
 * What two notes of one topic can still differ in: the place (`realm`), the living things (`group`) and what is done
 * (`act`). A facet never makes a match; it strengthens one or casts doubt on it.
 */
export const FACET_KINDS = ['realm', 'group', 'act'] as const
export type FacetKind = (typeof FACET_KINDS)[number]

/** Facet -> value -> words that tell it: shared/matching/facets.json. At most 31 values each, for they are compared as bits. */
export type FacetWords = Readonly<Record<FacetKind, Readonly<Record<string, TermsByLanguage>>>>
