/** These packages ship without types; only what buildFonts uses. */
declare module 'subset-font' {
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: { targetFormat: 'sfnt'; keepFeatures: readonly string[]; noHinting: boolean },
  ): Promise<Uint8Array>
}

declare module 'fontverter' {
  /** From WOFF2, WOFF or TrueType. */
  export function convert(font: Uint8Array, format: 'sfnt'): Promise<Uint8Array>
}
