// The questions of a measured class, counted in short steps: between two of them the server
// sees to everybody else.
import { setImmediate as nextTurn } from "node:timers/promises";
import { itemCount } from "@/content/items/item-report";
import type { ItemReport } from "@/content/items/item-shape";
import type { Question } from "@/content/quiz/question";
import type { ClassStore } from "./store/class-store";

/** The reports of a class's first answers and votes; see `itemCount`. */
export async function countItems(
  store: Pick<ClassStore, "measuredAnswers" | "measuredVotes">,
  classId: string,
  questions: readonly Question[],
): Promise<readonly ItemReport[]> {
  const count = itemCount(questions);
  for await (const answers of store.measuredAnswers(classId)) {
    count.addAnswers(answers);
    await nextTurn();
  }
  for await (const pairs of store.measuredVotes(classId)) {
    count.addVotes(pairs);
    await nextTurn();
  }
  const all: ItemReport[] = [];
  for (const reports of count.reports()) {
    all.push(...reports);
    await nextTurn();
  }
  return all;
}
