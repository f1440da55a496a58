import { Fragment } from "react";
import type { Posed } from "@/content/quiz/question";
import styles from "./quiz.module.css";
import { WithCode } from "./with-code";

const ways: Record<Posed["kind"], string> = {
  one: "One answer",
  several: "One or more answers",
  point: "Point at it",
  predict: "Predict, then train",
  number: "A number",
  blank: "Fill the blank",
  order: "Put in order",
  match: "Match",
};

/**
 * What a question asks, for the legend of its fieldset. Of a blank the sentence is only
 * for screen readers here: its input draws the sentence with the blank in it.
 */
export function Asked({ posed, place }: { posed: Posed; place: string }) {
  const parts = posed.asks.split("___");
  return (
    <>
      <span className={styles.place}>
        {place} · {ways[posed.kind]}
      </span>
      {posed.kind === "blank" ? (
        <span className="visually-hidden">
          {parts.map((part, at) => (
            <Fragment key={part}>
              {at > 0 && " (blank) "}
              <WithCode text={part} />
            </Fragment>
          ))}
        </span>
      ) : (
        <WithCode text={posed.asks} />
      )}
    </>
  );
}
