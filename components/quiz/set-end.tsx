// The end of a set of questions: how it went, what to look at again, and the way on.
import Link from "next/link";
import { Button, ButtonLink } from "@/components/kit/button";
import { Card } from "@/components/kit/card";
import { PlainList, Row } from "@/components/kit/layout";
import type { Question } from "@/content/quiz/question";
import { Asks } from "./asks";
import styles from "./set-end.module.css";

/** The lesson or page after the questions of a lesson. */
export type WayOn = { href: string; label: string };

/** A question of a set, with what came of it: null where it was not answered. */
export type Asked = {
  question: Question;
  first: boolean | null;
  latest: boolean | null;
};

type Props = {
  asked: readonly Asked[];
  /** The headings of the lesson, by their ids. */
  sections: Readonly<Record<string, string>>;
  wayOn: WayOn | undefined;
  /** Of the button that asks anew. */
  again: string;
  onAgain(): void;
  onGo(at: number): void;
};

/** The id of its card on the page. */
export const setEndId = "questions-end";

export function SetEnd({ asked, sections, wayOn, again, onAgain, onGo }: Props) {
  const right = asked.filter(({ first }) => first).length;
  const isThere = asked.some(({ first }) => first !== null);
  const toLookAt = asked.flatMap((one, at) =>
    one.latest && one.first ? [] : { ...one, at },
  );
  return (
    <Card
      as="section"
      id={setEndId}
      className={styles.end}
      tabIndex={-1}
      aria-labelledby="questions-score"
    >
      <h3 id="questions-score">
        {isThere
          ? `${right} of ${asked.length} right at the first try`
          : "Nothing answered yet"}
      </h3>
      {toLookAt.length > 0 && (
        <>
          <p>To look at again:</p>
          <PlainList>
            {toLookAt.map(({ question, latest, at }) => (
              <li key={question.id} data-again={question.id}>
                <Button look="link" onClick={() => onGo(at)}>
                  <Asks question={question} />
                </Button>
                <p>
                  {latest === null
                    ? "Not answered. "
                    : latest
                      ? "Right in the end. "
                      : "Not right yet. "}
                  {sections[question.section] && (
                    <>
                      It is told in{" "}
                      <a href={`#${question.section}`}>{sections[question.section]}</a>.
                    </>
                  )}
                </p>
              </li>
            ))}
          </PlainList>
        </>
      )}
      {toLookAt.length === 0 && <p>There is nothing to look at again.</p>}
      <Row className={styles.ways}>
        {wayOn && (
          <ButtonLink as={Link} look="primary" href={wayOn.href}>
            {wayOn.label}
          </ButtonLink>
        )}
        <Button onClick={onAgain}>{again}</Button>
      </Row>
    </Card>
  );
}
