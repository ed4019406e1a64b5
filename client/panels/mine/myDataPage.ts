import type { TFunction } from 'i18next'
import { countryName } from '#shared/countries/countryName.ts'
import { CARD_FIELDS, type Language, type Note } from '#shared/wall/schema.ts'
import { cardLabel, cardValue } from '../../pairing/cardInWords.ts'
import type { MyData } from './gatherMyData.ts'

/** What a wall knows about somebody, as a page of its own that needs nothing else to be read or printed. */
export function myDataPage({ title, wall, takenAt, person, contact, consentedAt, notes, pairs }: MyData, t: TFunction, language: Language, dir: 'ltr' | 'rtl'): string {
  const dates = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' })
  const facts = (rows: readonly (readonly [string, string])[]): string =>
    `<dl>${rows.filter(([, value]) => value !== '').map(([label, value]) => `<dt>${plain(label)}</dt><dd dir="auto">${plain(value)}</dd>`).join('')}</dl>`
  const country = (code: string): string => countryName(code, language)
  const paired = (note: Pick<Note, 'text' | 'name' | 'country' | 'lang'> | undefined): string => (note ? `${note.text} (${note.name}, ${country(note.country)})` : '')
  const noteRows = notes.map(
    ({ kind, text, lang, createdAt, isInBin }) =>
      `<li><p lang="${plain(lang)}" dir="auto">${plain(text)}</p><small>${plain([t(`kind.${kind}`), ...(createdAt > 0 ? [dates.format(createdAt)] : []), ...(isInBin ? [t('erasing.inBin')] : [])].join(' · '))}</small></li>`,
  )
  const pairRows = pairs.map(({ state, need, offer, card, said }) => {
    const countries = need && offer ? { need: country(need.country), offer: country(offer.country) } : { need: '', offer: '' }
    const lines = card ? CARD_FIELDS.map((field) => [cardLabel(t, field, countries), card[field] === '' ? '' : cardValue(t, language, field, card, countries)] as const) : []
    const words = said.filter(({ line }) => line !== '').map(({ line, at }) => [dates.format(at), line] as const)
    return `<li>${facts([[t('kind.need'), paired(need)], [t('kind.offer'), paired(offer)], [t('erasing.state'), state ? t(`pair.state.${state}`) : ''], ...lines, ...words])}</li>`
  })
  const list = (rows: readonly string[]): string => (rows.length > 0 ? `<ul>${rows.join('')}</ul>` : `<p>${plain(t('erasing.none'))}</p>`)
  return `<!doctype html>
<html lang="${language}" dir="${dir}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${plain(`${t('erasing.myData')}: ${title}`)}</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; max-inline-size: 42rem; margin: 2rem auto; padding-inline: 1rem; color: #1c1c1c; background: #fff }
h2 { margin-block: 2rem 0.5rem } ul { list-style: none; padding: 0 } li { border-block-start: 1px solid #bbb; padding-block: 0.75rem }
li p { margin: 0; white-space: pre-wrap } small, dt { color: #555 } dl { margin: 0 } dd { margin: 0 0 0.5rem; white-space: pre-wrap }
</style>
<h1>${plain(t('erasing.myData'))}</h1>
<p dir="auto">${plain(title)}<br>${plain(wall)}<br>${plain(dates.format(takenAt))}</p>
${facts([
  [t('people.name'), person?.name ?? ''],
  [t('people.country'), person ? country(person.country) : ''],
  [t('people.institution'), person?.institution ?? ''],
  [t('erasing.spot'), person?.spot ?? ''],
  [t('people.contact'), contact],
  [t('consent.record'), consentedAt === null ? t('erasing.no') : t('consent.since', { date: dates.format(consentedAt) })],
])}
<h2>${plain(t('form.mine'))}</h2>
${list(noteRows)}
<h2>${plain(t('mine.pairs'))}</h2>
${list(pairRows)}
`
}

/** Text that is only text, whatever stands in it. */
const plain = (text: string): string => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
