import type { NoteKind } from '#shared/wall/schema.ts'

/** Notes with judgements: the form of bench/data/matching-dev.json. */
export interface LabelledSet {
  readonly notes: readonly LabelledNote[]
  /** 2: the offer answers the need; 1: it helps with part of it. Pairs that are not named do not match. */
  readonly matches: readonly { readonly need: string; readonly offer: string; readonly grade: 1 | 2 }[]
}

export interface LabelledNote {
  readonly id: string
  readonly kind: NoteKind
  readonly text: string
  readonly lang: string
  readonly name: string
  /** The country's name, in English. */
  readonly country: string
  /** ISO 3166-1 alpha-2, upper case. */
  readonly cc: string
}
