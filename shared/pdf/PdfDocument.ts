import { strToU8 } from 'fflate'
import { addColourFonts } from './addColourFonts.ts'
import { addFont } from './addFont.ts'
import type { FontFace } from './FontFace.ts'
import { PdfFile } from './PdfFile.ts'
import { pdfAscii, type PdfToken, pdfName, pdfText, type PdfDict, type PdfRef } from './pdfObjects.ts'
import { PdfPage, type Rect } from './PdfPage.ts'
import { StructureTree, type Tag, type TagElement, type TagOptions } from './StructureTree.ts'
import { writeOutline, type Bookmark } from './writeOutline.ts'
import { xmpMetadata } from './xmpMetadata.ts'

export interface DocumentFacts {
  readonly title: string
  /** BCP 47 tag of what is not marked otherwise. */
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
  /** Milliseconds since 1970. */
  readonly createdAt: number
}

/** A tagged PDF in the making: pages are added and drawn on in reading order, then `toBytes` ends it. */
export class PdfDocument {
  readonly pages: PdfPage[] = []
  readonly #facts: DocumentFacts
  readonly #file = new PdfFile()
  readonly #tree = new StructureTree(this.#file)
  readonly #pagesRef = this.#file.reserve()
  readonly #pageKeys = new Map<PdfPage, { key: number; annotations: PdfRef[] }>()
  readonly #fontNames = new Map<FontFace, string>()
  readonly #bookmarks: Bookmark[] = []

  constructor(facts: DocumentFacts) {
    this.#facts = facts
  }

  /** @param width @param height in points */
  addPage(width: number, height: number): PdfPage {
    const ref = this.#file.reserve()
    const key = this.#tree.addPage()
    const annotations: PdfRef[] = []
    const page: PdfPage = new PdfPage(ref, width, height, {
      fontName: (face) => this.#fontName(face),
      mark: () => ({ tag: this.#tree.current.tag, number: this.#tree.mark(key, ref) }),
      addLink: (rect, url) => annotations.push(this.#addLink(page, rect, url)),
    })
    this.#pageKeys.set(page, { key, annotations })
    this.pages.push(page)
    return page
  }

  within<T>(tag: Tag, options: TagOptions, draw: (element: TagElement) => T): T {
    return this.#tree.within(tag, options, draw)
  }

  /** An entry of the outline that leads to a height of a page; level 1 stands under the level 0 before it. */
  bookmark(title: string, page: PdfPage, y: number, level: 0 | 1): void {
    this.#bookmarks.push({ title, page: page.ref, top: page.height - y, level })
  }

  toBytes(): Uint8Array<ArrayBuffer> {
    const file = this.#file
    const { title, lang, dir, createdAt } = this.#facts
    const fonts = new Map<string, PdfRef>()
    for (const [face, name] of this.#fontNames) {
      if (face.isColour) addColourFonts(file, face).forEach((ref, i) => fonts.set(`${name}-${i}`, ref))
      else fonts.set(name, addFont(file, face, fonts.size))
    }
    for (const page of this.pages) this.#writePage(page, fonts)
    file.fill(this.#pagesRef, { Type: pdfName('Pages'), Count: this.pages.length, Kids: this.pages.map(({ ref }) => ref) })
    const metadata = strToU8(xmpMetadata({ title, lang, createdAt }))
    const root = file.add({
      Type: pdfName('Catalog'),
      Pages: this.#pagesRef,
      Lang: pdfAscii(lang),
      MarkInfo: { Marked: true },
      StructTreeRoot: this.#tree.write(),
      Outlines: writeOutline(file, this.#bookmarks),
      PageMode: pdfName(this.#bookmarks.length > 0 ? 'UseOutlines' : 'UseNone'),
      ViewerPreferences: { DisplayDocTitle: true, Direction: pdfName(dir === 'rtl' ? 'R2L' : 'L2R') },
      Metadata: file.addPlainStream({ Type: pdfName('Metadata'), Subtype: pdfName('XML') }, metadata),
    })
    const info = file.add({ Title: pdfText(title), Producer: pdfText('Pollinate'), CreationDate: pdfDate(createdAt) })
    return file.toBytes({ root, info })
  }

  #writePage(page: PdfPage, fonts: ReadonlyMap<string, PdfRef>): void {
    const { key, annotations } = this.#pageKeys.get(page) ?? { key: 0, annotations: [] }
    const used: PdfDict = Object.fromEntries([...page.fonts].map((name) => [name, fonts.get(name)]))
    this.#file.fill(page.ref, {
      Type: pdfName('Page'),
      Parent: this.#pagesRef,
      MediaBox: [0, 0, page.width, page.height],
      Contents: this.#file.addStream({}, strToU8(page.content())),
      Resources: { Font: used },
      StructParents: key,
      Tabs: pdfName('S'),
      Annots: annotations.length > 0 ? annotations : undefined,
    })
  }

  #fontName(face: FontFace): string {
    const known = this.#fontNames.get(face)
    if (known !== undefined) return known
    const name = `F${this.#fontNames.size + 1}`
    this.#fontNames.set(face, name)
    return name
  }

  #addLink(page: PdfPage, { x, y, width, height }: Rect, url: string): PdfRef {
    const ref = this.#file.reserve()
    this.#file.fill(ref, {
      Type: pdfName('Annot'),
      Subtype: pdfName('Link'),
      Rect: [x, page.height - y - height, x + width, page.height - y],
      Border: [0, 0, 0],
      Contents: pdfText(url),
      F: 4,
      A: { S: pdfName('URI'), URI: pdfAscii(url) },
      StructParent: this.#tree.addAnnotation(page.ref, ref),
    })
    return ref
  }
}

const pdfDate = (ms: number): PdfToken => pdfAscii(`D:${new Date(ms).toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`)
