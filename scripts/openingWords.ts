import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { LANGUAGES, type Language } from '../shared/wall/schema.ts'

interface Words {
  readonly app: { readonly loading: string }
  readonly common: { readonly reload: string }
  readonly notLoaded: { readonly title: string; readonly what: string }
}

const ROOT = '<div id="root"></div>'

/** Puts words into the page itself, in each language: on a weak line its code takes a while, and may not come at all. Which of them are shown say public/first.js and ui/opening.css. */
export function openingWords(): Plugin {
  return {
    name: 'opening-words',
    transformIndexHtml: {
      order: 'pre',
      handler(html) {
        if (!html.includes(ROOT)) throw new Error(`index.html has no ${ROOT}.`)
        const notes = '<span class="notes" aria-hidden="true"><i></i><i></i></span>'
        return html.replace(ROOT, () => `<div id="root"><main id="opening">${notes}${LANGUAGES.map(wordsIn).join('')}</main></div>`)
      },
    },
  }
}

function wordsIn(language: Language): string {
  const { app, common, notLoaded } = JSON.parse(readFileSync(fileURLToPath(new URL(`../client/i18n/locales/${language}.json`, import.meta.url)), 'utf8')) as Words
  const missing = `<section role="alert"><h1>${notLoaded.title}</h1><p>${notLoaded.what}</p><button>${common.reload}</button></section>`
  return `<div lang="${language}"><p role="status">${app.loading}</p>${missing}</div>`
}
