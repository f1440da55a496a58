"use client";
import { Button } from "@/components/kit/button";
import { useCopy } from "@/components/kit/copy-text";
import { Row } from "@/components/kit/layout";
import { Status } from "@/components/kit/status";
import { keepSent } from "@/components/receipt/sent-links";
import { counted } from "@/labs/arithmetic/number-text";
import styles from "./workshop.module.css";

type Props = {
  /** The link as a path of the site; null while there is none. */
  link: string | null;
  /** The link with the site's address. */
  address: string;
  /** How many things should be known before it is sent. */
  warnings: number;
};

/** The link within reach wherever the page stands: the steps are several screens long. */
export function SendBar({ link, address, warnings }: Props) {
  const { copy, told } = useCopy("Copying was not allowed: step 8 shows the link.");
  async function copyLink() {
    if (link === null) return;
    await copy(address, "Copied.");
    keepSent(link);
  }
  return (
    <Row as="aside" className={styles.bar} aria-label="The link, within reach">
      <Button look="primary" inactive={link === null} onClick={copyLink}>
        Copy the link
      </Button>
      <a href="#send">
        {link === null
          ? "No link yet"
          : warnings > 0
            ? `${counted(warnings, "thing")} to know first`
            : "8. Send it"}
      </a>
      <Status>{told}</Status>
    </Row>
  );
}
