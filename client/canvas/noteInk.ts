import type { TFunction } from 'i18next'
import { directionOf } from '../i18n/directionOf.ts'
import type { Language, NoteKind } from '#shared/wall/schema.ts'

/** What every note on this screen is painted with: the theme's colours, and the kind in the reader's words. */
export interface NoteInk {
  readonly paper: Readonly<Record<NoteKind, string>>
  readonly letters: Readonly<Record<NoteKind, string>>
  readonly edge: Readonly<Record<NoteKind, string>>
  readonly kindWord: Readonly<Record<NoteKind, string>>
  /** On a note that is not to be published. */
  readonly withheldWord: string
  /** On a note that was brought in from elsewhere. */
  readonly importedWord: string
  readonly wall: string
  readonly wallDot: string
  readonly focus: string
  readonly accent: string
  readonly surface: string
  readonly quiet: string
  /** What has to stand out from the wall and from both papers. */
  readonly mark: string
  /** The reader's language runs from right to left: the strip above the text does too. */
  readonly mirrored: boolean
}

/** Reads the theme once: a canvas knows no custom properties. */
export function readNoteInk(t: TFunction, language: Language): NoteInk {
  const theme = getComputedStyle(document.documentElement)
  const colour = (name: string): string => theme.getPropertyValue(name).trim()
  return {
    paper: { need: colour('--need'), offer: colour('--offer') },
    letters: { need: colour('--need-ink'), offer: colour('--offer-ink') },
    edge: { need: colour('--need-edge'), offer: colour('--offer-edge') },
    kindWord: { need: t('kind.need'), offer: t('kind.offer') },
    withheldWord: t('withheld.mark'),
    importedWord: t('again.imported'),
    wall: colour('--wall'),
    wallDot: colour('--wall-dot'),
    focus: colour('--focus'),
    accent: colour('--accent'),
    surface: colour('--surface'),
    quiet: colour('--ink-quiet'),
    mark: colour('--ink'),
    mirrored: directionOf(language) === 'rtl',
  }
}
