"use client";
import { useMemo } from "react";
import { useCopy } from "@/components/kit/copy-text";
import { qrOf } from "@/components/kit/qr";
import styles from "../class.module.css";
import { joinPath } from "../class-place";
import { Fold } from "./fold";
import keys from "./keys.module.css";

type Props = {
  code: string;
  /** Whether it is open until the reader folds it. */
  opens: boolean;
};

/** How learners join: a code to type, a link, a picture of it. */
export function LearnerCode({ code, opens }: Props) {
  const { copy, told } = useCopy("The browser did not allow copying; select it instead.");
  const { href } = new URL(joinPath(code), window.location.href);
  const drawing = useMemo(() => qrOf(href), [href]);
  return (
    <Fold title="How learners join" beside={code} opens={opens}>
      <div className={keys.joining}>
        <div className={styles.stack}>
          <p className={keys.code} data-code>
            {code}
          </p>
          <p>
            They open <a href={href}>{href}</a>, or type the code on the page{" "}
            <a href="/class/join">Join a class</a>, with a name of their own.
          </p>
          <div className={styles.row}>
            <button type="button" onClick={() => copy(code, "Copied: the code.")}>
              Copy the code
            </button>
            <button type="button" onClick={() => copy(href, "Copied: the link to join.")}>
              Copy the link to join
            </button>
            <p role="status">{told}</p>
          </div>
        </div>
        {drawing && (
          <svg
            viewBox={`0 0 ${drawing.size} ${drawing.size}`}
            role="img"
            aria-label="QR code of the link to join"
            shapeRendering="crispEdges"
            className={keys.qr}
          >
            <rect width={drawing.size} height={drawing.size} fill="#fff" />
            <path d={drawing.path} fill="#000" />
          </svg>
        )}
      </div>
    </Fold>
  );
}
