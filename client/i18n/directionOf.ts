import type { Language } from '#shared/wall/schema.ts'

/** Languages written from right to left among ours. */
export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr')
