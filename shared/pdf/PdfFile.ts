import { strToU8, zlibSync } from 'fflate'
import { PdfRef, pdfName, pdfSyntax, PdfToken, type PdfDict, type PdfValue } from './pdfObjects.ts'

interface Stream {
  readonly dict: string
  readonly bytes: Uint8Array
}

const HEADER = '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n'
/** Objects packed into one compressed stream: more would be read whole to find one. */
const OBJECTS_PER_STREAM = 500

/** The numbered objects of a PDF and how they become a file (ISO 32000-1, 7.5): compressed, with a cross-reference stream. */
export class PdfFile {
  readonly #objects: (string | Stream | undefined)[] = []

  /** A number for an object that others have to name before it is known; `fill` it later. */
  reserve(): PdfRef {
    this.#objects.push(undefined)
    return new PdfRef(this.#objects.length)
  }

  fill(ref: PdfRef, value: PdfValue): void {
    this.#objects[ref.number - 1] = pdfSyntax(value)
  }

  add(value: PdfValue): PdfRef {
    const ref = this.reserve()
    this.fill(ref, value)
    return ref
  }

  addStream(dict: PdfDict, bytes: Uint8Array): PdfRef {
    this.#objects.push(compressed(dict, bytes))
    return new PdfRef(this.#objects.length)
  }

  /** Kept readable for programs that look for it without understanding PDF: the metadata. */
  addPlainStream(dict: PdfDict, bytes: Uint8Array): PdfRef {
    this.#objects.push({ dict: pdfSyntax({ ...dict, Length: bytes.length }), bytes })
    return new PdfRef(this.#objects.length)
  }

  toBytes({ root, info }: { root: PdfRef; info: PdfRef }): Uint8Array<ArrayBuffer> {
    const out = new ByteList()
    out.text(HEADER)
    /** By object number: [1, offset] or [2, number of the stream it is in, place there]. */
    const entries: (readonly number[])[] = [[0, 0, 65535]]
    const write = (number: number, { dict, bytes }: Stream): void => {
      entries[number] = [1, out.length, 0]
      out.text(`${number} 0 obj\n${dict}\nstream\n`)
      out.bytes(bytes)
      out.text('\nendstream\nendobj\n')
    }

    const plain: { number: number; syntax: string }[] = []
    for (const [index, object] of this.#objects.entries()) {
      if (object === undefined) throw new Error(`PDF object ${index + 1} was reserved and never filled`)
      if (typeof object === 'string') plain.push({ number: index + 1, syntax: object })
      else write(index + 1, object)
    }
    let next = this.#objects.length + 1
    for (let start = 0; start < plain.length; start += OBJECTS_PER_STREAM) {
      const packed = plain.slice(start, start + OBJECTS_PER_STREAM)
      const stream = next++
      packed.forEach(({ number }, place) => (entries[number] = [2, stream, place]))
      write(stream, packObjects(packed))
    }

    const crossReference = next
    const startsAt = out.length
    entries[crossReference] = [1, startsAt, 0]
    const table = crossReferenceTable(entries)
    const id = fileId(out.parts)
    const dict = { Type: pdfName('XRef'), Size: entries.length, W: [1, 4, 2], Root: root, Info: info, ID: [id, id], DecodeParms: { Predictor: 12, Columns: ENTRY } }
    write(crossReference, compressed(dict, table))
    out.text(`startxref\n${startsAt}\n%%EOF\n`)
    return out.joined()
  }
}

/** Bytes of an entry of the cross-reference table. */
const ENTRY = 7

/** Each entry as its difference to the one before (PNG's predictor "up"): what counts up becomes the same byte again and again. */
function crossReferenceTable(entries: readonly (readonly number[])[]): Uint8Array {
  const rows = new DataView(new ArrayBuffer((entries.length + 1) * ENTRY))
  entries.forEach(([type = 0, second = 0, third = 0], i) => {
    const at = (i + 1) * ENTRY // the first row stays empty: there is none before the first entry
    rows.setUint8(at, type)
    rows.setUint32(at + 1, second)
    rows.setUint16(at + 5, third)
  })
  const table = new Uint8Array(entries.length * (ENTRY + 1))
  for (let row = 0; row < entries.length; row++) {
    table[row * (ENTRY + 1)] = 2
    for (let i = 0; i < ENTRY; i++) table[row * (ENTRY + 1) + 1 + i] = rows.getUint8((row + 1) * ENTRY + i) - rows.getUint8(row * ENTRY + i)
  }
  return table
}

function compressed(dict: PdfDict, bytes: Uint8Array): Stream {
  const deflated = zlibSync(bytes, { level: 6 })
  return { dict: pdfSyntax({ ...dict, Filter: pdfName('FlateDecode'), Length: deflated.length }), bytes: deflated }
}

function packObjects(objects: readonly { number: number; syntax: string }[]): Stream {
  let head = ''
  let body = ''
  for (const { number, syntax } of objects) {
    head += `${number} ${body.length} `
    body += `${syntax}\n`
  }
  // All syntax is ASCII (text is hexadecimal), so characters count as bytes.
  return compressed({ Type: pdfName('ObjStm'), N: objects.length, First: head.length }, strToU8(head + body))
}

/** Two files with the same content have the same id; FNV-1a over what is in it, twice with different seeds. */
function fileId(parts: readonly Uint8Array[]): PdfToken {
  const digits = [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b].map((seed) => {
    let hash = seed
    for (const part of parts) for (const byte of part) hash = Math.imul(hash ^ byte, 0x01000193)
    return (hash >>> 0).toString(16).padStart(8, '0')
  })
  return new PdfToken(`<${digits.join('')}>`)
}

class ByteList {
  readonly parts: Uint8Array[] = []
  length = 0

  text(text: string): void {
    this.bytes(Uint8Array.from(text, (c) => c.charCodeAt(0)))
  }

  bytes(bytes: Uint8Array): void {
    this.parts.push(bytes)
    this.length += bytes.length
  }

  joined(): Uint8Array<ArrayBuffer> {
    const whole = new Uint8Array(this.length)
    let offset = 0
    for (const part of this.parts) {
      whole.set(part, offset)
      offset += part.length
    }
    return whole
  }
}
