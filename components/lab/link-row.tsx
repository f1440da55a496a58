"use client";
import { useEffect, useState } from "react";
import type { Lab } from "@/labs/lab";
import { formatRun } from "@/labs/link";
import type { Run } from "@/labs/run";
import styles from "./lab.module.css";

type Props = { lab: Lab; run: Run; addressed: boolean };

/** The run as a link: to open it full width, and to copy it. */
export function LinkRow({ lab, run, addressed }: Props) {
  const [copied, setCopied] = useState("");
  // Only the labs under /embed may be framed.
  const framed = window.parent !== window;
  const query = formatRun(run, lab.start);
  const path = `/labs/${lab.id}${query && `?${query}`}`;

  // Until something is changed the address stays as it came, refused parts and all.
  const [opened] = useState(run);
  useEffect(() => {
    if (addressed && run !== opened) window.history.replaceState(null, "", path);
  }, [addressed, path, run, opened]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(new URL(path, window.location.href).href);
      setCopied("Copied: whoever opens it gets this very run.");
    } catch {
      setCopied("The browser did not allow copying; open the link and copy the address.");
    }
  }

  return (
    <div className={`${styles.row} ${styles.link}`}>
      <button type="button" onClick={copy}>
        Copy link
      </button>
      {!addressed && (
        <a href={path} {...(framed && { target: "_blank", rel: "noopener" })}>
          Open this run full width
        </a>
      )}
      <p role="status">{copied}</p>
    </div>
  );
}
