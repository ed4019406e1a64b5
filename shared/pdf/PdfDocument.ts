import { strToU8 } from 'fflate'
import { addColourFonts } from './addColourFonts.ts'
import { addFont } from './addFont.ts'
import type { FontFace } from './FontFace.ts'
import { PdfFile } from './PdfFile.ts'
import { pdfAscii, type PdfToken, pdfName, pdfText, type PdfDict, type PdfRef } from './pdfObjects.ts'
import { PdfPage, type Colour, type LinkTarget, type Rect } from './PdfPage.ts'
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
  /** Without colours, for printers that have none. */
  readonly grey?: boolean
}

/** A tagged PDF in the making: pages are added and drawn on in reading order, then `toBytes` ends it. */
export class PdfDocument {
  readonly pages: PdfPage[] = []
  readonly #facts: DocumentFacts
  readonly #file = new PdfFile()
  readonly #tree = new StructureTree(this.#file)
  readonly #pagesRef = this.#file.reserve()
  readonly #pageKeys = new Map<PdfPage, { key: number; annotations: PdfRef[]; scale: number }>()
  readonly #fontNames = new Map<FontFace, string>()
  readonly #bookmarks: Bookmark[] = []
  readonly #stamps = new Map<string, { readonly name: string; readonly ref: PdfRef }>()

  constructor(facts: DocumentFacts) {
    this.#facts = facts
  }

  /** @param width @param height in points @param scale how many times larger all of it is on paper */
  addPage(width: number, height: number, scale = 1): PdfPage {
    const ref = this.#file.reserve()
    const key = this.#tree.addPage()
    const annotations: PdfRef[] = []
    const page: PdfPage = new PdfPage(ref, width, height, {
      fontName: (face) => this.#fontName(face),
      mark: () => ({ tag: this.#tree.current.tag, number: this.#tree.mark(key, ref) }),
      stampName: (key, size, draw) => this.#stampName(key, size, draw),
      addLink: (rect, target) => annotations.push(this.#addLink(page, rect, target, scale)),
      inkOf: this.#facts.grey ? greyOf : (colour) => colour,
    })
    this.#pageKeys.set(page, { key, annotations, scale })
    this.pages.push(page)
    return page
  }

  within<T>(tag: Tag, options: TagOptions, draw: (element: TagElement) => T): T {
    return this.#tree.within(tag, options, draw)
  }

  /** A place in the reading order for what is drawn later. */
  reserve(tag: Tag): (draw: () => void) => void {
    const element = this.#tree.reserve(tag)
    return (draw) => this.#tree.resume(element, draw)
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
      PageLabels: { Nums: [0, { S: pdfName('D') }] },
      PageMode: pdfName(this.#bookmarks.length > 0 ? 'UseOutlines' : 'UseNone'),
      ViewerPreferences: { DisplayDocTitle: true, Direction: pdfName(dir === 'rtl' ? 'R2L' : 'L2R') },
      Metadata: file.addPlainStream({ Type: pdfName('Metadata'), Subtype: pdfName('XML') }, metadata),
    })
    const info = file.add({ Title: pdfText(title), Producer: pdfText('Pollinate'), CreationDate: pdfDate(createdAt) })
    return file.toBytes({ root, info })
  }

  #writePage(page: PdfPage, fonts: ReadonlyMap<string, PdfRef>): void {
    const { key, annotations, scale } = this.#pageKeys.get(page) ?? { key: 0, annotations: [], scale: 1 }
    const used: PdfDict = Object.fromEntries([...page.fonts].map((name) => [name, fonts.get(name)]))
    this.#file.fill(page.ref, {
      Type: pdfName('Page'),
      Parent: this.#pagesRef,
      MediaBox: [0, 0, page.width * scale, page.height * scale],
      Contents: this.#file.addStream({}, strToU8(scale === 1 ? page.content() : `q ${scale} 0 0 ${scale} 0 0 cm\n${page.content()}\nQ`, true)),
      Resources: { Font: used, XObject: this.#stampsOf(page) },
      StructParents: key,
      Tabs: pdfName('S'),
      Annots: annotations.length > 0 ? annotations : undefined,
    })
  }

  #stampName(key: string, { width, height }: { readonly width: number; readonly height: number }, draw: (stamp: PdfPage) => void): string {
    const known = this.#stamps.get(key)
    if (known) return known.name
    const nothingElse = (): never => {
      throw new Error(`The stamp ${key} is more than lines and surfaces`)
    }
    const stamp = new PdfPage(this.#pagesRef, width, height, {
      fontName: nothingElse,
      mark: nothingElse,
      addLink: nothingElse,
      stampName: nothingElse,
      inkOf: this.#facts.grey ? greyOf : (colour) => colour,
    })
    draw(stamp)
    const content = strToU8(stamp.drawing(), true)
    const name = `X${this.#stamps.size + 1}`
    const ref = this.#file.addStream({ Type: pdfName('XObject'), Subtype: pdfName('Form'), BBox: [-width, -height, 2 * width, 2 * height], Resources: {} }, content)
    this.#stamps.set(key, { name, ref })
    return name
  }

  #stampsOf(page: PdfPage): PdfDict | undefined {
    const used = [...this.#stamps.values()].filter(({ name }) => page.stamps.has(name))
    return used.length === 0 ? undefined : Object.fromEntries(used.map(({ name, ref }) => [name, ref]))
  }

  #fontName(face: FontFace): string {
    const known = this.#fontNames.get(face)
    if (known !== undefined) return known
    const name = `F${this.#fontNames.size + 1}`
    this.#fontNames.set(face, name)
    return name
  }

  #addLink(page: PdfPage, { x, y, width, height }: Rect, target: LinkTarget, scale: number): PdfRef {
    const ref = this.#file.reserve()
    this.#file.fill(ref, {
      Type: pdfName('Annot'),
      Subtype: pdfName('Link'),
      Rect: [x, page.height - y - height, x + width, page.height - y].map((side) => side * scale),
      Border: [0, 0, 0],
      Contents: pdfText(typeof target === 'string' ? target : target.title),
      F: 4,
      ...(typeof target === 'string'
        ? { A: { S: pdfName('URI'), URI: pdfAscii(target) } }
        : { Dest: [target.page.ref, pdfName('XYZ'), 0, target.page.height - target.y, 0] }),
      StructParent: this.#tree.addAnnotation(page.ref, ref),
    })
    return ref
  }
}

/** As bright as it looks (ITU-R BT.709). */
function greyOf([red, green, blue]: Colour): Colour {
  const grey = 0.2126 * red + 0.7152 * green + 0.0722 * blue
  return [grey, grey, grey]
}

const pdfDate = (ms: number): PdfToken => pdfAscii(`D:${new Date(ms).toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`)
