import type { Feedback, Part } from "@/content/quiz/question";
import { WithCode } from "../with-code";
import styles from "./inputs.module.css";
import { RefutingLink } from "./refuting-link";

/** Why one part of an answer is right or wrong, and where that can be seen. */
export function PartSays({ part, id }: { part: Part | null; id: string }) {
  if (!part) return null;
  return (
    <p className={styles.why} id={id} data-judged={part.right ? "right" : "wrong"}>
      <strong>{part.right ? "Right: " : "Wrong: "}</strong>
      <WithCode text={part.why} /> {part.refuted && <RefutingLink {...part.refuted} />}
    </p>
  );
}

/** What is said of an answer as a whole. */
export function WholeSays({ feedback, id }: { feedback: Feedback | null; id: string }) {
  if (!feedback?.says) return null;
  return (
    <p className={styles.why} id={id} data-judged={feedback.right ? "right" : "wrong"}>
      <strong>{feedback.right ? "Right: " : "Not yet: "}</strong>
      <WithCode text={feedback.says} />
    </p>
  );
}
