// A link as a QR code: the only importer of uqr.
import { encode } from "uqr";

/** The most characters that a QR code holds: version 40, lowest error correction. */
export const mostInQr = 2953;

/** A code's dark squares as one SVG path, in units of a square with its quiet border. */
export type QrDrawing = { size: number; path: string };

/** What the standard asks for around a code, in squares. */
const border = 4;

/** Draws the code of a link; null where the link is too long for one. */
export function qrOf(link: string): QrDrawing | null {
  if (new TextEncoder().encode(link).length > mostInQr) return null;
  const { data, size } = encode(link, { ecc: "L", boostEcc: true, border });
  const rows = data.map((row, y) => {
    const squares = row.map((dark) => (dark ? "#" : " ")).join("");
    const bars = [...squares.matchAll(/#+/g)];
    return bars.map(
      ({ 0: { length }, index }) => `M${index} ${y}h${length}v1h-${length}z`,
    );
  });
  return { size, path: rows.flat().join("") };
}

/** A drawing as an SVG file. */
export const qrFile = ({ size, path }: QrDrawing) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}"/></svg>\n`;
