// All receipts and quiz scores of a class for a spreadsheet, by learner and assignment,
// receipts latest first.
import { type CsvRow, csvName, csvOf } from "@/components/receipt/receipt-csv";
import { assignmentIn, titleIn } from "../class-assignment";
import type { Board } from "./merged-board";
import type { OwnStandings } from "./quiz-standings";

type Standings = ReadonlyMap<string, OwnStandings>;

/** One line for each receipt, and each quiz started; `origin` is the site's address, as in "https://next.pass". */
export const boardFile = (
  board: Board,
  standings: Standings,
  origin: string,
  now: Date,
) => ({
  name: csvName("class-receipts", now),
  text: csvOf(rowsOf(board, standings, origin)),
});

function rowsOf(board: Board, standings: Standings, origin: string): CsvRow[] {
  const { learners, assignments, handedIn } = board;
  const rows: CsvRow[] = [];
  for (const { id, name } of learners) {
    const own = handedIn.get(id);
    const quizzes = standings.get(id);
    for (const assignment of own || quizzes ? assignments : []) {
      const quiz = quizzes?.get(assignment.id);
      if (quiz) {
        rows.push({
          learner: name,
          assignment: titleIn(assignment.link),
          lab: assignmentIn(assignment.link)?.lab.title ?? null,
          verdict: "graded quiz",
          quizRight: quiz.right,
          quizCount: quiz.count,
          quizStarted: quiz.started,
          link: origin + assignment.link,
        });
      }
      for (const { received, outcome } of own?.get(assignment.id) ?? []) {
        rows.push({
          learner: name,
          assignment: titleIn(assignment.link),
          lab: assignmentIn(assignment.link)?.lab.title ?? null,
          verdict: outcome?.verdict ?? "being checked",
          why: outcome?.says ?? "",
          testLoss: outcome?.testLoss ?? null,
          accuracy: outcome?.accuracy ?? null,
          passes: outcome?.pass ?? null,
          device: outcome?.device ?? null,
          received,
          link: origin + assignment.link,
        });
      }
    }
  }
  return rows;
}
