import { stemmer as stemEnglish } from '@orama/stemmers/english'
import { stemmer as stemFrench } from '@orama/stemmers/french'
import { stemmer as stemPortuguese } from '@orama/stemmers/portuguese'
import { stemmer as stemRussian } from '@orama/stemmers/russian'
import { stemmer as stemSpanish } from '@orama/stemmers/spanish'
import type { Language } from '#shared/wall/schema.ts'
import { foldWord } from './foldWord.ts'
import { stemArabic } from './stemArabic.ts'

/** Languages that are written in words. */
export type WordLanguage = Exclude<Language, 'zh'>

/**
 * Words of our field that the stemmers take for forms of quite another one (the coast for a cost, talking for a community,
 * courses for patrols): the forms of one word with commas between, the first of them as their stem.
 */
const KEPT_APART: Readonly<Partial<Record<WordLanguage, string>>> = {
  en: `communication,communications,communicate governance landing,landings vegetable,vegetables customs nets stocking wells fines bears
    cooperative,cooperatives commune,communes modelling,modeling breeding`,
  fr: `communication,communications,communiquer mini marée,marées terrasse,terrasses partie,parties ferme,fermes armée,armées
    collectivité,collectivités coopérative,coopératives restaurant,restaurants berge,berges flamant,flamants herbiers traité,traités`,
  es: `costa,costas comunicación,comunicaciones,comunicar género,géneros páramo,páramos seguridad solar,solares tapir,tapires taller,talleres
    negociar,negociación,negociaciones,negociadores informe,informes drago rápido,rápida cerro,cerros precioso,preciosas zoológico,zoológicos
    gobernador,gobernadores maestría,maestrías restaurante,restaurantes vacuno,vacunos cebada cooperativa,cooperativas cooperante,cooperantes
    salar,salares cercas caballa,caballas tratado,tratados`,
  pt: `areia,areias metal,metais nómada,nómadas,nômade,nômades vídeo,vídeos coral,corais conta,contas cana,canas solar,solares
    zoológico,zoológicos restaurante,restaurantes régulo,régulos cooperativa,cooperativas conto,contos camarão,camarões cavala,cavalas
    lagarta,lagartas casco,cascos tratado,tratados`,
  ru: `судья,судьи,судей,судьям судно,судна,суда,судов,судам полив,полива сель,селя,сели,селей молодь,молоди улов,улова,уловы,уловов
    правила,правило,правил,правилам дорогой,дорогая,дорогое,дорогие,дорого`,
  ar: `دورة,دورات,الدورة,الدورات غازية,الغازية ورشة,ورش,ورشات,الورشة شراكة,شراكات,الشراكة,الشراكات طريقة,الطريقة طائرة,طائرات,الطائرة,الطائرات
    مصادرة,مصادرات,المصادرة حبارى,الحبارى بلدية,بلديات,البلدية,البلديات محافظات,المحافظات`,
}
const APART = new Map(
  Object.entries(KEPT_APART).map(([language, words]) => [
    language,
    new Map(words.split(/\s+/).flatMap((forms) => forms.split(',').map((form, _, [first = form]) => [foldWord(form), foldWord(first)]))),
  ]),
)

/** The stem of a word as it was typed, folded: what inflected and half-accented forms of one word have in common. */
export function stemWord(word: string, language: WordLanguage): string {
  const folded = foldWord(word)
  if (/\p{N}/u.test(folded)) return folded
  const apart = APART.get(language)?.get(folded)
  if (apart !== undefined) return apart
  if (language === 'ar') return stemArabic(folded)
  const plain = word.normalize('NFKC').toLowerCase()
  switch (language) {
    case 'en':
      return stemEnglish(folded)
    case 'fr':
      return foldWord(stemFrench(plain))
    case 'es':
      // Phones and hurry leave accents out; the stemmer knows these endings only with them.
      return foldWord(stemSpanish(plain.replace(/([cs])ion$/, '$1ión')))
    case 'pt':
      // Its plural of -ção it does not know at all.
      return foldWord(stemPortuguese(plain.replace(/[cç](?:[aã]o|[oõ]es)$/, 'ção').replace(/s(?:ao|[oõ]es)$/, 'são')))
    case 'ru':
      return foldWord(stemRussian(plain.replaceAll('ё', 'е')))
  }
}
