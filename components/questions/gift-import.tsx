"use client";
// Reads questions from GIFT, shows what was read, and gives them as YAML.
import { type ChangeEvent, useId, useRef, useState } from "react";
import { download } from "@/components/kit/download";
import type { Reading } from "@/content/exchange/read-gift";
import { type Idea, ideas, isIdea } from "@/content/ideas";
import { GiftReading } from "./gift-reading";
import styles from "./questions.module.css";

const ideaNames = Object.keys(ideas).filter(isIdea);

/** As much as is read at a time. */
const mostBytes = 1_000_000;

/** Longer texts are read, but not shown: a box of many lines freezes the page. */
const mostShown = 100_000;

export function GiftImport() {
  const id = useId();
  const [text, setText] = useState("");
  const [idea, setIdea] = useState<Idea>("learning-from-examples");
  const [reading, setReading] = useState<Reading | null>(null);
  const [said, setSaid] = useState("");
  const file = useRef<HTMLInputElement>(null);

  async function read(gift: string) {
    setSaid("Reading…");
    try {
      const { readGift } = await import("@/content/exchange/read-gift");
      const found = readGift(gift, idea);
      const left = found.notices.filter(({ lost }) => lost).length;
      const read = `${found.questions.length} ${found.questions.length === 1 ? "question" : "questions"} read`;
      setReading(found);
      setSaid(left > 0 ? `${read}, ${left} left out.` : `${read}.`);
    } catch {
      setSaid("What reads GIFT could not be loaded. Try again once you are online.");
    }
  }

  async function open({ target }: ChangeEvent<HTMLInputElement>) {
    const [chosen] = target.files ?? [];
    target.value = "";
    if (!chosen) return;
    if (chosen.size > mostBytes) {
      setReading(null);
      setSaid("This file is longer than 1 MB. Import it in parts.");
      return;
    }
    const gift = await chosen.text();
    setText(gift.length > mostShown ? "" : gift);
    await read(gift);
  }

  async function take() {
    if (!reading) return;
    const { yamlOf } = await import("@/content/exchange/yaml");
    download("imported.quiz.yaml", yamlOf(reading.questions), "text/yaml");
    setSaid("imported.quiz.yaml is in your downloads.");
  }

  return (
    <div className={styles.desk}>
      <label htmlFor={id}>Questions in GIFT</label>
      <textarea
        id={id}
        className={styles.gift}
        spellCheck={false}
        autoComplete="off"
        placeholder="What is 2 + 2? { =4 ~3 ~5 }"
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <p className={styles.seed}>
        <label htmlFor={`${id}-idea`}>Idea of those that name none</label>
        <select
          id={`${id}-idea`}
          value={idea}
          onChange={({ target }) => isIdea(target.value) && setIdea(target.value)}
        >
          {ideaNames.map((name) => (
            <option key={name} value={name}>
              {ideas[name]}
            </option>
          ))}
        </select>
      </p>
      <div className={styles.row}>
        <button type="button" disabled={text.trim() === ""} onClick={() => read(text)}>
          Read them
        </button>
        <button type="button" onClick={() => file.current?.click()}>
          Choose a file…
        </button>
        <input
          ref={file}
          type="file"
          accept=".txt,.gift,text/plain"
          hidden
          aria-label="A GIFT file"
          onChange={open}
        />
      </div>
      <p role="status">{said}</p>
      {reading && <GiftReading reading={reading} onTake={take} />}
    </div>
  );
}
