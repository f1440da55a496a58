"use client";
import { useEffect, useState } from "react";
import type { Lab } from "@/labs/lab";
import { pathOf } from "@/labs/link";
import type { Run } from "@/labs/run";
import { useCopy } from "../kit/copy-text";
import styles from "./lab.module.css";

type Props = { lab: Lab; run: Run; addressed: boolean };

/** The HTML that shows a lab in another site's page. */
function frameOf(address: string, { id, title }: Lab): string {
  const source = address.replaceAll("&", "&amp;");
  const allow = id === "sound" ? ' allow="microphone"' : "";
  return `<iframe src="${source}" title="${title}"${allow} style="width: 100%; height: 60rem; border: 0"></iframe>`;
}

/** The run as a link: to open it full width, and to copy it. */
export function LinkRow({ lab, run, addressed }: Props) {
  const { copy, told } = useCopy(
    "The browser did not allow copying; open the link and copy the address.",
  );
  // Only the labs under /embed may be framed.
  const framed = window.parent !== window;
  const path = pathOf(lab, run);

  // Until something is changed the address stays as it came, refused parts and all.
  const [opened] = useState(run);
  useEffect(() => {
    if (addressed && run !== opened) window.history.replaceState(null, "", path);
  }, [addressed, path, run, opened]);

  const copyLink = () =>
    copy(
      new URL(path, window.location.href).href,
      "Copied: whoever opens it gets this very run.",
    );

  const copyFrame = () =>
    copy(
      frameOf(new URL(`/embed${path}`, window.location.href).href, lab),
      "Copied: in the HTML of your page it shows this run alone.",
    );

  return (
    <div className={`${styles.row} ${styles.link}`}>
      <button type="button" onClick={copyLink}>
        Copy link
      </button>
      {addressed && (
        <button type="button" onClick={copyFrame}>
          Copy as a frame
        </button>
      )}
      {!addressed && (
        <a href={path} {...(framed && { target: "_blank", rel: "noopener" })}>
          Open this run full width
        </a>
      )}
      <p role="status">{told}</p>
    </div>
  );
}
