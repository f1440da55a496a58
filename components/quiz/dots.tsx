// Where the reader stands in a few questions that are asked one after another: a dot each.
import { Button } from "@/components/kit/button";
import styles from "./dots.module.css";

/** How a question stands. */
export type Outcome = "open" | "right" | "wrong" | "skipped";

const words: Readonly<Record<Outcome, string>> = {
  open: "not answered",
  right: "right",
  wrong: "not right yet",
  skipped: "skipped",
};

type Props = {
  outcomes: readonly Outcome[];
  /** The place of the question at hand, from 0; their number at the end of all. */
  at: number;
  /** Left out where there is no way back or ahead; beyond the last is their end. */
  onGo?: (at: number) => void;
};

/** A dot for each question, told apart by shape: a ring, a tick, a cross, a dash. */
export function Dots({ outcomes, at, onGo }: Props) {
  const count = outcomes.length;
  return (
    <ol className={styles.dots} aria-label="The questions">
      {outcomes.map((outcome, place) => {
        const name = `Question ${place + 1} of ${count}: ${words[outcome]}`;
        const isHere = place === at ? "step" : undefined;
        return (
          <li key={name} data-outcome={outcome} aria-current={onGo ? undefined : isHere}>
            {onGo ? (
              <Button aria-label={name} aria-current={isHere} onClick={() => onGo(place)}>
                <Shape outcome={outcome} />
              </Button>
            ) : (
              <>
                <Shape outcome={outcome} />
                <span className="visually-hidden">{name}</span>
              </>
            )}
          </li>
        );
      })}
      {onGo && (
        <li>
          <Button
            aria-label="How it went"
            aria-current={at === count ? "step" : undefined}
            onClick={() => onGo(count)}
          >
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path className={styles.line} d="M4 15V1.5h8.5l-2.5 3 2.5 3H4" />
            </svg>
          </Button>
        </li>
      )}
    </ol>
  );
}

const strokes: Readonly<Record<Outcome, string | null>> = {
  open: null,
  right: "M4.6 8.2l2.4 2.5 4.4-5",
  wrong: "M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2",
  skipped: "M5 8h6",
};

function Shape({ outcome }: { outcome: Outcome }) {
  const stroke = strokes[outcome];
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" data-shape={outcome}>
      {outcome === "wrong" ? (
        <rect className={styles.body} x="1.5" y="1.5" width="13" height="13" rx="2" />
      ) : (
        <circle className={styles.body} cx="8" cy="8" r="6.5" />
      )}
      {stroke && <path className={styles.line} d={stroke} />}
    </svg>
  );
}
