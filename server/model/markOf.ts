import type { TopicLabels } from '#shared/matching/topicLabels.ts'
import { LANGUAGES, type Language, type NoteKind } from '#shared/wall/schema.ts'
import { likenessOf } from './likenessOf.ts'
import type { Embed } from './openEmbedder.ts'

/** From which likeness (a cosine, up to 1) a model calls two notes alike. */
export interface Mark {
  readonly from: number
  /** Of needs and offers of one topic, in whatever languages, the share that reaches it: 0…1. How much the model is worth here. */
  readonly finds: number
}

/** Of needs and offers of different topics, this share may reach the mark: one in two hundred. */
const BY_CHANCE = 0.005
/** Below this nothing is alike, whatever a model says of everything else. */
const LEAST = 0.5

/** As notes are written, so that what all notes have in common counts for nothing. */
const FRAMES: Readonly<Record<Language, Readonly<Record<NoteKind, string>>>> = {
  ar: { need: 'نحتاج إلى مساعدة في: ', offer: 'يمكننا أن نقدّم خبرة في: ' },
  en: { need: 'We need help with: ', offer: 'We can share experience in: ' },
  es: { need: 'Necesitamos ayuda con: ', offer: 'Podemos compartir experiencia en: ' },
  fr: { need: 'Nous avons besoin d’aide pour : ', offer: 'Nous pouvons partager notre expérience : ' },
  pt: { need: 'Precisamos de ajuda com: ', offer: 'Podemos partilhar experiência em: ' },
  ru: { need: 'Нам нужна помощь: ', offer: 'Мы можем поделиться опытом: ' },
  zh: { need: '我们需要帮助：', offer: '我们可以分享经验：' },
}

/**
 * Every model has its own idea of near and far, so each is tried on a need and an offer of every topic: the mark lies where
 * different topics hardly ever reach.
 * @see docs/adr/0012-an-optional-model.md
 */
export async function markOf(embed: Embed, labels: TopicLabels): Promise<Mark> {
  const topics = Object.values(labels)
  const say = (kind: NoteKind, shift: (at: number) => number) =>
    topics.map((names, at) => {
      const language = LANGUAGES[(at + shift(at)) % LANGUAGES.length] ?? 'en'
      return FRAMES[language][kind] + names[language]
    })
  const needs = await embedAll(embed, say('need', () => 0))
  // Each seventh pair of a topic is in one language, the others in two.
  const offers = await embedAll(embed, say('offer', (at) => Math.floor(at / LANGUAGES.length)))
  const apart: number[] = []
  const same: number[] = []
  for (const [one, need] of needs.entries()) {
    for (const [other, offer] of offers.entries()) if (need && offer) (one === other ? same : apart).push(likenessOf(need, offer))
  }
  apart.sort((a, b) => b - a)
  const from = Math.max(LEAST, apart[Math.floor(apart.length * BY_CHANCE)] ?? LEAST)
  return { from, finds: same.length === 0 ? 0 : same.filter((likeness) => likeness > from).length / same.length }
}

async function embedAll(embed: Embed, texts: readonly string[]): Promise<readonly (Float32Array | undefined)[]> {
  const vectors: (Float32Array | undefined)[] = []
  for (const text of texts) vectors.push(await embed(text))
  return vectors
}
