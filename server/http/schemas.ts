import { z } from 'zod'
import { isCountry } from '#shared/countries/isCountry.ts'
import { ROLES } from '#shared/permissions/roles.ts'
import { LANGUAGES, LIMITS } from '#shared/wall/schema.ts'
import { parseDays } from '#shared/wall/workshopDays.ts'

/** What may come in over HTTP. The types of the same bodies are in shared/protocol/api.ts. */

const line = (what: string, most: number) =>
  z
    .string({ error: `${what} is missing, or is not a text.` })
    .transform((text) => text.replace(/\p{Cc}+/gu, ' ').trim())
    .refine((text) => text.length <= most, { error: `${what} is longer than ${most} characters.` })
const filledLine = (what: string, most: number) =>
  line(what, most).refine((text) => text.length > 0, { error: `${what} is empty.` })

const country = z
  .string({ error: 'A country is missing, or is not a text.' })
  .transform((code) => code.toLowerCase())
  .refine(isCountry, {
    error: 'No such country: two letters of ISO 3166-1, such as ke, or eu.',
  })
const role = z.enum(ROLES, { error: `A role is one of ${ROLES.join(', ')}.` })
const key = z.string({ error: 'The key of the link is missing, or is not a text.' }).max(200)

const consent = z.boolean({ error: 'The consent is true or false.' })

const days = z
  .object({ first: z.string(), last: z.string() }, { error: 'The days are an object with first and last.' })
  .refine((value) => parseDays(value) !== undefined, { error: 'The days are first and last as YYYY-MM-DD, and the first is not after the last.' })

export const makeWallBody = z.object({
  title: filledLine('The title', LIMITS.title),
  place: line('The place', LIMITS.title).optional(),
  days: days.optional(),
  language: z.enum(LANGUAGES, { error: `A language is one of ${LANGUAGES.join(', ')}.` }).default('en'),
  themes: z.array(filledLine('A theme', LIMITS.title)).max(30).default([]),
  countries: z
    .array(country)
    .max(300)
    .default([])
    .transform((codes) => [...new Set(codes)]),
  sample: z.boolean().default(false),
  key: z.string({ error: 'The key is not a text.' }).max(200).optional(),
}, { error: 'The body must be a JSON object.' })

export const restoreWallBody = z.object({
  file: z.unknown(),
  title: line('The title', LIMITS.title).optional(),
  key: z.string({ error: 'The key is not a text.' }).max(200).optional(),
}, { error: 'The body must be a JSON object.' })

export const lookBody = z.object({ key }, { error: 'The body must be a JSON object.' })

export const joinBody = z.object({
  key,
  name: filledLine('The name', LIMITS.name).optional(),
  country: country.optional(),
  institution: line('The institution', LIMITS.title).optional(),
  contact: line('The contact', LIMITS.line).optional(),
  consent: consent.optional(),
  participant: z.string().max(64).optional(),
  secret: z.string().max(200).optional(),
}, { error: 'The body must be a JSON object.' })

export const renewLinkBody = z.object({ key, role }, { error: 'The body must be a JSON object.' })

const token = z.string({ error: 'The token is missing.' }).max(1000)

export const contactBody = z.object({
  token,
  pair: z.string({ error: 'The pair is missing.' }).max(200),
  person: z.string({ error: 'The person is missing.' }).max(64),
}, { error: 'The body must be a JSON object.' })

export const ownContactBody = z.object({ token, contact: line('The contact', LIMITS.line), consent }, { error: 'The body must be a JSON object.' })

export const tokenBody = z.object({ token }, { error: 'The body must be a JSON object.' })

export const versionBody = z.object({
  token,
  version: z.int({ error: 'The version is missing, or is not a whole number.' }).positive(),
}, { error: 'The body must be a JSON object.' })

export const keepUntilBody = z.object({
  token,
  until: z.int({ error: 'The time is missing, or is not in milliseconds since 1970.' }).positive(),
}, { error: 'The body must be a JSON object.' })

export const erasePersonBody = z.object({
  token,
  participant: z.string({ error: 'The participant is missing.' }).max(64),
  notes: z.enum(['stay', 'go'], { error: 'The notes stay or go.' }),
}, { error: 'The body must be a JSON object.' })

export const personBody = z.object({
  token,
  participant: z.string({ error: 'The participant is missing.' }).max(64),
}, { error: 'The body must be a JSON object.' })
