"use client";
import { useEffect, useState } from "react";
import { Button } from "@/components/kit/button";
import { useCopy } from "@/components/kit/copy-text";
import { Row } from "@/components/kit/layout";
import { Status } from "@/components/kit/status";
import { useBrowserValue } from "@/components/kit/use-hydrated";
import { siteAddress, sitePath } from "@/content/site-path";
import type { Lab } from "@/labs/catalog/lab";
import { pathOf } from "@/labs/run/link";
import type { Run } from "@/labs/run/run";

type Props = {
  lab: Lab;
  run: Run;
  /** The pass that the views show; null for the latest. */
  at: number | null;
  /** Whether the page's address follows the run. */
  addressed: boolean;
};

/** The run as a link: to open it full width, and to copy it. */
export function LinkRow({ lab, run, at, addressed }: Props) {
  const { copy, told } = useCopy(
    "The browser did not allow copying; open the link and copy the address.",
  );
  // Only the labs under /embed may be framed.
  const framed = useBrowserValue(() => window.parent !== window, false);
  const path = pathOf(lab, run);

  const copyLink = () =>
    copy(
      siteAddress(pathOf(lab, run, at)),
      at === null
        ? "Copied: whoever opens it gets this very run."
        : `Copied: whoever opens it gets this very run, at pass ${at}.`,
    );

  const copyFrame = () =>
    copy(
      frameOf(siteAddress(`/embed${path}`), lab),
      "Copied: in the HTML of your page it shows this run alone.",
    );

  return (
    <Row>
      <Button look="link" onClick={copyLink}>
        Copy link
      </Button>
      {addressed && (
        <Button look="link" onClick={copyFrame}>
          Copy as frame
        </Button>
      )}
      {!addressed && (
        <a
          href={sitePath(pathOf(lab, run, at))}
          {...(framed && { target: "_blank", rel: "noopener" })}
        >
          Open this run full width
        </a>
      )}
      <Status>{told}</Status>
    </Row>
  );
}

/** Writes the run to the page's address where that is to follow it. */
export function useAddress(lab: Lab, run: Run, addressed: boolean) {
  // Until something is changed the address stays as it came, refused parts and all.
  const [opened] = useState(run);
  const path = sitePath(pathOf(lab, run));
  useEffect(() => {
    if (addressed && run !== opened) window.history.replaceState(null, "", path);
  }, [addressed, path, run, opened]);
}

/** The HTML that shows a lab in another site's page. */
function frameOf(address: string, { id, title }: Lab): string {
  const source = address.replaceAll("&", "&amp;");
  const allow = id === "sound" ? ' allow="microphone"' : "";
  return `<iframe src="${source}" title="${title}"${allow} style="width: 100%; height: 60rem; border: 0"></iframe>`;
}
