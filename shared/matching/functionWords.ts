import { foldWord } from './foldWord.ts'
import type { WordLanguage } from './stemWord.ts'

/**
 * Words that join others, and words that only say "this is a need" or "this is an offer": left out before anything is
 * compared. Short lists of our own: a long public one would also drop "value" or "system".
 */
const LISTS: Readonly<Record<WordLanguage, string>> = {
  en: `a an the of and or in on at to for from by with without as is are be been being was were this that these those it its
    their our your his her we us i you they he she not no nor than then so such other another into onto over under about
    between through during per via would should may might will shall have has had do does did done all any some more most also
    how what which who whose when where why both each every very if but there here just only too yet still even
    need needs needed needing require required requires looking look seek seeking want wanted wants request requests offer offers offered
    offering provide provides providing provided can could cannot able available share shared sharing help helps support supports assist
    assistance experience experienced experiences expertise please willing happy interested lack lacking missing get got
    country countries national welcome ready glad`,
  fr: `a à au aux le la les un une des du de d l et ou en dans sur sous par pour avec sans ce cet cette ces se sa son ses leur
    leurs notre nos votre vos nous vous ils elles il elle on ne pas plus que qui dont où est sont être été avoir ont entre vers chez
    comme très tout tous toute toutes aussi même ainsi afin si y c s n j m t qu jusqu lorsqu puisqu quand comment pourquoi
    besoin besoins avons cherche cherchons cherchent recherchons demande demandons offre offrons offrir proposons proposer pouvons peut
    peuvent partager partage aide aider appui appuyer soutien soutenir disponible disponibles possible expérience expériences disposons fournir manque
    manquons souhaitons faut pays national nationale nationaux nationales`,
  es: `a al el la los las un una unos unas de del y e o u en con sin por para sobre bajo entre hacia desde hasta como que
    quien quién cuyo donde cuando cómo se su sus nuestro nuestra nuestros nuestras lo le les nos es son ser está están fue ha han
    hay no más muy ya también si este esta estos estas ese esa eso esos todo toda todos todas cada antes después qué
    necesitamos necesita necesitan necesidad necesidades buscamos busca solicitamos requerimos requiere ofrecemos ofrece oferta ofrecer
    podemos puede pueden compartir ayuda ayudar apoyo apoyar disponible disponibles experiencia experiencias contamos tenemos brindar falta
    faltan queremos quieren país países nacional nacionales`,
  pt: `a à ao aos as às o os um uma uns umas de do da dos das e ou em no na nos nas num numa com sem por para pelo
    pela pelos pelas sobre sob entre até desde como que quem cujo onde quando se seu sua seus suas nosso nossa nossos nossas
    lhe é são ser está estão foi há não mais muito já também este esta estes estas esse essa isso todo toda todos
    todas cada antes depois
    precisamos precisa precisam necessidade necessidades necessitamos procuramos buscamos oferecemos oferta oferecer podemos pode compartilhar
    partilhar ajuda ajudar apoio apoiar disponível disponíveis experiência experiências temos fornecer falta faltam queremos país países
    nacional nacionais`,
  ru: `и в во на с со к ко по от до из у о об обо за для при про над под между через без что как так это этот эта эти
    тот та те не нет ни но а или же бы ли мы вы он она они оно я его ее их наш наша наши нашей наших нам нас ваш
    свой своя свои своих который которая которые которых где когда если есть был была были быть будет также очень все всех всего более самый
    нужно нужен нужна нужны необходим необходима необходимо необходимы требуется требуются ищем предлагаем можем готовы готов поделиться
    поделимся помощь помочь поддержка поддержку опыт опытом имеем хотим предоставить страна страны стран национальный национальная
    национальной национального национальные`,
  ar: `في من على إلى الى عن مع بين حول خلال بعد قبل عند لدى هذا هذه ذلك تلك التي الذي الذين ما لا لم لن قد كان كانت
    يكون هو هي هم نحن أو او و ثم أن ان إن كل بعض غير أكثر جدا كما حتى منذ عبر ضمن دون أي اي كيف متى أين لماذا
    نحتاج بحاجة احتياج حاجة نريد نبحث نطلب نقدم نعرض نستطيع يمكننا يمكن تقديم مشاركة مساعدة دعم خبرة خبرات تجربة لدينا متوفر متاح نفتقر ينقصنا
    بلد بلدان دولة دول وطني وطنية الوطنية الوطني`,
}

/** Chinese pairs of characters that carry no subject. */
export const HAN_FUNCTION_PAIRS: ReadonlySet<string> = new Set(
  '我们 需要 提供 可以 能够 寻求 希望 关于 以及 支持 帮助 经验 分享 方面 进行 国家 具有 拥有 如何 怎么 怎样 什么 没有 已有 相关 愿意 欢迎'.split(' '),
)

export function isFunctionWord(folded: string, language: WordLanguage): boolean {
  return FUNCTION_WORDS[language].has(folded)
}

const FUNCTION_WORDS = Object.fromEntries(
  Object.entries(LISTS).map(([language, list]) => [language, new Set(list.split(/\s+/).map(foldWord))]),
) as unknown as Readonly<Record<WordLanguage, ReadonlySet<string>>>
