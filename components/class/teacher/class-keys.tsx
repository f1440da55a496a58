"use client";
// How people get into a class: the code and the link for learners, the teacher's private link.
import { useEffect, useRef } from "react";
import { FoldedSection } from "@/components/class/class-section";
import { Button } from "@/components/kit/button";
import { useCopy } from "@/components/kit/copy-text";
import { Row, Stack } from "@/components/kit/layout";
import { QrCode } from "@/components/kit/qr";
import { Status } from "@/components/kit/status";
import { joinPath, privatePath } from "./class-address";
import styles from "./class-keys.module.css";

type CodeProps = {
  code: string;
  /** Whether it is open until the reader folds it. */
  opens: boolean;
};

/** How learners join: a code to type, a link, a picture of it. */
export function LearnerCode({ code, opens }: CodeProps) {
  const { copy, told } = useCopy("The browser did not allow copying; select it instead.");
  const { href } = new URL(joinPath(code), window.location.href);
  return (
    <FoldedSection title="How learners join" beside={code} opens={opens}>
      <div className={styles.joining}>
        <Stack>
          <p className={styles.code} data-code>
            {code}
          </p>
          <p>
            They open <a href={href}>{href}</a>, or type the code on the page{" "}
            <a href="/class/join">Join a class</a>, with a name of their own.
          </p>
          <Row>
            <Button onClick={() => copy(code, "Copied: the code.")}>Copy the code</Button>
            <Button onClick={() => copy(href, "Copied: the link to join.")}>
              Copy the link to join
            </Button>
            <Status>{told}</Status>
          </Row>
        </Stack>
        <QrCode text={href} label="QR code of the link to join" className={styles.qr} />
      </div>
    </FoldedSection>
  );
}

type LinkProps = { classId: string; name: string; secret: string; onKept(): void };

/** The teacher's private link, shown this once. */
export function PrivateLink({ classId, name, secret, onKept }: LinkProps) {
  const title = useRef<HTMLHeadingElement>(null);
  const { copy, told } = useCopy(
    "The browser did not allow copying; select the link and copy it.",
  );
  const { href } = new URL(privatePath(classId, secret), window.location.href);
  useEffect(() => title.current?.focus(), []);
  return (
    <Stack as="section" className={styles.key} aria-labelledby="private">
      <h2 id="private" ref={title} tabIndex={-1}>
        Keep your private link
      </h2>
      <p>
        It is the only key to this class, and it is shown only now: whoever has it is the
        teacher. Keep it where you keep passwords, or drag it to your bookmarks.
      </p>
      <p className={styles.secret}>
        <a href={href} data-private-link>
          {`Teacher of ${name}`}
        </a>
        <code>{href}</code>
      </p>
      <Row>
        <Button
          look="primary"
          onClick={() => copy(href, "Copied: paste it where nobody else reads it.")}
        >
          Copy the private link
        </Button>
        <Button onClick={onKept}>I have kept it</Button>
        <Status>{told}</Status>
      </Row>
    </Stack>
  );
}
