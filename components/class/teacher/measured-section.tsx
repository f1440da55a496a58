"use client";
// A class that is measured: switched on by its owner, shown and saved for its teachers.
import { useState } from "react";
import { ClassSection } from "@/components/class/class-section";
import { Button } from "@/components/kit/button";
import { download } from "@/components/kit/download";
import { PlainList, Row, Small } from "@/components/kit/layout";
import { ColumnHeads, ScrollTable } from "@/components/kit/scroll-table";
import { Problem, Status } from "@/components/kit/status";
import { Tick } from "@/components/kit/tick";
import { type CourseQuestion, courseQuestions } from "@/components/quiz/course-questions";
import { csvName } from "@/components/receipt/receipt-csv";
import { readMeasured } from "@/content/class/class-api";
import type { ClassHead } from "@/content/class/messages";
import { changeClass } from "@/content/class/roster-api";
import { type Cell, fewest, type ItemReport } from "@/content/items/item-shape";
import { wilsonInterval } from "@/content/items/statistics";
import { votesText } from "@/content/items/vote-report";
import { worded } from "@/content/quiz/second-wording";
import { sitePath } from "@/content/site-path";
import { fixedText, shareText, unbroken } from "@/labs/arithmetic/number-text";
import styles from "./answer-table.module.css";

type Props = { head: ClassHead; owner: boolean; onChanged(): void };

/** Whether the class is measured, and what it tells of the questions. */
export function MeasuredSection({ head, owner, onChanged }: Props) {
  const [asked, setAsked] = useState<boolean | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const measured = asked ?? head.measured;

  async function change(next: boolean) {
    setAsked(next);
    const answer = await changeClass(head.id, { measured: next });
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) await onChanged();
    setAsked(null);
  }

  if (!owner && !measured) return null;
  return (
    <ClassSection title="How well the questions ask">
      {owner && (
        <Tick checked={measured} onChange={({ target }) => change(target.checked)}>
          Count this class’s quiz answers and votes to find questions to rewrite
        </Tick>
      )}
      <Small>
        Learners read of it on their page, and may leave their answers and votes out; you
        are not told who does. There are no names in what is counted: of fewer than{" "}
        {fewest.learners} learners it gives counts alone, and of 1 to {fewest.cell - 1}{" "}
        not even these. Once it is switched off, how sure learners were is forgotten.
      </Small>
      <Problem role="alert">{problem}</Problem>
      {head.measured && <Measured classId={head.id} />}
    </ClassSection>
  );
}

type Told = { reports: readonly ItemReport[]; questions: readonly CourseQuestion[] };

/** The reports of the class's questions; read when they are asked for. */
function Measured({ classId }: { classId: string }) {
  const [told, setTold] = useState<Told | null>(null);
  const [news, setNews] = useState("");

  async function read() {
    const [answer, questions] = await Promise.all([
      readMeasured(classId),
      courseQuestions().catch(() => []),
    ]);
    if (!answer.ok) return setNews(answer.problem);
    const reports = answer.value.questions;
    setTold({ reports, questions });
    setNews(reports.length === 0 ? "Nobody has handed in answers or voted yet." : "");
  }

  async function save(reports: readonly ItemReport[]) {
    try {
      const { itemCsv } = await import("@/content/items/item-csv");
      download(csvName("questions-measured", new Date()), itemCsv(reports), "text/csv");
    } catch {
      setNews("The part that writes the file could not be loaded: try again.");
    }
  }

  return (
    <>
      <Row>
        <Button onClick={read}>{told ? "Count again" : "Show how they do"}</Button>
        {told && told.reports.length > 0 && (
          <>
            <Button onClick={() => save(told.reports)}>Save as CSV</Button>
            <a href={sitePath("/questions/measured")}>Which to rewrite first</a>
          </>
        )}
        <Status>{news}</Status>
      </Row>
      {told && told.reports.length > 0 && <ReportTable {...told} />}
    </>
  );
}

/** `untold`: of a cell that is not told. */
const cellText = (cell: Cell, untold = "1 to 4") => String(cell ?? untold);

function rightText({ answered, right }: ItemReport): string {
  if (answered === null || right === null) return "—";
  if (answered < fewest.learners) return String(right);
  const { low, high } = wilsonInterval({ count: right, of: answered });
  const range = `${shareText(low)} to ${shareText(high)}`;
  return unbroken(`${right}: ${shareText(right / answered)} (${range})`);
}

type PullsProps = Pick<ItemReport, "pulls"> & { asked: CourseQuestion | undefined };

/** What each wrong option drew, a line for each. */
function Pulls({ pulls, asked }: PullsProps) {
  const question = asked?.question;
  const options = question && "options" in question ? question.options : [];
  if (pulls.length === 0) return "—";
  return (
    <PlainList>
      {pulls.map(({ option, drew, halves }) => {
        const text = options.find(({ id }) => id === option)?.text ?? option;
        const split =
          halves && drew !== 0
            ? `, upper half ${halves.upper}, lower ${halves.lower}`
            : "";
        return <li key={option}>{`${text}: ${cellText(drew, "not told")}${split}`}</li>;
      })}
    </PlainList>
  );
}

function sureText({ sure }: ItemReport): string {
  if (!sure) return "—";
  return unbroken(`${sure.mean} % sure, ${shareText(sure.right / sure.said)} right`);
}

const wordings = { both: "", first: " (first wording)", second: " (second wording)" };

/** One line for each question, and for each of two wordings. */
const ReportTable = ({ reports, questions }: Told) => (
  <ScrollTable label="How well the questions ask" cells="words" height="tall" sticky>
    <ColumnHeads
      names={[
        ...["Question", "First answers", "Right at the first try (95 % interval)"],
        ...["Discrimination (95 % interval)", "Seconds: median (quartiles)"],
        ...["Sure and right, on average", "First answers that wrong options drew"],
        "Votes in the room, before and after arguing",
      ]}
    />
    <tbody>
      {reports.map((report) => {
        const { question, wording, answered, discrimination, time, votes } = report;
        const asked = questions.find(({ id }) => id === question);
        const path = asked && sitePath(`/lessons/${asked.lesson}#question-${question}`);
        const words = wording === "second" ? "second" : "first";
        const asks = asked ? worded(asked.question, words).asks : question;
        return (
          <tr key={`${question} ${wording}`} data-item={question}>
            <th scope="row" className={styles.words}>
              {path ? <a href={path}>{asks}</a> : asks}
              {wordings[wording]}
            </th>
            <td>{cellText(answered)}</td>
            <td>{rightText(report)}</td>
            <td>
              {discrimination
                ? `${fixedText(discrimination.r, 2)} (${fixedText(discrimination.low, 2)} to ${fixedText(discrimination.high, 2)})`
                : "—"}
            </td>
            <td>{time ? `${time.median} (${time.lower} to ${time.upper})` : "—"}</td>
            <td>{sureText(report)}</td>
            <td className={styles.words}>
              <Pulls pulls={report.pulls} asked={asked} />
            </td>
            <td className={styles.words}>{votes ? unbroken(votesText(votes)) : "—"}</td>
          </tr>
        );
      })}
    </tbody>
  </ScrollTable>
);
