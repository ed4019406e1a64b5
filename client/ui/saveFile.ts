/** Asks the browser to keep a file, under this name. */
export function saveFile(url: string, file: string): void {
  const link = document.createElement('a')
  link.href = url
  link.download = file
  link.click()
}
