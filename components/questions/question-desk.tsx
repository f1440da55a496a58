"use client";
// Every lesson's questions, to be taken to another system or to paper.
import { useState } from "react";
import { Button } from "@/components/kit/button";
import { download } from "@/components/kit/download";
import { TextField } from "@/components/kit/field";
import { PlainList, Row, Small, Stack } from "@/components/kit/layout";
import { Status } from "@/components/kit/status";
import type { Exported } from "@/content/exchange/gift";
import type { Question } from "@/content/quiz/question";
import { siteAddress, sitePath } from "@/content/site-path";
import styles from "./questions.module.css";
import { seedOf } from "./seed-text";

/** `slug`: null for the whole course. */
export type Shelf = { slug: string | null; title: string; count: number; kinds: string };

/** Each format, and the words of its button. */
const formats = { gift: "GIFT", qti: "QTI", yaml: "YAML" } as const;

type Format = keyof typeof formats;

const formatNames = Object.keys(formats).filter((name): name is Format =>
  Object.hasOwn(formats, name),
);

/** A shelf for the course and for each lesson: its questions as files, or as a sheet. */
export function QuestionDesk({ shelves }: { shelves: readonly Shelf[] }) {
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
    <Stack className={styles.desk}>
      <TextField
        inline
        label="Numbers from seed"
        hint={
          typed
            ? "Another seed draws other numbers, and shuffles anew. The lessons show 0."
            : "A seed is a whole number, such as 7. Until then it is 0."
        }
        inputMode="numeric"
        className={styles.seed}
        value={seed}
        aria-invalid={!typed}
        onChange={({ target }) => setSeed(target.value)}
      />
      <PlainList className={styles.shelves}>
        {shelves.map((shelf) => (
          <li key={shelf.slug ?? ""}>
            <h3>{shelf.title}</h3>
            <Small>
              {shelf.count} questions: {shelf.kinds}
            </Small>
            <Row>
              {formatNames.map((format) => (
                <Button
                  key={format}
                  aria-label={`${formats[format]} of ${shelf.title}`}
                  onClick={() => click(shelf, format)}
                >
                  {formats[format]}
                </Button>
              ))}
              <a
                href={sitePath(
                  `/questions/sheet?lesson=${shelf.slug ?? "all"}&seed=${seedOf(seed)}`,
                )}
                aria-label={`Sheet of ${shelf.title}`}
              >
                Sheet to print
              </a>
            </Row>
          </li>
        ))}
      </PlainList>
      <Status>{said}</Status>
    </Stack>
  );
}

/** Makes the file of a shelf and hands it over; gives a sentence about it. */
async function take(shelf: Shelf, format: Format, seed: number): Promise<string> {
  const { courseQuestions } = await import("@/components/quiz/course-questions");
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
        siteAddress(`/lessons/${lessons.get(id) ?? ""}#question-${id}`),
    },
  );
  download(file.name, file.content, file.type);
  return `${file.name} holds ${of.length} questions.`;
}

type MadeFile = { name: string; content: BlobPart; type: string };

/** A file for another system, its maker loaded now. `name` is the file’s, without ending. */
async function madeFile(
  format: Format,
  name: string,
  questions: readonly Question[],
  exported: Exported,
): Promise<MadeFile> {
  switch (format) {
    case "gift": {
      const { giftOf } = await import("@/content/exchange/gift");
      const content = giftOf(questions, exported);
      return { name: `${name}.gift.txt`, content, type: "text/plain" };
    }
    case "qti": {
      const { qtiOf } = await import("@/content/exchange/qti");
      const content = new Uint8Array(qtiOf(questions, exported));
      return { name: `${name}.qti.zip`, content, type: "application/zip" };
    }
    case "yaml": {
      const { yamlOf } = await import("@/content/quiz/question-file");
      return { name: `${name}.yaml`, content: yamlOf(questions), type: "text/yaml" };
    }
  }
}
