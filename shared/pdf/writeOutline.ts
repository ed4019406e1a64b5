import type { PdfFile } from './PdfFile.ts'
import { pdfName, pdfText, type PdfRef } from './pdfObjects.ts'

export interface Bookmark {
  readonly title: string
  readonly page: PdfRef
  /** Points from the page's lower edge. */
  readonly top: number
  readonly level: 0 | 1
}

interface Entry extends Bookmark {
  readonly ref: PdfRef
  readonly kids: Entry[]
}

/** @returns `undefined` when there is nothing to list */
export function writeOutline(file: PdfFile, bookmarks: readonly Bookmark[]): PdfRef | undefined {
  const top: Entry[] = []
  for (const bookmark of bookmarks) {
    const entry: Entry = { ...bookmark, ref: file.reserve(), kids: [] }
    const siblings = bookmark.level === 1 ? (top.at(-1)?.kids ?? top) : top
    siblings.push(entry)
  }
  if (top.length === 0) return undefined
  const root = file.reserve()
  const write = (entries: readonly Entry[], parent: PdfRef): void => {
    entries.forEach(({ title, page, top: height, ref, kids }, i) => {
      file.fill(ref, {
        Title: pdfText(title),
        Parent: parent,
        Dest: [page, pdfName('XYZ'), 0, height, 0],
        Prev: entries[i - 1]?.ref,
        Next: entries[i + 1]?.ref,
        First: kids[0]?.ref,
        Last: kids.at(-1)?.ref,
        Count: kids.length > 0 ? -kids.length : undefined, // closed
      })
      write(kids, ref)
    })
  }
  write(top, root)
  file.fill(root, { Type: pdfName('Outlines'), First: top[0]?.ref, Last: top.at(-1)?.ref, Count: top.length })
  return root
}
