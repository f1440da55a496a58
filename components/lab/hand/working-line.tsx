import { at, type Cell, placeName } from "@/labs/hand/grid";
import { gridOf, type Step, usersOf, workingOf } from "@/labs/hand/step";
import { exactText, shortText } from "@/labs/hand/written-number";
import lab from "../lab.module.css";
import styles from "./hand.module.css";

/** Where the chosen number comes from, with the numbers put in. */
export function WorkingLine({ step, chosen }: { step: Step; chosen: Cell | null }) {
  const grid = chosen && gridOf(step, chosen.grid);
  if (!grid) {
    return (
      <p className={`${styles.working} ${lab.small}`} aria-live="polite">
        Choose a number to see exactly what it is and where it goes.
      </p>
    );
  }
  const value = at(grid, chosen.row, chosen.column);
  const place = placeName(grid, chosen.row, chosen.column);
  const short = workingOf(step, chosen, shortText);
  const whole = workingOf(step, chosen, exactText);
  const same =
    short?.expression === whole?.expression && shortText(value) === exactText(value);
  const users = short ? [] : usersOf(step, chosen);
  return (
    <div className={styles.working} aria-live="polite">
      <p>
        <b>
          {grid.symbol}
          {place ? ` of ${place}` : ""}
        </b>
        {short?.because && `, since ${short.because}:`}{" "}
        {short ? (
          <span className={styles.sum}>
            = {short.expression} {same ? "=" : "≈"} {shortText(value)}
          </span>
        ) : (
          `is ${shortText(value)}.${users.length > 0 ? ` It goes into the ${users.length === 1 ? "number" : `${users.length} numbers`} marked.` : ""}`
        )}
      </p>
      <p className={lab.small}>
        {short ? "The numbers it is made of are marked. " : ""}
        Exactly: {exactText(value)}
      </p>
    </div>
  );
}
