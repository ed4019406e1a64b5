/** What of a note a column can hold. */
export const IMPORT_FIELDS = ['text', 'kind', 'country', 'name', 'language', 'places'] as const
export type ImportField = (typeof IMPORT_FIELDS)[number]
/** In which column each stands, from 0; a field that is not there is left out. */
export type Columns = Readonly<Partial<Record<ImportField, number>>>

/** Headings of our own tables in seven languages, and what people write over such columns, as `fold` writes them. */
const HEADINGS: Readonly<Record<ImportField, readonly string[]>> = {
  text: ['text', 'note', 'notes', 'need or offer', 'description', 'texte', 'texto', 'nota', 'descripción', 'descrição', 'текст', 'заметка', 'описание', '内容', '文本', '便签', 'النص', 'الملاحظة', 'الوصف'],
  kind: ['kind', 'type', 'need/offer', 'tipo', 'вид', 'тип', '类型', 'النوع'],
  country: ['country', 'party', 'code', 'pays', 'país', 'código', 'страна', 'код', '国家', '代码', 'البلد', 'الدولة', 'الرمز'],
  name: ['name', 'author', 'delegate', 'participant', 'nom', 'auteur', 'nombre', 'autor', 'nome', 'имя', 'автор', 'участник', '姓名', '名字', 'الاسم', 'المشارك'],
  language: ['language', 'langue', 'idioma', 'língua', 'язык', '语言', 'اللغة'],
  places: ['places', 'plazas', 'vagas', 'места', '名额', 'الأماكن'],
}

/** Two columns of our tables say the country; the code says it best. */
const BEST_FOR_COUNTRY = new Set(['code', 'código', 'код', '代码', 'الرمز'])

/** Case, spaces and marks around it do not matter. */
export const fold = (text: string): string => text.normalize('NFKC').replace(/^[\s\p{Cf}*:：]+|[\s\p{Cf}*:：]+$/gu, '').replace(/\s+/gu, ' ').toLowerCase()

/**
 * Which columns a first row names.
 * @returns `undefined` when it is no row of headings: it names no text, and is a note itself
 */
export function columnsOf(firstRow: readonly string[]): Columns | undefined {
  const heads = firstRow.map(fold)
  const columns: Partial<Record<ImportField, number>> = {}
  for (const field of IMPORT_FIELDS) {
    const fitting = heads.flatMap((head, at) => (HEADINGS[field].includes(head) ? [at] : []))
    const at = fitting.find((column) => field === 'country' && BEST_FOR_COUNTRY.has(heads[column] ?? '')) ?? fitting[0]
    if (at !== undefined) columns[field] = at
  }
  return columns.text === undefined ? undefined : columns
}
