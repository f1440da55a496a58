"use client";
import { useEffect, useRef } from "react";
import { useCopy } from "@/components/kit/copy-text";
import styles from "../class.module.css";
import { privatePath } from "../class-place";
import keys from "./keys.module.css";

type Props = { classId: string; name: string; secret: string; onKept(): void };

/** The teacher's private link, told this once. */
export function PrivateLink({ classId, name, secret, onKept }: Props) {
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
