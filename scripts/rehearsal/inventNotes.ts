import type { Vocabulary } from '#shared/matching/vocabulary.ts'
import type { Language, NoteKind } from '#shared/wall/schema.ts'

export interface InventedNote {
  readonly kind: NoteKind
  readonly text: string
  readonly lang: Language
}

/** What people write on such notes; `%` is a topic, so that it need not agree with anything. */
const SENTENCES: Readonly<Record<Language, Readonly<Record<NoteKind, readonly string[]>>>> = {
  en: {
    need: ['Training for our ministry staff: %', 'We look for an expert: %', 'How did others begin? %', 'Data and methods: %', 'Money and partners for %'],
    offer: ['Ten years of experience: %', 'We can train others: %', 'Handbook and templates: %', 'Come and see our project: %', 'Two experts can travel: %'],
  },
  fr: {
    need: ['Formation pour nos agents: %', 'Nous cherchons un expert: %', 'Comment les autres ont-ils commencé? %', 'Données et méthodes: %', 'Financement et partenaires: %'],
    offer: ['Dix ans d’expérience: %', 'Nous pouvons former: %', 'Guide et modèles à partager: %', 'Visite de notre projet: %', 'Deux experts disponibles: %'],
  },
  es: {
    need: ['Capacitación para nuestro personal: %', 'Buscamos una persona experta: %', '¿Cómo empezaron otros? %', 'Datos y métodos: %', 'Fondos y socios: %'],
    offer: ['Diez años de experiencia: %', 'Podemos capacitar: %', 'Manual y plantillas para compartir: %', 'Visita a nuestro proyecto: %', 'Dos especialistas pueden viajar: %'],
  },
  pt: {
    need: ['Formação para os nossos técnicos: %', 'Procuramos um especialista: %', 'Como começaram os outros? %', 'Dados e métodos: %', 'Financiamento e parceiros: %'],
    offer: ['Dez anos de experiência: %', 'Podemos formar: %', 'Manual e modelos para partilhar: %', 'Visita ao nosso projeto: %', 'Dois especialistas podem viajar: %'],
  },
  ru: {
    need: ['Обучение для сотрудников министерства: %', 'Ищем эксперта: %', 'С чего начинали другие? %', 'Данные и методы: %', 'Финансирование и партнёры: %'],
    offer: ['Десять лет опыта: %', 'Можем обучить: %', 'Пособие и шаблоны: %', 'Приглашаем посмотреть наш проект: %', 'Два эксперта готовы приехать: %'],
  },
  ar: {
    need: ['تدريب لموظفي الوزارة: %', 'نبحث عن خبير: %', 'كيف بدأ الآخرون؟ %', 'بيانات ومنهجيات: %', 'تمويل وشركاء: %'],
    offer: ['خبرة عشر سنوات: %', 'يمكننا تدريب الآخرين: %', 'دليل ونماذج للمشاركة: %', 'زيارة إلى مشروعنا: %', 'خبيران مستعدان للسفر: %'],
  },
  zh: {
    need: ['需要培训：%', '寻找专家：%', '其他国家是如何起步的？%', '需要数据和方法：%', '寻求资金与伙伴：%'],
    offer: ['十年经验：%', '可提供培训：%', '可分享手册和模板：%', '欢迎考察我们的项目：%', '可派两名专家：%'],
  },
}

/**
 * Notes without end for people of any language: needs and offers in turn, over the topics of the vocabulary.
 * No text comes twice before all of its language and kind have come once.
 * @param random numbers in 0…1
 */
export function createNoteInventor({ topics }: Vocabulary, random: () => number): (lang: Language, kind: NoteKind) => InventedNote {
  const piles = new Map<string, string[]>()
  const draw = (lang: Language, kind: NoteKind): string => {
    const pile = piles.get(`${lang} ${kind}`)
    const text = pile?.pop()
    if (text !== undefined) return text
    const texts = SENTENCES[lang][kind].flatMap((sentence) => topics.map(({ labels }) => sentence.replace('%', labels[lang])))
    piles.set(`${lang} ${kind}`, shuffled(texts, random))
    return draw(lang, kind)
  }
  return (lang, kind) => ({ kind, lang, text: draw(lang, kind) })
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const keyed = items.map((item) => ({ item, key: random() }))
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item)
}
