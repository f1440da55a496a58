// Runs before the site is built or developed: cuts the fonts down to what the site shows, so
// that less than half is downloaded. A formula with another letter is drawn all the same:
// components/lesson/formulas.css leaves that to the whole font.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import subsetFont from "subset-font";

/** Beside the styles that name them; not in the repository. */
const target = "components/kit/fonts";

const serif = await readFile(
  "node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
);

/** The ranges of formulas.css, as letters. */
const letters = "abcdefghijklmnopqrstuvwxyz";
const upright = ` ()+,-./0123456789:;<=>[]${letters}|·×\u200b←→∂∑−∣≈≤≥⋅⋯`;
const italic = `${letters.toUpperCase()}${letters}αβδεηθλμσφ`;

/** A font as WOFF2 with these letters alone, without the hints that small screens ignore. */
async function formulaFont(name: string, text: string) {
  const whole = await readFile(`node_modules/katex/dist/fonts/KaTeX_${name}.woff2`);
  return subsetFont(whole, text, { targetFormat: "woff2", noHinting: true });
}

await mkdir(target, { recursive: true });
const files = {
  "serif.woff2": await subsetFont(serif, undefined, {
    targetFormat: "woff2",
    keepAllGlyphs: true,
    // The weights that the styles ask for.
    variationAxes: { wght: { min: 400, max: 700 } },
  }),
  "formula.woff2": await formulaFont("Main-Regular", upright),
  "formula-italic.woff2": await formulaFont("Math-Italic", italic),
};
for (const [name, font] of Object.entries(files)) {
  await writeFile(path.join(target, name), font);
}
