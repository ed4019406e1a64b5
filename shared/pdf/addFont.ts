import { strToU8 } from 'fflate'
import type { FontFace } from './FontFace.ts'
import type { PdfFile } from './PdfFile.ts'
import { pdfAscii, pdfName, type PdfRef } from './pdfObjects.ts'
import { toUnicode } from './toUnicode.ts'

/** Writes a face into the file as a composite font whose codes are the glyph ids of its subset. */
export function addFont(file: PdfFile, face: FontFace, index: number): PdfRef {
  const { unitsPerEm, ascent, descent } = face.trueType
  const perMille = (units: number): number => Math.round((units * 1000) / unitsPerEm)
  const subset = face.subset()
  // The tag of six capitals that marks a subset.
  const name = pdfName(`POLLI${String.fromCharCode(65 + index)}+${face.name}`)
  const descriptor = file.add({
    Type: pdfName('FontDescriptor'),
    FontName: name,
    Flags: 4,
    FontBBox: [-1000, perMille(descent), 3000, perMille(ascent)],
    ItalicAngle: 0,
    Ascent: perMille(ascent),
    Descent: perMille(descent),
    CapHeight: 714,
    StemV: 80,
    FontFile2: file.addStream({ Length1: subset.length }, subset),
  })
  const descendant = file.add({
    Type: pdfName('Font'),
    Subtype: pdfName('CIDFontType2'),
    BaseFont: name,
    CIDSystemInfo: { Registry: pdfAscii('Adobe'), Ordering: pdfAscii('Identity'), Supplement: 0 },
    FontDescriptor: descriptor,
    CIDToGIDMap: pdfName('Identity'),
    DW: perMille(face.trueType.advance(0)),
    W: [1, face.coded.map(({ advance }) => perMille(advance))],
  })
  return file.add({
    Type: pdfName('Font'),
    Subtype: pdfName('Type0'),
    BaseFont: name,
    Encoding: pdfName('Identity-H'),
    DescendantFonts: [descendant],
    ToUnicode: file.addStream({}, strToU8(toUnicode(face.coded.map(({ text }) => text), { first: 1, bytes: 2 }))),
  })
}
