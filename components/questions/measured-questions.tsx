"use client";
// Tables of measured questions, opened here, and which questions to rewrite first.
import { useState } from "react";
import { Button } from "@/components/kit/button";
import { FileButton, FileDrop } from "@/components/kit/file-drop";
import { PlainList, Row, Small, Stack } from "@/components/kit/layout";
import { Problem, Status } from "@/components/kit/status";
import { textIn } from "@/components/kit/text-file";
import { WithCode } from "@/components/kit/with-code";
import { type CourseQuestion, courseQuestions } from "@/components/quiz/course-questions";
import { fewest, type ItemReport } from "@/content/items/item-shape";
import { type PooledItem, rewriteList } from "@/content/items/rewrite-list";
import { sitePath } from "@/content/site-path";
import { counted, fixedText, quoted, shareText } from "@/labs/arithmetic/number-text";
import styles from "./questions.module.css";

/** A table as it was opened. `text` tells whether it is the same again. */
type Table = { name: string; text: string; reports: readonly ItemReport[] };

/** The most tables at once: each may have a thousand lines. */
const mostTables = 100;

/** Reads files, beside those that are there; gives what was wrong with each. */
async function opened(files: readonly File[], before: readonly Table[]) {
  const { itemsInCsv } = await import("@/content/items/item-csv");
  const tables = [...before];
  const problems: string[] = [];
  for (const file of files) {
    const named = `The file ${quoted(file.name)}`;
    const read = await textIn(file);
    if ("problem" in read) {
      problems.push(read.problem);
      continue;
    }
    const { text } = read;
    const reports = itemsInCsv(text);
    if ("problem" in reports) problems.push(`${named}: ${reports.problem}`);
    else if (tables.some((table) => table.text === text)) {
      problems.push(`${named} is the same as one that is here, and counts once.`);
    } else if (tables.length >= mostTables) {
      problems.push(`${named} is one too many: ${mostTables} are read at once.`);
    } else tables.push({ name: file.name, text, reports });
  }
  return { tables, problems };
}

/** Opens tables and lists the questions in them, those to rewrite first first. */
export function MeasuredQuestions() {
  const [tables, setTables] = useState<readonly Table[]>([]);
  const [questions, setQuestions] = useState<readonly CourseQuestion[]>([]);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [said, setSaid] = useState("");

  async function open(files: readonly File[]) {
    setSaid("Reading…");
    try {
      const [read, course] = await Promise.all([
        opened(files, tables),
        courseQuestions(),
      ]);
      setQuestions(course);
      setTables(read.tables);
      setProblems(read.problems);
      const names = read.tables.map(({ name }) => name).join(", ");
      setSaid(
        read.tables.length === 0
          ? "No table was read."
          : `${counted(read.tables.length, "table")} read: ${names}.`,
      );
    } catch {
      setSaid("The questions could not be loaded. Try again once you are online.");
    }
  }

  const known = new Map(questions.map((one) => [one.id, one]));
  const items = rewriteList(
    tables.map(({ reports }) => reports),
    (question, option) => optionText(known.get(question), option),
  );
  const flawed = items.filter(({ reasons }) => reasons.length > 0);
  const sound = items.filter(({ reasons }) => reasons.length === 0);
  return (
    <Stack className={styles.desk}>
      <FileDrop aria-label="Tables of measured questions" onFiles={open}>
        <Row>
          <FileButton
            label="Tables of measured questions"
            accept=".csv,text/csv"
            takes="files"
            onFiles={open}
          >
            Open tables…
          </FileButton>
          {tables.length > 0 && (
            <Button
              look="bare"
              onClick={() => {
                setTables([]);
                setProblems([]);
                setSaid("");
              }}
            >
              Put them away
            </Button>
          )}
        </Row>
        <Status>{said}</Status>
      </FileDrop>
      {problems.map((problem) => (
        <Problem key={problem}>{problem}</Problem>
      ))}
      {tables.length > 0 && (
        <>
          <section aria-labelledby="rewrite">
            <h2 id="rewrite">Rewrite first</h2>
            {flawed.length === 0 ? (
              <p>These tables give no reason to rewrite a question.</p>
            ) : (
              <ol className={styles.items}>
                {flawed.map((item) => (
                  <Item
                    key={item.question}
                    item={item}
                    asked={known.get(item.question)}
                  />
                ))}
              </ol>
            )}
          </section>
          {sound.length > 0 && (
            <section aria-labelledby="sound">
              <h2 id="sound">No reason found</h2>
              <PlainList className={styles.items}>
                {sound.map((item) => (
                  <Item
                    key={item.question}
                    item={item}
                    asked={known.get(item.question)}
                  />
                ))}
              </PlainList>
            </section>
          )}
        </>
      )}
    </Stack>
  );
}

function optionText(asked: CourseQuestion | undefined, option: string): string {
  const question = asked?.question;
  const options = question && "options" in question ? question.options : [];
  return options.find(({ id }) => id === option)?.text ?? option;
}

function figuresText({ first, discrimination, seconds }: PooledItem): string {
  const { count, of } = first;
  const share = of < fewest.learners ? "" : ` (${shareText(count / of)})`;
  const parts = [
    of === 0 ? "fewer than five answers" : `${count} of ${of} right at first${share}`,
    discrimination && `discrimination ${fixedText(discrimination.r, 2)}`,
    seconds !== null && `about ${Math.round(seconds)} s`,
  ];
  return parts.filter(Boolean).join(" · ");
}

type ItemProps = { item: PooledItem; asked: CourseQuestion | undefined };

/** One question: what it asks, its figures, and why to rewrite it. */
function Item({ item, asked }: ItemProps) {
  const { question, reasons, wordings, votes } = item;
  return (
    <li data-item={question}>
      <p>
        {asked ? (
          <a href={sitePath(`/lessons/${asked.lesson}#question-${question}`)}>
            <WithCode text={asked.question.asks} />
          </a>
        ) : (
          <>{question} (not in this version of the course)</>
        )}
      </p>
      <ul>
        {reasons.map(({ flaw, says }) => (
          <li key={says} data-flaw={flaw}>
            {says}
          </li>
        ))}
      </ul>
      {wordings && <p>{wordings}</p>}
      {wordings && asked?.question.reworded !== undefined && (
        <p>
          The second: <WithCode text={asked.question.reworded} />
        </p>
      )}
      {votes && <p>{votes}</p>}
      <Small>{figuresText(item)}</Small>
    </li>
  );
}
