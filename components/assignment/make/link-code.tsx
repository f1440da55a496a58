"use client";
import { useMemo } from "react";
import { Button } from "@/components/kit/button";
import { download } from "@/components/kit/download";
import { Stack } from "@/components/kit/layout";
import { mostInQr, QrPicture, qrFile, qrOf } from "@/components/kit/qr";
import { Problem } from "@/components/kit/status";
import { countText } from "@/labs/arithmetic/number-text";
import styles from "./workshop.module.css";

/** With more squares than this, a phone has to come near. */
const dense = 120;

/** An assignment's link as a QR code, or a sentence where it is too long; for a chunk of its own. */
export function LinkCode({ address, title }: { address: string; title: string }) {
  const drawing = useMemo(() => qrOf(address), [address]);
  if (drawing === null) {
    return (
      <Problem>
        The link is too long for a QR code: it has {countText(address.length)} characters,
        and a code holds {countText(mostInQr)}.
      </Problem>
    );
  }
  const { size } = drawing;
  return (
    <figure className={styles.code}>
      <QrPicture
        drawing={drawing}
        label={`QR code of the link to ${title}`}
        className={styles.squares}
      />
      <Stack as="figcaption" className={styles.caption}>
        {size > dense && (
          <p>
            It has {size} × {size} squares: show it large, or shorten the instructions.
          </p>
        )}
        <Button
          onClick={() => download("assignment.svg", qrFile(drawing), "image/svg+xml")}
        >
          Download it as SVG
        </Button>
      </Stack>
    </figure>
  );
}
