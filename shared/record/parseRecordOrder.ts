import { isLanguage, LANGUAGES, type Language } from '../wall/schema.ts'
import { RECORD_PARTS, WALL_SHEETS, WHOLE_RECORD, type RecordChoice } from './recordChoice.ts'

const WISHES = ['language', 'paper', 'parts', 'grey', 'contacts'] as const
/** What is asked of a record in words: on a command line, or in the query of an address. */
type WishName = (typeof WISHES)[number]

export interface RecordOrder {
  /** Of the headings; `undefined`: the wall's own. */
  readonly language: Language | undefined
  readonly choice: RecordChoice
  /** With how to reach those who allowed it. */
  readonly withContacts: boolean
}

/** What can be wished for, for a person who wished for something else. */
export const RECORD_WISHES: Readonly<Record<WishName, string>> = {
  language: LANGUAGES.join(', '),
  paper: WALL_SHEETS.join(', '),
  parts: RECORD_PARTS.join(', '),
  grey: 'yes, no',
  contacts: 'yes, no',
}

/**
 * The one reading of such wishes; what is left out is as in the window of the page.
 * @returns the order, or in words what is wrong with which wish
 */
export function parseRecordOrder(wish: Readonly<Record<string, string | undefined>>): { ok: true; value: RecordOrder } | { ok: false; problem: string } {
  const wrong = (name: WishName, value: string) => ({ ok: false, problem: `${name} is ${value || 'empty'}; it must be one of ${RECORD_WISHES[name]}.` }) as const
  const stranger = Object.keys(wish).find((name) => !WISHES.some((known) => known === name))
  if (stranger !== undefined) return { ok: false, problem: `${stranger} is nothing that can be chosen; that are ${WISHES.join(', ')}.` }
  const { language, paper, parts, grey = 'no', contacts = 'no' } = wish
  if (language !== undefined && !isLanguage(language)) return wrong('language', language)
  const sheets = paper === undefined ? WHOLE_RECORD.sheets : WALL_SHEETS.find((known) => known === paper)
  if (!sheets) return wrong('paper', paper ?? '')
  const wanted = parts?.split(',').map((part) => part.trim())
  const unknown = wanted?.find((part) => !RECORD_PARTS.some((known) => known === part))
  if (unknown !== undefined) return wrong('parts', unknown)
  if (!isYesOrNo(grey)) return wrong('grey', grey)
  if (!isYesOrNo(contacts)) return wrong('contacts', contacts)
  const chosen = RECORD_PARTS.filter((part) => wanted?.includes(part) ?? true)
  return { ok: true, value: { language, choice: { parts: new Set(chosen), sheets, grey: grey === 'yes' }, withContacts: contacts === 'yes' } }
}

const isYesOrNo = (word: string): boolean => word === 'yes' || word === 'no'
