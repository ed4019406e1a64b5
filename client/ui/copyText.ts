/**
 * Copies from a field that is on the page. `navigator.clipboard` does not exist without HTTPS (a workshop's own network),
 * so the text is selected and copied the old way there; it stays selected, so that a person can copy it by hand.
 * @returns whether the text is in the clipboard now
 */
export async function copyText(field: HTMLInputElement | HTMLTextAreaElement): Promise<boolean> {
  const clipboard: Clipboard | undefined = navigator.clipboard
  field.focus()
  field.setSelectionRange(0, field.value.length)
  try {
    if (clipboard) {
      await clipboard.writeText(field.value)
      return true
    }
  } catch {
    // Not allowed here: the old way needs no permission.
  }
  return document.execCommand('copy')
}
