import type { Plugin } from 'vite'
import { LANGUAGES } from '../shared/wall/schema.ts'

/** React Aria brings its words in thirty-four languages, a file for each language of each widget. */
const WIDGET_WORDS = /react-(?:aria|aria-components|stately)\/dist\/.*\/intl\/(?:[a-z]+\/)*([a-z]{2})-[A-Z]{2}\.m?js$/

/** Leaves out the words of languages that no page of ours is shown in: they would be a tenth of the first page. */
export function ourLocalesOnly(): Plugin {
  return {
    name: 'our-locales-only',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      const [, language] = WIDGET_WORDS.exec(id) ?? []
      return language === undefined || LANGUAGES.some((ours) => ours === language) ? null : 'export default {}'
    },
  }
}
