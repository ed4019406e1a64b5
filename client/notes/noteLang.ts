import type { Note } from '#shared/wall/schema.ts'

/** For the `lang` attribute; a language that is not known is better not named. */
export const noteLang = ({ lang }: Pick<Note, 'lang'>): string | undefined => (lang === 'und' ? undefined : lang)
