"use client";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/kit/button";
import { Disclosure } from "@/components/kit/disclosure";
import { Field } from "@/components/kit/field";
import { PlainList, Row, Small, Stack } from "@/components/kit/layout";
import { Status } from "@/components/kit/status";
import type { LinkInWords } from "./judging-link";
import styles from "./receipt.module.css";
import { forgetSent, keepSent, sentNow, useSentLinks } from "./sent-links";

/** The link that the reader gave, and those that this browser remembers. */
export function useJudging(onChange: () => void) {
  const [given, setGiven] = useState<LinkInWords | null>(null);
  // A check begins between two renderings, too.
  const link = useRef<string | null>(null);
  return {
    given,
    known: () => ({ given: link.current, sent: sentNow() }),
    /** Judges everything by one link, or by those that are remembered. */
    give(next: LinkInWords | null) {
      setGiven(next);
      link.current = next?.link ?? null;
      if (next) keepSent(next.link);
      onChange();
    },
  };
}

const unloaded =
  "The page could not load what reads links. Try again once you are online.";
const noLink =
  "This is no link of an assignment. One looks like “…/labs/network?assignment=1&goal=…”.";

type Props = Pick<ReturnType<typeof useJudging>, "given" | "give"> & {
  /** Whether there are receipts whose own link is all that tells their goals. */
  asked: boolean;
};

/** Takes the link that was sent: what comes back bears a link that its learner wrote. */
export const JudgingForm = ({ given, give, asked }: Props) => (
  <Stack as="section" aria-label="What judges" className={styles.judging}>
    {given ? (
      <Row>
        <p>
          Judged by the link you sent: <b>{given.title}</b>, {given.asks}
        </p>
        <Button onClick={() => give(null)}>Take it away</Button>
      </Row>
    ) : (
      <LinkBox {...{ give, asked }} />
    )}
    <Status as="div">
      {given && given.refused.length > 0 && (
        <Small>Not all of it could be read: {given.refused.join(" ")}</Small>
      )}
    </Status>
    <SentLinks given={given?.link ?? null} give={give} />
  </Stack>
);

/** A box to type or paste the link into. */
function LinkBox({ give, asked }: Pick<Props, "give" | "asked">) {
  const [text, setText] = useState("");
  const [problem, setProblem] = useState("");
  async function read(event: FormEvent) {
    event.preventDefault();
    const reader = await import("./judging-link").catch(() => null);
    const found = reader?.linkInWords(text) ?? null;
    setProblem(found ? "" : reader ? noLink : unloaded);
    if (found) give(found);
  }
  return (
    <form onSubmit={read}>
      <Field
        label="The link you sent"
        hint={
          asked
            ? "Without it, goals and locks are only the receipt’s word: a learner can write others into it. Paste the link, and each receipt is judged by it."
            : "Each receipt is judged by it, whatever link the receipt itself bears."
        }
        problem={problem}
      >
        {(control) => (
          <Row>
            <input
              {...control}
              className={styles.link}
              value={text}
              autoComplete="off"
              spellCheck={false}
              onChange={({ target }) => setText(target.value)}
            />
            <Button type="submit" inactive={text.trim() === ""}>
              Judge by it
            </Button>
          </Row>
        )}
      </Field>
    </form>
  );
}

type SentProps = { given: string | null; give: Props["give"] };

/** The links that were taken from /assign in this browser, or given here before. */
function SentLinks({ given, give }: SentProps) {
  const sent = useSentLinks();
  const [words, setWords] = useState<ReadonlyMap<string, LinkInWords>>(new Map());
  useEffect(() => {
    if (sent.length === 0) return;
    let left = false;
    void import("./judging-link")
      .then(({ linkInWords }) => {
        const read = sent.flatMap((link) => linkInWords(link) ?? []);
        if (!left) setWords(new Map(read.map((one) => [one.link, one])));
      })
      // Offline the list only stays away: the box above takes a link all the same.
      .catch(() => null);
    return () => {
      left = true;
    };
  }, [sent]);
  const listed = sent.flatMap((link) => words.get(link) ?? []);
  if (listed.length === 0) return null;
  return (
    <Disclosure summary={`Links remembered in this browser (${listed.length})`}>
      <Stack>
        <Small>
          You took them from Assign a lab, or gave them here. A receipt of one of them, or
          of the same run, is judged by it without further ado.
        </Small>
        <PlainList>
          {listed.map((one) => (
            <Row as="li" key={one.link}>
              <span className={styles.remembered}>
                <b>{one.title}</b>, {one.asks}
              </span>
              <Button
                inactive={one.link === given}
                aria-label={`Judge by ${one.title}`}
                onClick={() => give(one)}
              >
                Judge by it
              </Button>
              <Button
                aria-label={`Forget ${one.title}`}
                onClick={() => forgetSent(one.link)}
              >
                Forget
              </Button>
            </Row>
          ))}
        </PlainList>
      </Stack>
    </Disclosure>
  );
}
