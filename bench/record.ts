import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import * as harfBuzz from 'harfbuzzjs'
import { createInstance } from 'i18next'
import { FONT_FILES } from '#shared/layout/fontFiles.ts'
import { loadCountryNames } from '#shared/countries/countryName.ts'
import { buildRecord } from '#shared/record/buildRecord.ts'
import { writeRecord } from '#shared/record/writeRecord.ts'
import type { Language } from '#shared/wall/schema.ts'
import en from '../client/i18n/locales/en.json'
import { qrOf } from '../client/export/qrOf.ts'
import { recordWords } from '../client/export/recordWords.ts'
import { sampleWall } from './record/sampleWall.ts'

// How long does the record of 60, 300, 1,000 and 5,000 notes take, and how large is it?
// `npx tsx bench/record.ts [folder]`; with a folder the PDFs are kept to be looked at.
// Processor time is told beside the clock's: on a machine with other work the clock tells more of the others.
const folder = process.argv[2]
const fonts = new Map(FONT_FILES.map(({ file }) => [file, new Uint8Array(readFileSync(new URL(`../client/generated/fonts/${file}`, import.meta.url)))]))
const i18n = createInstance()
const { default: arabic } = await import('../client/i18n/locales/ar.json')
await i18n.init({ lng: 'en', fallbackLng: 'en', resources: { en: { translation: en }, ar: { translation: arabic } }, interpolation: { escapeValue: false } })
await loadCountryNames('ar')

const TOPICS = ['Wetlands', 'Soil', 'Invasive alien species', 'Marine and coastal areas', 'Pollinators', 'Taxonomy', 'Finance', 'Traditional knowledge', 'Monitoring']

function run(count: number, language: Language): { ms: number; cpuMs: number; bytes: Uint8Array } {
  const wall = sampleWall(count)
  const start = performance.now()
  const cpuStart = process.cpuUsage()
  const record = buildRecord(wall, {
    words: recordWords(i18n.getFixedT(language), language),
    createdAt: Date.UTC(2026, 10, 23, 15),
    link: 'https://pollinate.example.org/w/nairobi',
    qr: qrOf('https://pollinate.example.org/w/nairobi'),
    topicsOf: ({ text }) => [TOPICS[text.length % TOPICS.length] ?? '', TOPICS[(text.length * 7) % TOPICS.length] ?? ''],
    reasonFor: () => ['Both about monitoring and evaluation', 'Help: a visit'],
  })
  const bytes = writeRecord(record, { harfBuzz, fonts })
  const { user, system } = process.cpuUsage(cpuStart)
  return { ms: performance.now() - start, cpuMs: (user + system) / 1000, bytes }
}

for (const [count, language] of [[60, 'en'], [60, 'ar'], [300, 'en'], [1000, 'en'], [5000, 'en']] as const) {
  const runs = Array.from({ length: folder || count > 1000 ? 1 : 5 }, () => run(count, language))
  const times = runs.map(({ ms }) => ms).sort((a, b) => a - b)
  const cpu = Math.min(...runs.map(({ cpuMs }) => cpuMs))
  const bytes = runs[0]?.bytes ?? new Uint8Array()
  console.log(`${count} notes (${language}): ${times[0]?.toFixed(0)} to ${times.at(-1)?.toFixed(0)} ms (${cpu.toFixed(0)} ms of the processor), ${(bytes.length / 1000).toFixed(0)} kB`)
  if (folder) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(`${folder}/record-${count}-${language}.pdf`, bytes)
  }
}
