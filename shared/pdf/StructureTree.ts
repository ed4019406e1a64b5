import type { PdfFile } from './PdfFile.ts'
import { pdfAscii, pdfName, pdfText, type PdfRef, type PdfValue } from './pdfObjects.ts'

/** Standard structure types (ISO 32000-1, 14.8.4) that the record uses. */
export type Tag = 'Document' | 'Sect' | 'H1' | 'H2' | 'H3' | 'P' | 'L' | 'LI' | 'LBody' | 'Lbl' | 'Table' | 'TR' | 'TH' | 'TD' | 'TOC' | 'TOCI' | 'Figure' | 'Link'

export interface TagOptions {
  /** BCP 47 tag, where it is not the language of what is around. */
  readonly lang?: string | undefined
  /** What stands there, for who cannot see it. */
  readonly alt?: string
  /** Of a `TH`: which cells it is about. */
  readonly scope?: 'Row' | 'Column'
}

export interface TagElement extends TagOptions {
  readonly tag: Tag
  readonly ref: PdfRef
  readonly kids: (TagElement | { readonly page: PdfRef; readonly mark: number } | { readonly page: PdfRef; readonly annotation: PdfRef })[]
}

/** What makes a PDF readable aloud: headings, paragraphs and links in reading order, each with its language. */
export class StructureTree {
  readonly #file: PdfFile
  readonly #root: PdfRef
  readonly #document: TagElement
  readonly #open: TagElement[]
  /** By key of the parent tree: the elements of a page's marks in their order, or the element of an annotation. */
  readonly #parents: (TagElement | TagElement[])[] = []

  constructor(file: PdfFile) {
    this.#file = file
    this.#root = file.reserve()
    this.#document = { tag: 'Document', ref: file.reserve(), kids: [] }
    this.#open = [this.#document]
  }

  /** What is drawn inside of `draw` belongs to this element. */
  within<T>(tag: Tag, options: TagOptions, draw: (element: TagElement) => T): T {
    const element: TagElement = { tag, ...options, ref: this.#file.reserve(), kids: [] }
    this.current.kids.push(element)
    this.#open.push(element)
    try {
      return draw(element)
    } finally {
      this.#open.pop()
    }
  }

  /** A place in the reading order for what is drawn later, by `resume`: a list of contents knows its pages last. */
  reserve(tag: Tag): TagElement {
    const element: TagElement = { tag, ref: this.#file.reserve(), kids: [] }
    this.current.kids.push(element)
    return element
  }

  resume(element: TagElement, draw: () => void): void {
    this.#open.push(element)
    try {
      draw()
    } finally {
      this.#open.pop()
    }
  }

  get current(): TagElement {
    return this.#open.at(-1) ?? this.#document
  }

  /** @returns the page's key in the parent tree */
  addPage(): number {
    return this.#parents.push([]) - 1
  }

  /** @returns the number of the next mark on this page, which now belongs to the current element */
  mark(pageKey: number, page: PdfRef): number {
    const marks = this.#parents[pageKey]
    if (!Array.isArray(marks)) throw new Error(`No page has the key ${pageKey}`)
    const mark = marks.push(this.current) - 1
    this.current.kids.push({ page, mark })
    return mark
  }

  /** @returns the annotation's key in the parent tree */
  addAnnotation(page: PdfRef, annotation: PdfRef): number {
    this.current.kids.push({ page, annotation })
    return this.#parents.push(this.current) - 1
  }

  write(): PdfRef {
    this.#writeElement(this.#document, this.#root)
    const nums: PdfValue[] = this.#parents.flatMap((entry, key) => [key, Array.isArray(entry) ? entry.map(({ ref }) => ref) : entry.ref])
    this.#file.fill(this.#root, {
      Type: pdfName('StructTreeRoot'),
      K: [this.#document.ref],
      ParentTree: this.#file.add({ Nums: nums }),
      ParentTreeNextKey: this.#parents.length,
    })
    return this.#root
  }

  #writeElement({ tag, ref, kids, lang, alt, scope }: TagElement, parent: PdfRef): void {
    // Marks on the element's own page are plain numbers: most are, and there are thousands.
    const page = kids.find((kid) => 'mark' in kid)?.page
    const written = kids.map((kid): PdfValue => {
      if ('mark' in kid) return kid.page === page ? kid.mark : { Type: pdfName('MCR'), Pg: kid.page, MCID: kid.mark }
      if ('annotation' in kid) return { Type: pdfName('OBJR'), Pg: kid.page, Obj: kid.annotation }
      this.#writeElement(kid, ref)
      return kid.ref
    })
    this.#file.fill(ref, {
      // Its type may be left out, and is: there is no other in this place.
      S: pdfName(tag),
      P: parent,
      Pg: page,
      K: written.length === 1 ? written[0] : written,
      Lang: lang === undefined || lang === 'und' ? undefined : pdfAscii(lang),
      Alt: alt === undefined ? undefined : pdfText(alt),
      A: scope === undefined ? undefined : { O: pdfName('Table'), Scope: pdfName(scope) },
    })
  }
}
