import { expect, test } from "vitest";
import { buttonText, statusText } from "@/components/class/graded/graded-question";

type Now = Parameters<typeof statusText>[0];

const now: Now = {
  ...{ missing: "", problem: "", sending: false, waits: false, ended: null },
  ...{ right: false, left: 2, used: 0, tries: 2, again: false, edited: false },
};
const wrong = { ...now, used: 1, left: 1 };
const untold = { ...wrong, right: null, again: true };

test.each<[Now, string, string]>([
  [now, "Hand in this answer (try 1 of 2)", ""],
  [wrong, "Hand in this answer (try 2 of 2)", "✗ Not right. 1 try left."],
  [{ ...wrong, edited: true }, "Hand in this answer (try 2 of 2)", ""],
  [{ ...wrong, used: 2, left: 0 }, "Handed in", "✗ Not right. No try is left."],
  [{ ...wrong, right: true, left: 0 }, "Handed in", "✓ Right."],
  [
    { ...now, waits: true, sending: true },
    "Hand in this answer (try 1 of 2)",
    "Handing in…",
  ],
  [
    { ...now, waits: true, problem: "No connection." },
    "Send it again",
    "Not handed in. No connection. It is kept in this browser: send it again.",
  ],
  [{ ...now, problem: "No." }, "Hand in this answer (try 1 of 2)", "Not taken: No."],
  [
    { ...now, ended: "time" },
    "The time is over",
    "Not handed in before the time was over.",
  ],
  [{ ...wrong, ended: "time" }, "The time is over", "✗ Not right."],
  [{ ...now, again: true }, "Give this answer (try 1 of 2)", ""],
  [untold, "Change the answer (try 2 of 2)", "Given. 1 try left to change it."],
  [{ ...untold, edited: true }, "Change the answer (try 2 of 2)", ""],
  [{ ...untold, used: 2, left: 0 }, "Given", "Given."],
  [{ ...untold, ended: "closed" }, "No more answers are taken", "Given."],
  [{ ...untold, ended: "handed", right: true }, "Handed in", "✓ Right."],
  [{ ...untold, ended: "handed", right: false }, "Handed in", "✗ Not right."],
  [{ ...now, again: true, ended: "handed" }, "Handed in", "Not answered."],
])("a question says how it stands: %#", (now, button, status) => {
  expect(buttonText(now)).toBe(button);
  expect(statusText(now)).toBe(status);
});
