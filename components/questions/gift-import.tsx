"use client";
import { useState } from "react";
import { Button } from "@/components/kit/button";
import { Choice } from "@/components/kit/choice";
import { download } from "@/components/kit/download";
import { TextArea } from "@/components/kit/field";
import { FileButton } from "@/components/kit/file-drop";
import { PlainList, Row, Small, Stack } from "@/components/kit/layout";
import { Status } from "@/components/kit/status";
import { textIn } from "@/components/kit/text-file";
import { Code, WithCode } from "@/components/kit/with-code";
import type { Reading } from "@/content/exchange/read-gift";
import { type Idea, ideas } from "@/content/ideas";
import type { Question } from "@/content/quiz/question";
import styles from "./questions.module.css";

/** Longer texts are read, but not shown: a box of many lines freezes the page. */
const mostShown = 100_000;

/** The kinds come along with the reader: the page itself does without them. */
type NamedReading = Reading & { kindOf(question: Question): string };

/** Reads questions from GIFT, shows them, and gives them as YAML. */
export function GiftImport() {
  const [text, setText] = useState("");
  const [idea, setIdea] = useState<Idea>("learning-from-examples");
  const [reading, setReading] = useState<NamedReading | null>(null);
  const [said, setSaid] = useState("");

  async function read(gift: string, encoding = "") {
    setSaid("Reading…");
    try {
      const [{ readGift }, { kinds }] = await Promise.all([
        import("@/content/exchange/read-gift"),
        import("@/content/quiz/question"),
      ]);
      const found = readGift(gift, idea);
      const left = found.notices.filter(({ lost }) => lost).length;
      const read = `${found.questions.length} ${found.questions.length === 1 ? "question" : "questions"} read`;
      setReading({ ...found, kindOf: ({ kind }) => kinds[kind].name });
      const says = left > 0 ? `${read}, ${left} left out.` : `${read}.`;
      setSaid(`${says} ${encoding}`.trim());
    } catch {
      setSaid("What reads GIFT could not be loaded. Try again once you are online.");
    }
  }

  async function open(chosen: File) {
    const chosenText = await textIn(chosen);
    if ("problem" in chosenText) {
      setReading(null);
      setSaid(chosenText.problem);
      return;
    }
    setText(chosenText.text.length > mostShown ? "" : chosenText.text);
    await read(chosenText.text, chosenText.says);
  }

  async function take() {
    if (!reading) return;
    const { yamlOf } = await import("@/content/quiz/question-file");
    download("imported.quiz.yaml", yamlOf(reading.questions), "text/yaml");
    setSaid("imported.quiz.yaml is in your downloads.");
  }

  return (
    <Stack className={styles.desk}>
      <TextArea
        label="Questions in GIFT"
        code
        rows={6}
        placeholder="What is 2 + 2? { =4 ~3 ~5 }"
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <Choice
        inline
        label="Idea of those that name none"
        value={idea}
        named={ideas}
        onChoose={setIdea}
      />
      <Row>
        <Button disabled={text.trim() === ""} onClick={() => read(text)}>
          Read them
        </Button>
        <FileButton
          label="A GIFT file"
          accept=".txt,.gift,text/plain"
          onFiles={([file]) => file && void open(file)}
        >
          Choose a file…
        </FileButton>
      </Row>
      <Status>{said}</Status>
      {reading && <GiftReading reading={reading} onTake={take} />}
    </Stack>
  );
}

type Props = { reading: NamedReading; onTake(): void };

/** Shows which questions a GIFT text gave, and which of its parts were left out. */
function GiftReading({ reading: { questions, notices, kindOf }, onTake }: Props) {
  return (
    <Stack>
      {notices.length > 0 && (
        <Stack as="section" aria-label="What to look at">
          <h3>What to look at</h3>
          <PlainList className={styles.notices}>
            {notices.map(({ line, says, lost }) => (
              <li key={`${line} ${says}`} data-lost={lost || undefined}>
                Line {line}: {says}
              </li>
            ))}
          </PlainList>
        </Stack>
      )}
      {questions.length > 0 && (
        <Stack as="section" aria-label="What was read">
          <h3>What was read</h3>
          <ol className={styles.read}>
            {questions.map((question) => (
              <li key={question.id}>
                <WithCode text={question.asks} />{" "}
                <Small as="span">({kindOf(question)})</Small>
              </li>
            ))}
          </ol>
          <Button onClick={onTake}>Download as YAML</Button>
          <Small>
            Put the file in <Code>content/lessons</Code>, or in the folder of your own
            graded questions. Each option wants its own “why”: a filler stands where none
            came along.
          </Small>
        </Stack>
      )}
    </Stack>
  );
}
