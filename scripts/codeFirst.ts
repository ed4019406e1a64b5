import type { Plugin } from 'vite'

const THEME = '<script src="/first.js"></script>'

/**
 * Asks for the code of the page before its theme and its styles: it takes longest, and the first file that is asked for
 * comes over the connection that brought the page, a round trip sooner than over a new one. It runs after them all the same.
 * What shows a wall is known to first.js, which asks for it on the way to one: the code itself would a quarter of a second later
 * on a slow phone, when it has been read.
 */
export function codeFirst(): Plugin {
  return {
    name: 'code-first',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const [code] = /<script type="module"[^>]*><\/script>/.exec(html) ?? []
        const wall = Object.values(bundle).find((part) => part.type === 'chunk' && part.name === 'wall')
        if (code === undefined || !html.includes(THEME) || !wall) throw new Error('index.html has no code, or no theme, or there is no wall.')
        return html.replace(code, '').replace(THEME, `${code}\n    <script src="/first.js" data-wall="/${wall.fileName}"></script>`)
      },
    },
  }
}
