"use client";
import { HandInButton } from "@/components/class/hand-in-button";
import { download } from "@/components/lab/download";
import { useCopy } from "@/components/lab/use-copy";
import styles from "./assignment.module.css";
import { longestAddress, receiptFile, receiptPath } from "./made-receipt";

type Props = {
  packed: string;
  labId: string;
  name: string;
  /** The assignment, as `linkOf` writes it. */
  link: string;
  /** The class to hand it in to, or null. */
  className: string | null;
};

/** A receipt, and the ways to hand it in. */
export function ReadyReceipt({ packed, labId, name, link, className }: Props) {
  const { copy, told } = useCopy(
    "The browser did not allow copying: save the receipt as a file.",
  );
  const path = receiptPath(packed);
  const { href } = new URL(path, window.location.href);
  const short = href.length <= longestAddress;
  const save = () => download(receiptFile(labId, name), packed, "text/plain");
  return (
    <div className={styles.ready} data-receipt>
      <p>
        {className === null
          ? `Your receipt is ready. Send ${short ? "its link or its file" : "its file"} to your instructor.`
          : `Your receipt is ready. Hand it in to ${className}.`}
      </p>
      <HandInButton link={link} packed={packed} />
      <div className={styles.row}>
        {short && (
          <button
            type="button"
            onClick={() => copy(href, "Copied: paste it where your instructor asks.")}
          >
            Copy the receipt’s link
          </button>
        )}
        <button type="button" onClick={save}>
          Save as a file
        </button>
        <a href={path} target="_blank" rel="noopener">
          Open the receipt in a new tab
        </a>
      </div>
      {!short && (
        <p className={styles.small}>
          It is too long for a link that every program takes.
        </p>
      )}
      <p role="status">{told}</p>
    </div>
  );
}
