import { fileURLToPath } from 'node:url'
import vocabulary from '../shared/matching/vocabulary.json' with { type: 'json' }
import { writeIfChanged } from './writeIfChanged.ts'

const file = fileURLToPath(new URL('../shared/generated/subjects.json', import.meta.url))

/** Topic id -> identifiers of the clearing-house's thesaurus: what an export needs of the vocabulary, a fraction of its size. */
export async function buildSubjects(): Promise<void> {
  const target = (kind: string, number: number): string => `${kind}-TARGET-${String(number).padStart(2, '0')}`
  const subjects = vocabulary.topics.map(({ id, cbd_subjects = [], gbf_targets = [], aichi_targets = [] }) => {
    const gbfTargets = gbf_targets.map((number) => target('GBF', number))
    const aichiTargets = aichi_targets.map((number) => target('AICHI', number))
    return [id, { cbdSubjects: cbd_subjects, gbfTargets, aichiTargets }]
  })
  await writeIfChanged(file, JSON.stringify(Object.fromEntries(subjects)))
}
