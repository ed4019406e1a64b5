import type { Plugin } from 'vite'

/**
 * Asks for the code of the page before its theme and its styles: it takes longest, and the first file that is asked for
 * comes over the connection that brought the page, a round trip sooner than over a new one. It runs after them all the same.
 */
export function codeFirst(): Plugin {
  return {
    name: 'code-first',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        const [code] = /<script type="module"[^>]*><\/script>/.exec(html) ?? []
        const theme = '<script src="/first.js"></script>'
        if (code === undefined || !html.includes(theme)) throw new Error('index.html has no code, or no theme.')
        return html.replace(code, '').replace(theme, `${code}\n    ${theme}`)
      },
    },
  }
}
