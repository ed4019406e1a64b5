import { expect, test } from 'vitest'
import { LANGUAGES } from '#shared/wall/schema.ts'
import { countryName, loadCountryNames } from './countryName.ts'
import { isCountry } from './isCountry.ts'
import { searchCountries } from './searchCountries.ts'

/** The 193 members of the United Nations, and the Parties to the Convention that are not among them. */
const UN =
  'af al dz ad ao ag ar am au at az bs bh bd bb by be bz bj bt bo ba bw br bn bg bf bi cv kh cm ca cf td cl cn co km cg cr ci hr cu cy cz kp cd dk dj dm do ec eg sv gq er ee sz et fj fi fr ga gm ge de gh gr gd gt gn gw gy ht hn hu is in id ir iq ie il it jm jp jo kz ke ki kw kg la lv lb ls lr ly li lt lu mg mw my mv ml mt mh mr mu mx fm mc mn me ma mz mm na nr np nl nz ni ne ng mk no om pk pw pa pg py pe ph pl pt qa kr md ro ru rw kn lc vc ws sm st sa sn rs sc sl sg sk si sb so za ss es lk sd sr se ch sy tj th tl tg to tt tn tr tm tv ug ua ae gb tz us uy uz vu ve vn ye zm zw'.split(' ')
const OTHER_PARTIES = ['eu', 'ck', 'nu', 'ps']

const codes = (query: string, first: readonly string[] = []): string[] =>
  searchCountries(query, 'en', first).map(({ code }) => code)

test('L2 every member of the United Nations and every Party has a name in each of the seven languages', async () => {
  expect(new Set(UN).size).toBe(193)
  for (const language of LANGUAGES) {
    await loadCountryNames(language)
    const names = [...UN, ...OTHER_PARTIES].map((code) => countryName(code, language))
    expect(names.filter((name) => /^[A-Z]{2}$/.test(name))).toEqual([])
    expect(new Set(names).size).toBe(names.length)
  }
  expect([...UN, ...OTHER_PARTIES].every(isCountry)).toBe(true)
})

test('L2 every country is found first by its own name, in each of the seven languages', async () => {
  for (const language of LANGUAGES) {
    await loadCountryNames(language)
    for (const code of [...UN, ...OTHER_PARTIES]) {
      const name = countryName(code, language)
      // One name may be two countries' in two languages (Samoa, Dominica): it is enough to be among the first two.
      expect(searchCountries(name, 'en', []).slice(0, 2).map((found) => found.code), `${name} (${language})`).toContain(code)
    }
  }
})

test.each([
  ['UK', 'gb'], ['uk', 'gb'], ['DRC', 'cd'], ['USA', 'us'], ['U.S.A.', 'us'], ['EE. UU.', 'us'], ['UAE', 'ae'], ['EU', 'eu'], ['DPRK', 'kp'],
  ['Vietnam', 'vn'], ['viet nam', 'vn'], ['Cape Verde', 'cv'], ['Moldova', 'md'], ['turkey', 'tr'], ['TURKIYE', 'tr'], ['Swaziland', 'sz'],
  ['Laos', 'la'], ['lao people', 'la'], ["Cote d'Ivoire", 'ci'], ['côte d’ivoire', 'ci'], ['Ivory Coast', 'ci'], ['palestine', 'ps'],
  ['Burma', 'mm'], ['Holland', 'nl'], ['st lucia', 'lc'], ['St. Kitts', 'kn'], ['Alemania', 'de'], ['Кения', 'ke'], ['肯尼亚', 'ke'], ['كينيا', 'ke'],
  ['سعوديه', 'sa'], ['السعودية', 'sa'], ['Quénia', 'ke'], ['quenia', 'ke'], ['perou', 'pe'], ['欧盟', 'eu'], ['Iran (Islamic Republic of)', 'ir'],
])('L2 "%s" finds %s first', (query, code) => {
  expect(codes(query)[0]).toBe(code)
})

test('L2 the countries of the workshop go first, and typing still finds all others', () => {
  expect(codes('', ['ke', 'pe']).slice(0, 3)).toEqual(['ke', 'pe', 'af'])
  expect(codes('c', ['cu']).indexOf('cu')).toBe(0)
  expect(codes('', ['ke'])).toHaveLength(249 + 1)
  expect(codes('zzzz')).toEqual([])
})

test('L2 a country found by another name says which', () => {
  expect(searchCountries('Alemania', 'en', [])[0]).toEqual({ code: 'de', name: 'Germany', foundBy: 'Alemania' })
  expect(searchCountries('Ger', 'en', [])[0]).toEqual({ code: 'de', name: 'Germany', foundBy: undefined })
})

test('L2 an unknown code shows as it is, and is no country', () => {
  expect(countryName('xx', 'en')).toBe('XX')
  expect(isCountry('xx')).toBe(false)
  expect(isCountry('toString')).toBe(false)
  expect(isCountry('KE')).toBe(false)
})
