"use client";
import Link from "next/link";
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from "react";
import { Button } from "@/components/kit/button";
import { useFetched } from "@/components/kit/use-fetched";
import { siteFile } from "@/components/offline/site-version";
import {
  type Finding,
  longestQuery,
  openSearch,
  type Piece,
  type Search,
} from "@/content/search/search";
import { quoted } from "@/labs/arithmetic/number-text";
import styles from "./search-dialog.module.css";

const kinds: Readonly<Record<Finding["kind"], string>> = {
  term: "Term",
  lesson: "Lesson",
  lab: "Lab",
  question: "Question",
};

/** Kept over the pages of the site: the index is loaded once. */
let opening: Promise<Search> | undefined;

async function load(): Promise<Search> {
  const response = await fetch(siteFile("/search.json"));
  if (!response.ok) throw new Error(`The index: ${response.status}`);
  return openSearch(await response.text());
}

async function readSearch() {
  try {
    opening ??= load();
    return { ok: true as const, value: await opening };
  } catch {
    opening = undefined;
    return { ok: false as const };
  }
}

/** The search over the page: a field, and what it finds, led through by the arrow keys. */
export function SearchDialog({ onClose }: { onClose(): void }) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  // Before the element is taken out of the page: closing gives the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  const {
    value: search,
    problem,
    refresh,
  } = useFetched<Search, { ok: false }>({
    key: "search",
    read: readSearch,
    pause: () => null,
  });
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const asked = query.trim();
  const findings = search && asked ? search(asked) : [];
  const option = (index: number) => `${id}-${index}`;

  function choose(event: KeyboardEvent) {
    // Then Enter takes a word that is being put together, as in Japanese.
    if (event.nativeEvent.isComposing) return;
    const to = destination(event.key, at, findings.length);
    if (event.key === "Enter") {
      event.preventDefault();
      document.getElementById(option(at))?.click();
    } else if (to !== null) {
      event.preventDefault();
      setAt(to);
      document.getElementById(option(to))?.scrollIntoView({ block: "nearest" });
    }
  }

  const told =
    problem && !search
      ? "The search could not be loaded."
      : !search
        ? asked && "Loading the search …"
        : asked && findings.length === 0
          ? `Nothing is found for ${quoted(asked)}.`
          : "";

  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-label="Search"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={({ target }) => target === dialog.current && onClose()}
    >
      <div className={styles.body}>
        <div className={styles.field}>
          <input
            type="text"
            role="combobox"
            aria-label="Search the course"
            aria-expanded={findings.length > 0}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={findings.length > 0 ? option(at) : undefined}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            inputMode="search"
            enterKeyHint="go"
            maxLength={longestQuery}
            placeholder="epoch, softmax, spiral …"
            value={query}
            onChange={({ target }) => {
              setQuery(target.value);
              setAt(0);
            }}
            onKeyDown={choose}
          />
          <Button onClick={onClose}>Close</Button>
        </div>
        <p role="status" className={told ? styles.told : "visually-hidden"}>
          {told || (findings.length > 0 && `${findings.length} found`)}
        </p>
        {problem && !search && (
          <p className={styles.told}>
            <Button onClick={refresh}>Try again</Button>
          </p>
        )}
        <div id={`${id}-list`} role="listbox" aria-label="Found" className={styles.list}>
          {findings.map(({ kind, title, where, href, excerpt }, index) => (
            <Link
              key={`${href} ${textOf(title)}`}
              id={option(index)}
              role="option"
              aria-selected={index === at}
              tabIndex={-1}
              href={href}
              prefetch={false}
              className={styles.option}
              onPointerMove={() => setAt(index)}
              onClick={onClose}
            >
              <span className={styles.kind}>{kinds[kind]}</span>
              <span className={styles.title}>
                <Marked pieces={title} />
              </span>
              <span className={styles.where}>{where}</span>
              {excerpt.length > 0 && (
                <span className={styles.excerpt}>
                  <Marked pieces={excerpt} />
                </span>
              )}
            </Link>
          ))}
        </div>
        {!asked && (
          <p className={styles.told}>
            Lessons, labs, terms and questions. Every term stands in the{" "}
            <Link href="/glossary" prefetch={false} onClick={onClose}>
              glossary
            </Link>
            .
          </p>
        )}
      </div>
    </dialog>
  );
}

/** Which of so many a key leads to from one of them; null where it leads to none. */
function destination(key: string, at: number, of: number): number | null {
  if (of === 0) return null;
  if (key === "ArrowDown") return (at + 1) % of;
  if (key === "ArrowUp") return (at + of - 1) % of;
  if (key === "PageDown") return Math.min(at + 5, of - 1);
  if (key === "PageUp") return Math.max(at - 5, 0);
  return null;
}

const textOf = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join("");

const Marked = ({ pieces }: { pieces: readonly Piece[] }) =>
  pieces.map(({ text, found }, at) => {
    // Pieces have no name but their place.
    const key = `${at} ${text}`;
    return found ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>;
  });
