/** The package ships without types; only what buildFonts uses. */
declare module 'subset-font' {
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: { targetFormat: 'sfnt'; keepFeatures: readonly string[]; noHinting: boolean },
  ): Promise<Uint8Array>
}
