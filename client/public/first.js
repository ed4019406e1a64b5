// What the page is before its code is here: its theme as theme.ts has it, its typefaces and its language, and a way on when no code comes.
const remembered = (name) => {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}
const page = document.documentElement

const chosen = remembered('pollinate.theme')
const isDark = matchMedia('(prefers-color-scheme: dark)').matches
const wantsContrast = matchMedia('(prefers-contrast: more)').matches || matchMedia('(forced-colors: active)').matches
page.dataset.theme = chosen === 'light' || chosen === 'dark' ? chosen : chosen === 'contrast' || wantsContrast ? (isDark ? 'contrast-dark' : 'contrast') : isDark ? 'dark' : 'light'

// Our typefaces are here since an earlier page; otherwise fonts.ts says when.
if (remembered('pollinate.type')) page.dataset.type = 'ours'

// As setUpI18n.ts has it, which takes over.
const ours = ['ar', 'en', 'es', 'fr', 'pt', 'ru', 'zh']
page.lang = [remembered('pollinate.language'), ...navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase())].find((language) => ours.includes(language)) ?? 'en'
page.dir = page.lang === 'ar' ? 'rtl' : 'ltr'

addEventListener(
  'error',
  ({ target }) => {
    if (target?.type === 'module') page.dataset.missing = 'code'
  },
  true, // what a script could not load is told to nobody else
)
addEventListener('click', ({ target }) => {
  if (target.closest?.('#opening button')) location.reload()
})
