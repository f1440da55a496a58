"use client";
import Link from "next/link";
import { CardGrid } from "@/components/kit/card";
import { Disclosure } from "@/components/kit/disclosure";
import { Asks } from "@/components/quiz/asks";
import { ideas } from "@/content/ideas";
import type { AnswerBook } from "@/content/quiz/answer-book";
import { counted } from "@/labs/arithmetic/number-text";
import { type IdeaStanding, ideaStandings } from "./idea-standing";
import type { ProgressLesson } from "./lesson-progress";
import styles from "./progress.module.css";
import { ShareBar } from "./share-bar";

type Props = { lessons: readonly ProgressLesson[]; answers: AnswerBook };

/** Each idea that is asked about, the weakest first, with the next step for it. */
export function IdeaProgress({ lessons, answers }: Props) {
  const standings = ideaStandings(ideas, lessons, answers);
  const weak = standings.filter(
    ({ answered, right, all }) => answered > 0 && right < all,
  );
  const whole = standings.filter(({ right, all }) => right === all);
  const open = standings.filter(({ answered }) => answered === 0);
  return (
    <>
      {weak.length === 0 && (
        <p className={styles.words}>
          Answer a few questions, and the ideas to look at again come first here.
        </p>
      )}
      <Ideas of={weak} />
      {open.length > 0 && (
        <Disclosure summary={`${counted(open.length, "idea")} not asked about yet`}>
          <Ideas of={open} />
        </Disclosure>
      )}
      {whole.length > 0 && (
        <Disclosure summary={`${counted(whole.length, "idea")} with all questions right`}>
          <Ideas of={whole} />
        </Disclosure>
      )}
    </>
  );
}

const Ideas = ({ of }: { of: readonly IdeaStanding[] }) => (
  <CardGrid className={styles.cards}>
    {of.map(({ idea, name, next, ...share }) => (
      <li key={idea} data-idea={idea}>
        <h3>{name}</h3>
        <ShareBar {...share} />
        <p className={styles.words}>{shareWords(share)}</p>
        {next && (
          <p className={styles.next}>
            {next.missed ? "Again: " : "Next: "}
            <Link href={`/lessons/${next.slug}#question-${next.id}`} prefetch={false}>
              <Asks question={next} />
            </Link>
          </p>
        )}
      </li>
    ))}
  </CardGrid>
);

/** A share in words: “3 of 5 right, 1 not yet”. */
function shareWords({
  right,
  answered,
  all,
}: Pick<IdeaStanding, "right" | "answered" | "all">) {
  const missed = answered - right;
  return `${right} of ${all} right${missed > 0 ? `, ${missed} not yet` : ""}`;
}
