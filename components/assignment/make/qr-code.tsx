"use client";
// The QR code of a link; what draws it is downloaded when it is asked for.
import { useMemo } from "react";
import { download } from "@/components/kit/download";
import { mostInQr, qrFile, qrOf } from "@/components/kit/qr";
import { countText } from "@/labs/number-text";
import styles from "./assign.module.css";

/** With more squares than this, a phone has to come near. */
const dense = 120;

/** A link as a picture to photograph, or a sentence where it is too long for one. */
export function QrCode({ address, name }: { address: string; name: string }) {
  const code = useMemo(() => qrOf(address), [address]);
  if (code === null) {
    return (
      <p className={styles.wrong}>
        The link is too long for a QR code: it has {countText(address.length)} characters,
        and a code holds {countText(mostInQr)}.
      </p>
    );
  }
  const { size, path } = code;
  return (
    <figure className={styles.qr}>
      <svg
        viewBox={`0 0 ${size} ${size}`}
        role="img"
        aria-label={`QR code of the link to ${name}`}
        shapeRendering="crispEdges"
        data-squares={size}
      >
        <rect width={size} height={size} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
      <figcaption className={styles.stack}>
        {size > dense && (
          <p>
            It has {size} × {size} squares: show it large, or shorten the instructions.
          </p>
        )}
        <button
          type="button"
          onClick={() => download("assignment.svg", qrFile(code), "image/svg+xml")}
        >
          Download it as SVG
        </button>
      </figcaption>
    </figure>
  );
}
