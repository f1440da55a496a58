// All receipts of a class for a spreadsheet, by learner and assignment, latest first.
import { type CsvRow, csvName, csvOf } from "@/components/receipt/receipt-csv";
import type { Board } from "./merged-board";
import { assignmentIn, titleIn } from "./told-assignment";

/** One line for each receipt; `origin` is the site's address, as in "https://next.pass". */
export const boardFile = (board: Board, origin: string, now: Date) => ({
  name: csvName("class-receipts", now),
  text: csvOf(rowsOf(board, origin)),
});

function rowsOf({ learners, assignments, handedIn }: Board, origin: string): CsvRow[] {
  const rows: CsvRow[] = [];
  for (const { id, name } of learners) {
    const own = handedIn.get(id);
    for (const assignment of own ? assignments : []) {
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
