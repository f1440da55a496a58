// The part of subset-font that is used: it comes without types.
declare module "subset-font" {
  type Options = {
    targetFormat: "woff2";
    /** The whole font, but for what the other options take away; then there is no text. */
    keepAllGlyphs?: boolean;
    noHinting?: boolean;
    variationAxes?: Record<string, { min: number; max: number }>;
  };

  /** A font with only the letters of a text. */
  export default function subsetFont(
    font: Uint8Array,
    text: string | undefined,
    options: Options,
  ): Promise<Uint8Array>;
}
