// A text as a QR code: the only importer of uqr. It is for a chunk of its own, loaded when
// a code is asked for.
import { useMemo } from "react";
import { encode } from "uqr";

type Props = {
  /** The text that the code holds, a link for most. */
  text: string;
  /** The name of the picture. */
  label: string;
  className?: string | undefined;
};

/** A text as a picture to photograph; nothing where it is too long for one. */
export function QrCode({ text, label, className }: Props) {
  const drawing = useMemo(() => qrOf(text), [text]);
  return drawing && <QrPicture {...{ drawing, label, className }} />;
}

type PictureProps = { drawing: QrDrawing; label: string; className?: string | undefined };

/** A code that is drawn already. Black on white in every theme: cameras ask for it. */
export const QrPicture = ({
  drawing: { size, path },
  label,
  className,
}: PictureProps) => (
  <svg
    viewBox={`0 0 ${size} ${size}`}
    role="img"
    aria-label={label}
    shapeRendering="crispEdges"
    className={className}
    data-squares={size}
  >
    <rect width={size} height={size} fill="#fff" />
    <path d={path} fill="#000" />
  </svg>
);

/** The most characters that a QR code holds: version 40, lowest error correction. */
export const mostInQr = 2953;

/** A code's dark squares as one SVG path, in units of a square with its quiet border. */
type QrDrawing = { size: number; path: string };

/** The quiet edge that the standard asks for, in squares. */
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
