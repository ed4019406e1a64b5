import type { Plugin } from 'vite'

const THEME = '<script src="/first.js"></script>'

/**
 * Asks for the code of the page before its theme and its styles: it takes longest, and the first file that is asked for
 * comes over the connection that brought the page, a round trip sooner than over a new one. It runs after them all the same.
 * What shows a wall is asked for after these: it shares the line with nothing that comes before it, and is there when it is wanted.
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
        return html.replace(code, '').replace(THEME, `${code}\n    ${THEME}`).replace('</head>', `  <link rel="modulepreload" href="/${wall.fileName}">\n  </head>`)
      },
    },
  }
}
