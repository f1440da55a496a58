"use client";
// The keys that a teacher must keep: a private link, and the code that replaces a lost one.
import { useEffect, useRef } from "react";
import { Button } from "@/components/kit/button";
import { useCopy } from "@/components/kit/copy-text";
import { Row, Stack } from "@/components/kit/layout";
import { Status } from "@/components/kit/status";
import { Code } from "@/components/kit/with-code";
import { siteAddress } from "@/content/site-path";
import { privatePath } from "./class-address";
import styles from "./class-keys.module.css";

/** Keys that the server has just given, and never gives again. */
export type NewKeys = {
  secret: string | null;
  /** Replaces a lost private link. */
  recovery: string | null;
};

type Props = { classId: string; name: string; keys: NewKeys; onKept(): void };

const titles = {
  both: "Keep your private link and your recovery code",
  secret: "Keep your private link",
  recovery: "Keep your recovery code",
};

/** The teacher's private link and recovery code, shown this once. */
export function ClassKeys({ classId, name, keys, onKept }: Props) {
  const { secret, recovery } = keys;
  const title = useRef<HTMLHeadingElement>(null);
  const { copy, told } = useCopy(
    "The browser did not allow copying; select the text and copy it.",
  );
  useEffect(() => title.current?.focus(), []);
  const shown = secret === null ? "recovery" : recovery === null ? "secret" : "both";
  const link = secret && siteAddress(privatePath(classId, secret));
  const safe = "paste it where nobody else reads it.";
  return (
    <Stack as="section" className={styles.key} aria-labelledby="private">
      <h2 id="private" ref={title} tabIndex={-1}>
        {titles[shown]}
      </h2>
      {link && (
        <>
          <p>
            The link is the key to this class, and it is shown only now: whoever has it is
            the teacher. Keep it where you keep passwords, or drag it to your bookmarks.
          </p>
          <p className={styles.secret}>
            <a href={link} data-private-link>
              {`Teacher of ${name}`}
            </a>
            <Code>{link}</Code>
          </p>
        </>
      )}
      {recovery && (
        <p className={styles.secret}>
          <span>
            The recovery code opens the class where the link is lost, and makes a new one.
            Write it down somewhere else.
          </span>
          <strong className={styles.recovery} data-recovery>
            {recovery}
          </strong>
        </p>
      )}
      <Row>
        {link && (
          <Button look="primary" onClick={() => copy(link, `Copied: the link, ${safe}`)}>
            Copy the private link
          </Button>
        )}
        {recovery && (
          <Button
            look={link ? undefined : "primary"}
            onClick={() => copy(recovery, `Copied: the code, ${safe}`)}
          >
            Copy the recovery code
          </Button>
        )}
        <Button onClick={onKept}>
          {shown === "both" ? "I have kept both" : "I have kept it"}
        </Button>
        <Status>{told}</Status>
      </Row>
    </Stack>
  );
}
