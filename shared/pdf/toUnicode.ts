import { hex, utf16Hex } from './pdfObjects.ts'

/**
 * The table that says which text each code stands for (ISO 32000-1, 9.10.3).
 * @param texts of code `first` and those after it
 * @param bytes of a code
 */
export function toUnicode(texts: readonly string[], { first, bytes }: { first: number; bytes: 1 | 2 }): string {
  const digits = 2 * bytes
  const lines = texts.map((text, i) => `<${hex(first + i, digits)}> <${utf16Hex(text)}>`)
  const blocks: string[] = []
  for (let start = 0; start < lines.length; start += MOST_IN_BLOCK) {
    const block = lines.slice(start, start + MOST_IN_BLOCK)
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`)
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<${hex(0, digits)}> <${'f'.repeat(digits)}>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`
}

const MOST_IN_BLOCK = 100
