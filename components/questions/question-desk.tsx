"use client";
// Every lesson's questions, to be taken to another system or to paper.
import { useState } from "react";
import { Button } from "@/components/kit/button";
import { download } from "@/components/kit/download";
import { TextField } from "@/components/kit/field";
import { PlainList, Row, Small, Stack } from "@/components/kit/layout";
import { Status } from "@/components/kit/status";
import type { Module } from "@/content/exchange/cartridge";
import type { Exported } from "@/content/exchange/gift";
import type { Question } from "@/content/quiz/question";
import { siteAddress, sitePath } from "@/content/site-path";
import { counted } from "@/labs/arithmetic/number-text";
import { type FormatName, formatNames, formats } from "./formats";
import styles from "./questions.module.css";
import { seedOf, sheetPath } from "./seed-text";

/** `slug`: null for the whole course. */
export type Shelf = { slug: string | null; title: string; count: number; kinds: string };

/** A lesson in a cartridge. `labs`: those that stand in it. */
export type ShelfLesson = {
  slug: string;
  title: string;
  labs: readonly { id: string; title: string }[];
};

type Props = { shelves: readonly Shelf[]; lessons: readonly ShelfLesson[] };

/** A shelf for the course and for each lesson: its questions as files, or as a sheet. */
export function QuestionDesk({ shelves, lessons }: Props) {
  const [seed, setSeed] = useState("0");
  const [said, setSaid] = useState("");
  const typed = /^\d{1,9}$/.test(seed.trim());

  function click(shelf: Shelf, format: FormatName) {
    setSaid("Making the file…");
    take(shelf, lessons, format, seedOf(seed)).then(setSaid, () =>
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
                  aria-label={`${formats[format].name} of ${shelf.title}`}
                  onClick={() => click(shelf, format)}
                >
                  {formats[format].name}
                </Button>
              ))}
              <a
                href={sitePath(sheetPath(shelf.slug ?? "all", seedOf(seed)))}
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
async function take(
  shelf: Shelf,
  lessons: readonly ShelfLesson[],
  format: FormatName,
  seed: number,
): Promise<string> {
  const { courseQuestions } = await import("@/components/quiz/course-questions");
  const all = await courseQuestions();
  const of = all.filter(({ lesson }) => shelf.slug === null || lesson === shelf.slug);
  const lessonOf = new Map(of.map(({ id, lesson }) => [id, lesson]));
  const modules = lessons
    .filter(({ slug }) => shelf.slug === null || slug === shelf.slug)
    .map(({ slug, title, labs }) => ({
      ...{ name: slug, title },
      links: [
        { title, address: siteAddress(`/lessons/${slug}`) },
        ...labs.map((lab) => ({
          title: `Lab: ${lab.title}`,
          address: siteAddress(`/labs/${lab.id}`),
        })),
      ],
      questions: of.flatMap(({ lesson, question }) => (lesson === slug ? question : [])),
    }));
  const file = await madeFile(format, shelf.slug ?? "course", modules, {
    title: shelf.slug === null ? "Next Pass" : `Next Pass: ${shelf.title}`,
    seed,
    placeOf: ({ id }) => siteAddress(`/lessons/${lessonOf.get(id) ?? ""}#question-${id}`),
  });
  download(file.name, file.content, file.type);
  const { leftOut = [] } = file;
  const holds = `${file.name} holds ${counted(of.length - leftOut.length, "question")}.`;
  const ids = leftOut.map(({ id }) => id).join(", ");
  return leftOut.length === 0
    ? holds
    : `${holds} It has no form for ${leftOut.length}, which are left out: ${ids}.`;
}

type MadeFile = {
  name: string;
  content: BlobPart;
  type: string;
  leftOut?: readonly Question[];
};

/** A file for another system, its maker loaded now. `name` is the file’s, without ending. */
async function madeFile(
  format: FormatName,
  name: string,
  modules: readonly Module[],
  exported: Exported,
): Promise<MadeFile> {
  const questions = modules.flatMap((module) => module.questions);
  const zipped = (
    ending: string,
    bytes: Uint8Array,
    leftOut: readonly Question[] = [],
  ) => {
    const content = new Uint8Array(bytes);
    return { name: `${name}.${ending}`, content, type: "application/zip", leftOut };
  };
  switch (format) {
    case "gift": {
      const { giftOf } = await import("@/content/exchange/gift");
      const content = giftOf(questions, exported);
      return { name: `${name}.gift.txt`, content, type: "text/plain" };
    }
    case "qti": {
      const { qtiOf } = await import("@/content/exchange/qti");
      return zipped("qti21.zip", qtiOf(questions, exported));
    }
    case "canvas": {
      const { canvasOf } = await import("@/content/exchange/qti12");
      const { bytes, leftOut } = canvasOf(questions, exported);
      return zipped("qti12.zip", bytes, leftOut);
    }
    case "cartridge": {
      const { cartridgeOf } = await import("@/content/exchange/cartridge");
      const { bytes, leftOut } = cartridgeOf(modules, exported);
      return zipped("imscc", bytes, leftOut);
    }
    case "yaml": {
      const { yamlOf } = await import("@/content/quiz/question-file");
      return { name: `${name}.yaml`, content: yamlOf(questions), type: "text/yaml" };
    }
  }
}
