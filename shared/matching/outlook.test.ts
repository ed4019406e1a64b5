import { expect, it } from 'vitest'
import { compileVocabulary } from './compileVocabulary.ts'
import facets from './facets.json' with { type: 'json' }
import { fingerprint } from './fingerprint.ts'
import { openLexicon } from './lexicon.ts'
import { outlookOf, type Help, type Opposite } from './outlook.ts'
import things from './things.json' with { type: 'json' }
import vocabulary from './vocabulary.json' with { type: 'json' }

const lexicon = openLexicon(compileVocabulary(vocabulary, facets, things))
const MANY: Opposite = { all: 9, elsewhere: 7 }

it.each<[string, Help, Opposite?]>([
  ['', 'words'],
  ['  \n', 'words'],
  ['🐟🐠🦀', 'words'],
  ['???', 'words'],
  ['ಹವಳದ ದಿಬ್ಬಗಳ ಮೇಲ್ವಿಚಾರಣೆ', 'languages'],
  ['การติดตามแนวปะการัง', 'languages'],
  ['Coral reefs การติดตามแนวปะการัง', 'wait'], // the words it does understand are enough to be found by
  ['Training in coral reef monitoring', 'first', { all: 0, elsewhere: 0 }],
  ['Training in coral reef monitoring', 'countries', { all: 4, elsewhere: 0 }],
  ['Corals', 'more'],
  ['Help', 'more'],
  ['Zorgut flimble wexing drabnol', 'topic'],
  ['Training in coral reef monitoring', 'wait'],
  ['珊瑚礁监测方面的培训', 'wait'],
  ['x'.repeat(2000), 'more'],
  ['coral reef '.repeat(181), 'more'],
])('M19 “%.30s” is helped by %s', (text, help, opposite = MANY) => {
  expect(outlookOf(text, fingerprint(text, 'en', lexicon), opposite)).toEqual({ ...opposite, help })
})
