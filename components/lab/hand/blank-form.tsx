import { useId, useState } from "react";
import { Button } from "@/components/kit/button";
import { Row, Small } from "@/components/kit/layout";
import { Status } from "@/components/kit/status";
import { quoted } from "@/labs/arithmetic/number-text";
import { isRight, numberAt, tolerance } from "@/labs/hand/asked-number";
import { type GridCell, placeName } from "@/labs/hand/grid";
import { gridOf, readNumber, type Step, shortText, workingOf } from "@/labs/hand/step";
import styles from "./blank-form.module.css";

type Props = { step: Step; blank: GridCell; onSolved(): void };

/** Asks for one number of a step before the step is shown. */
export function BlankForm({ step, blank, onSolved }: Props) {
  const id = useId();
  const [typed, setTyped] = useState("");
  const [reply, setReply] = useState("");
  const grid = gridOf(step, blank.grid);
  const value = numberAt(step, blank);
  if (!grid || value === null) return null;
  const place = placeName(grid, blank.row, blank.column);
  const subject = `${grid.symbol}${place ? ` of ${place}` : ""}`;

  function solved() {
    onSolved();
    // The form goes; whoever typed goes on from the button that leads to the next step.
    document
      .getElementById(id)
      ?.closest("[role=group]")
      ?.querySelector<HTMLElement>("[data-next]")
      ?.focus();
  }

  function check() {
    const answer = readNumber(typed);
    if (answer === null) {
      const text = typed.trim();
      setReply(
        text === ""
          ? "Type a number first, or let it be shown."
          : `${quoted(text)} is no number: type one like −0.25, 0.125 or 3/8.`,
      );
    } else if (isRight(answer, value ?? 0)) solved();
    else if (isRight(-answer, value ?? 0)) setReply("Right but for its sign.");
    else setReply(`${shortText(answer)} is not it. Try again, or take the hint.`);
  }

  function hint() {
    const working = workingOf(step, blank, shortText);
    if (!working) return;
    const because = working.because ? ` (since ${working.because})` : "";
    setReply(`It is ${working.expression}${because}. The numbers are marked above.`);
  }

  return (
    <form
      className={styles.blank}
      onSubmit={(event) => {
        event.preventDefault();
        check();
      }}
    >
      <label htmlFor={id}>
        Work it out: what is <b>{subject}</b>?
      </label>
      <Row>
        <input
          id={id}
          inputMode="text"
          autoComplete="off"
          value={typed}
          aria-describedby={`${id}-rule ${id}-said`}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit">Check</Button>
        <Button onClick={hint}>Hint</Button>
        <Button onClick={solved}>Show me</Button>
      </Row>
      <Status id={`${id}-said`} className={styles.reply}>
        {reply}
      </Status>
      <Small id={`${id}-rule`}>
        Right is whatever lies within {100 * tolerance.share} % of the exact number, or
        within {tolerance.absolute}. The numbers in sight are rounded to four digits.
      </Small>
    </form>
  );
}
