"use client";
import { useEffect, useMemo, useRef } from "react";
import styles from "@/components/class/class.module.css";
import { useCopy } from "@/components/kit/copy-text";
import { qrOf } from "@/components/kit/qr";
import { joinPath, privatePath } from "./class-address";
import keys from "./class-keys.module.css";
import { Fold } from "./fold";

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

type PrivateLinkProps = { classId: string; name: string; secret: string; onKept(): void };

/** The teacher's private link, told this once. */
export function PrivateLink({ classId, name, secret, onKept }: PrivateLinkProps) {
  const title = useRef<HTMLHeadingElement>(null);
  const { copy, told } = useCopy(
    "The browser did not allow copying; select the link and copy it.",
  );
  const { href } = new URL(privatePath(classId, secret), window.location.href);
  useEffect(() => title.current?.focus(), []);
  return (
    <section className={keys.key} aria-labelledby="private">
      <h2 id="private" ref={title} tabIndex={-1}>
        Keep your private link
      </h2>
      <p>
        It is the only key to this class, and it is shown only now: whoever has it is the
        teacher. Keep it where you keep passwords, or drag it to your bookmarks.
      </p>
      <p className={keys.secret}>
        <a href={href} data-private-link>
          {`Teacher of ${name}`}
        </a>
        <code>{href}</code>
      </p>
      <div className={styles.row}>
        <button
          type="button"
          className={styles.primary}
          onClick={() => copy(href, "Copied: paste it where nobody else reads it.")}
        >
          Copy the private link
        </button>
        <button type="button" onClick={onKept}>
          I have kept it
        </button>
        <p role="status">{told}</p>
      </div>
    </section>
  );
}
