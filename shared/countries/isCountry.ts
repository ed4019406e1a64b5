import en from './names/en.json'

/** Whether this is the code of a country: ISO 3166-1 alpha-2 in lower case, or `eu`, which is a Party too. */
export const isCountry = (code: string): boolean => Object.hasOwn(en, code)
