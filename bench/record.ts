import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
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
import { sampleDoc, sampleWall } from './record/sampleWall.ts'
import { timeInBrowser } from './record/timeInBrowser.ts'

// How long does the record of 60, 300, 1,000 and 5,000 notes take, how large is it, and how much memory does it need: in Node, and in Chromium from the press of the
// button until the page has the file? `npm run bench:record [-- folder]`; with a folder the PDFs that Node wrote are kept to be looked at.
// Processor time is told beside the clock's: on a machine with other work the clock tells more of the others.
const [folder] = process.argv.slice(2)
const REPEATS = 5
const fonts = new Map(FONT_FILES.map(({ file }) => [file, new Uint8Array(readFileSync(new URL(`../client/generated/fonts/${file}`, import.meta.url)))]))
const i18n = createInstance()
const { default: arabic } = await import('../client/i18n/locales/ar.json')
await i18n.init({ lng: 'en', fallbackLng: 'en', resources: { en: { translation: en }, ar: { translation: arabic } }, interpolation: { escapeValue: false } })
await loadCountryNames('ar')

const TOPICS = ['Wetlands', 'Soil', 'Invasive alien species', 'Marine and coastal areas', 'Pollinators', 'Taxonomy', 'Finance', 'Traditional knowledge', 'Monitoring']

function run(count: number, language: Language, without?: string): { ms: number; cpuMs: number; bytes: Uint8Array } {
  const wall = sampleWall(count, without)
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

const span = (times: readonly number[]): string => {
  const sorted = [...times].sort((a, b) => a - b).map((ms) => Math.round(ms))
  return sorted.length > 1 ? `${sorted[0]} to ${sorted.at(-1)}` : String(sorted[0])
}
console.log(`load ${loadavg()[0]?.toFixed(1)}`)

for (const [count, language, without] of [[60, 'en'], [60, 'ar'], [300, 'en'], [1000, 'en'], [1000, 'en', 'zh'], [5000, 'en']] as const) {
  const runs = Array.from({ length: folder ? 1 : REPEATS }, () => run(count, language, without))
  const cpu = Math.min(...runs.map(({ cpuMs }) => cpuMs))
  const bytes = runs[0]?.bytes ?? new Uint8Array()
  const name = `${count} notes (${language}${without ? `, without ${without}` : ''})`
  console.log(`Node, ${name}: ${span(runs.map(({ ms }) => ms))} ms (${cpu.toFixed(0)} ms of the processor), ${(bytes.length / 1000).toFixed(0)} kB, most memory so far ${Math.round(process.resourceUsage().maxRSS / 1000)} MB`)
  if (folder) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(`${folder}/record-${count}-${language}${without ? `-without-${without}` : ''}.pdf`, bytes)
  }
}

for (const [count, without] of [[300], [1000], [1000, 'zh'], [5000]] as const) {
  const { ms, cpuMs, bytes, restMb, mostMb } = await timeInBrowser(sampleDoc(count, without), REPEATS)
  const [first = 0, ...later] = ms
  console.log(
    `Chromium, ${count} notes${without ? ` without ${without}` : ''}: first ${Math.round(first)} ms, then ${span(later)} ms; ${Math.min(...cpuMs)} ms of the processor; ${(bytes / 1000).toFixed(0)} kB; memory of the page ${Math.round(restMb)} MB, at most ${Math.round(mostMb)} MB`,
  )
}
