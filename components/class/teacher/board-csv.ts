// All receipts and quiz scores of a class for a spreadsheet, by learner and assignment,
// receipts latest first.
import { isLate } from "@/components/assignment/times";
import { type CsvRow, csvName, csvOf } from "@/components/receipt/receipt-csv";
import { assignmentIn, titleIn } from "../class-assignment";
import { gradeOf, hasPoints } from "../grade";
import { checkPath } from "./class-address";
import { type Gradebook, nothingText, workFor } from "./grades";
import type { Board } from "./merged-board";

/** One line for each receipt, and each quiz started; `addressOf` gives the whole address of a path of the site. */
export const boardFile = (
  board: Board,
  grades: Gradebook,
  addressOf: (path: string) => string,
  now: Date,
) => ({
  name: csvName("class-receipts", now),
  text: csvOf(rowsOf(board, grades, addressOf)),
});

function rowsOf(
  board: Board,
  grades: Gradebook,
  addressOf: (path: string) => string,
): CsvRow[] {
  const rows: CsvRow[] = [];
  for (const { id, name, studentId, section } of board.learners) {
    const own = grades(id);
    for (const one of board.assignments) {
      const { receipts, quiz, mark, due } = workFor(one, own);
      const asked = assignmentIn(one.link);
      const grade = gradeOf(asked, workFor(one, own));
      const times = { due, extended: null };
      const late = (at: number) => (isLate(at, times) ? "late" : "");
      const pointed = hasPoints(asked) || mark?.points != null;
      const whose: CsvRow = {
        ...{ learner: name, studentId, section },
        assignment: titleIn(one.link),
        lab: asked?.lab.title ?? null,
        points: pointed ? (grade?.earned ?? null) : null,
        pointsOf: pointed ? (grade?.of ?? null) : null,
        mark: mark?.verdict ?? null,
        comment: mark?.comment || null,
        link: addressOf(one.link),
      };
      if (quiz) {
        const answered = quiz.handed ?? quiz.tries.at(-1)?.at;
        rows.push({
          ...whose,
          verdict: "graded quiz",
          late: answered === undefined ? "" : late(answered),
          quizRight: quiz.right,
          quizCount: quiz.count,
          quizStarted: quiz.started,
        });
      }
      for (const { id: receipt, received, outcome } of receipts) {
        rows.push({
          ...whose,
          verdict: outcome?.verdict ?? "being checked",
          why: outcome?.says ?? "",
          changed: outcome?.changed ?? "",
          late: late(received),
          testLoss: outcome?.testLoss ?? null,
          accuracy: outcome?.accuracy ?? null,
          passes: outcome?.pass ?? null,
          device: outcome?.device ?? null,
          received,
          check: addressOf(checkPath(board.class.id, receipt)),
        });
      }
      if (mark && receipts.length === 0 && !quiz) {
        rows.push({ ...whose, verdict: nothingText(one.link) });
      }
    }
  }
  return rows;
}
