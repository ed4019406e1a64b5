/** Addresses of the fonts by file name: those of @font-face, so that the browser has most of them already. */
export const FONT_URLS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(import.meta.glob<string>('../generated/fonts/*.ttf', { query: '?url', import: 'default', eager: true })).map(
    ([path, url]) => [path.replace(/^.*\//, ''), url],
  ),
)
