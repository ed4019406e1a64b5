import type { TFunction } from 'i18next'
import type { Gist } from '#shared/wall/gistOf.ts'

/** "move 3 notes" */
export const gistInWords = (t: TFunction, { what, count }: Gist): string => t(`undo.did.${what}`, { count })
