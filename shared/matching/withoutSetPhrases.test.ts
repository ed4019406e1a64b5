import { expect, test } from 'vitest'
import { compileVocabulary } from './compileVocabulary.ts'
import facets from './facets.json' with { type: 'json' }
import { fingerprint } from './fingerprint.ts'
import { openLexicon } from './lexicon.ts'
import { pairScore } from './pairScore.ts'
import things from './things.json' with { type: 'json' }
import vocabulary from './vocabulary.json' with { type: 'json' }
import { withoutSetPhrases } from './withoutSetPhrases.ts'

const lexicon = openLexicon(compileVocabulary(vocabulary, facets, things))
const score = (need: string, offer: string): number => pairScore(fingerprint(need, 'und', lexicon), fingerprint(offer, 'und', lexicon))

test.each([
  ['Une feuille de route nationale', 'Une                  nationale'],
  ['COTE D’IVOIRE: ivory', '             : ivory'],
  ['توعية عن طريق الإذاعة', `توعية${' '.repeat(' عن طريق '.length)}الإذاعة`],
  ['黑海海豚', '  海豚'],
  ['Lions of the Black Sea, Black Sea', 'Lions of the          ,          '],
  ['A route, no sheet', 'A route, no sheet'],
])('%s', (text, left) => {
  expect(withoutSetPhrases(text)).toBe(left)
})

test.each([
  ['a name is not what its words are', 'Elephant tusks seized: ivory forensics', 'Formation de gardes en Côte d’Ivoire'],
  ['the Black Sea is no pride of lions', 'معدات لمكافحة صيد الأسود', 'البحر الأسود: رصد التلوث'],
  ['arms are no army', 'L’armée aux frontières', 'Armes de chasse confisquées'],
  ['a partnership is no snare', 'إزالة الشراك من المحمية', 'شراكة مع الجامعة'],
  ['courses are no patrols', 'دوريات حراس المحمية', 'دورات في نظم المعلومات'],
  ['ships are no judges', 'Обучение судей', 'Учёт морских судов'],
  ['a field is no irrigation', 'Капельный полив', 'Поля вокруг озера'],
  ['a custom is no border', 'Customs officers at the airport', 'Songs about custom and belief'],
  ['a gain is no fishing net', 'Fishing nets lost at sea', 'Net gain for every project'],
  ['what is done well is no well', 'Drying wells in the oasis', 'Works well with schools'],
])('M41 %s', (_, need, offer) => {
  expect(score(need, offer)).toBe(0)
})
