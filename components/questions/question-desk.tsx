"use client";
// Every lesson's questions, to be taken to another system or to paper.
import { useId, useState } from "react";
import { download } from "@/components/kit/download";
import { courseQuestions } from "@/components/quiz/course-questions";
import { type Format, formats, madeFile } from "./made-file";
import styles from "./questions.module.css";
import { seedOf } from "./seed-input";

/** `slug`: null for the whole course. */
export type Shelf = { slug: string | null; title: string; count: number; kinds: string };

const formatNames = Object.keys(formats).filter((name): name is Format =>
  Object.hasOwn(formats, name),
);

async function take(shelf: Shelf, format: Format, seed: number): Promise<string> {
  const all = await courseQuestions();
  const of = all.filter(({ lesson }) => shelf.slug === null || lesson === shelf.slug);
  const lessons = new Map(of.map(({ id, lesson }) => [id, lesson]));
  const file = await madeFile(
    format,
    shelf.slug ?? "course",
    of.map(({ question }) => question),
    {
      title: shelf.slug === null ? "Next Pass" : `Next Pass: ${shelf.title}`,
      seed,
      placeOf: ({ id }) =>
        `${window.location.origin}/lessons/${lessons.get(id) ?? ""}#question-${id}`,
    },
  );
  download(file.name, file.content, file.type);
  return `${file.name} holds ${of.length} questions.`;
}

export function QuestionDesk({ shelves }: { shelves: readonly Shelf[] }) {
  const id = useId();
  const [seed, setSeed] = useState("0");
  const [said, setSaid] = useState("");
  const typed = /^\d{1,9}$/.test(seed.trim());

  function click(shelf: Shelf, format: Format) {
    setSaid("Making the file…");
    take(shelf, format, seedOf(seed)).then(setSaid, () =>
      setSaid("The questions could not be loaded. Try again once you are online."),
    );
  }

  return (
    <div className={styles.desk}>
      <p className={styles.seed}>
        <label htmlFor={id}>Numbers from seed</label>
        <input
          id={id}
          inputMode="numeric"
          autoComplete="off"
          value={seed}
          aria-invalid={!typed}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => setSeed(target.value)}
        />
        <span id={`${id}-hint`} className={styles.hint}>
          {typed
            ? "Another seed draws other numbers, and shuffles anew. The lessons show 0."
            : "A seed is a whole number, such as 7. Until then it is 0."}
        </span>
      </p>
      <ul className={styles.shelves}>
        {shelves.map((shelf) => (
          <li key={shelf.slug ?? ""}>
            <h3>{shelf.title}</h3>
            <p className={styles.hint}>
              {shelf.count} questions: {shelf.kinds}
            </p>
            <div className={styles.row}>
              {formatNames.map((format) => (
                <button
                  key={format}
                  type="button"
                  aria-label={`${formats[format]} of ${shelf.title}`}
                  onClick={() => click(shelf, format)}
                >
                  {formats[format]}
                </button>
              ))}
              <a
                href={`/questions/sheet?lesson=${shelf.slug ?? "all"}&seed=${seedOf(seed)}`}
                aria-label={`Sheet of ${shelf.title}`}
              >
                Sheet to print
              </a>
            </div>
          </li>
        ))}
      </ul>
      <p role="status">{said}</p>
    </div>
  );
}
