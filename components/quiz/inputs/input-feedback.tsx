// The props of every input of a question, and the words that it shows on an answer.

import { Disclosure } from "@/components/kit/disclosure";
import { PlainList } from "@/components/kit/layout";
import { WithCode } from "@/components/kit/with-code";
import type { Answer, ClaimedRun } from "@/content/quiz/kinds/kind";
import type { Feedback, Presented } from "@/content/quiz/question";
import { sitePath } from "@/content/site-path";
import type { Lab } from "@/labs/catalog/lab";
import { isLabId, labs } from "@/labs/catalog/labs";
import styles from "./inputs.module.css";

/** An input shows an answer and changes it; it keeps nothing itself. */
export type InputProps = {
  presented: Presented;
  answer: Answer;
  /** Null until the answer is judged; in graded use always. */
  feedback: Feedback | null;
  /** The answer may not be changed now. */
  locked: boolean;
  /** Parts that are judged are only marked: the words on them stand elsewhere. */
  marked?: boolean;
  /** Begins the ids, and ties radio buttons together. */
  name: string;
  onAnswer(answer: Answer): void;
};

type PartProps = Pick<InputProps, "feedback" | "name"> & { part: string };

/** The id of the feedback on a part, for what it describes; undefined where there is none. */
export const feedbackId = ({ feedback, name, part }: PartProps): string | undefined =>
  feedback?.parts.has(part) ? `${name}-why-${part}` : undefined;

/** How one part of an answer was judged; undefined where nothing is said of it. */
export const judgementOf = ({ feedback, part }: PartProps) => {
  const said = feedback?.parts.get(part);
  return said && (said.right ? "right" : "wrong");
};

/** A sign beside words that say the same. */
const Mark = ({ right }: { right: boolean }) => (
  <span className={styles.mark} aria-hidden="true">
    {right ? "✓" : "✗"}
  </span>
);

type FeedbackProps = PartProps & {
  /** How a part is called that is right, and one that is wrong. */
  words?: readonly [right: string, wrong: string];
};

/** Whether one part of an answer is right; why, and where that can be seen, where it is told. */
export function PartFeedback({ words = ["Right", "Wrong"], ...props }: FeedbackProps) {
  const said = props.feedback?.parts.get(props.part);
  if (!said) return null;
  const { right, why, refuted } = said;
  return (
    <p className={styles.why} id={feedbackId(props)} data-judged={judgementOf(props)}>
      <Mark right={right} />{" "}
      <strong>
        {words[right ? 0 : 1]}
        {why && ": "}
      </strong>
      <WithCode text={why} /> {refuted && <RefutingLink {...refuted} />}
    </p>
  );
}

/** The reasons that are told to whoever asks. */
export function FoldedReasons({ folded }: { folded: NonNullable<Feedback["folded"]> }) {
  return (
    <Disclosure className={styles.folded} summary={folded.title}>
      <PlainList>
        {folded.reasons.map(({ id, text, why, refuted }) => (
          <li key={id}>
            <b>
              <WithCode text={text} />
            </b>
            <br />
            <WithCode text={why} /> {refuted && <RefutingLink {...refuted} />}
          </li>
        ))}
      </PlainList>
    </Disclosure>
  );
}

/** Feedback on an answer as a whole. */
export function WholeFeedback({
  feedback,
  id,
}: {
  feedback: Feedback | null;
  id: string;
}) {
  if (!feedback?.says) return null;
  return (
    <p className={styles.whole} id={id} data-judged={feedback.right ? "right" : "wrong"}>
      <Mark right={feedback.right} />{" "}
      <strong>{feedback.right ? "Right: " : "Not yet: "}</strong>
      <WithCode text={feedback.says} />
    </p>
  );
}

/** Opens a lab at the run that shows why an answer is wrong. */
function RefutingLink({ lab: id, claim: claimId, at }: ClaimedRun) {
  const lab: Lab | null = isLabId(id) ? labs[id] : null;
  const claim = lab?.claims.find((one) => one.id === claimId);
  if (!lab || !claim) return null;
  const query = [claim.link, at === undefined ? "" : `at=${at}`]
    .filter(Boolean)
    .join("&");
  return (
    <a href={sitePath(`/labs/${id}${query && `?${query}`}`)}>
      Try it: open the run that shows why{at !== undefined && `, at pass ${at}`}
    </a>
  );
}
