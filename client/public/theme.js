// Which theme the page begins with, before anything of it is painted: as theme.ts has it, which takes over when it is here.
const chosen = (() => {
  try {
    return localStorage.getItem('pollinate.theme')
  } catch {
    return null
  }
})()
const isDark = matchMedia('(prefers-color-scheme: dark)').matches
const wantsContrast = matchMedia('(prefers-contrast: more)').matches || matchMedia('(forced-colors: active)').matches
document.documentElement.dataset.theme =
  chosen === 'light' || chosen === 'dark' ? chosen : chosen === 'contrast' || wantsContrast ? (isDark ? 'contrast-dark' : 'contrast') : isDark ? 'dark' : 'light'
