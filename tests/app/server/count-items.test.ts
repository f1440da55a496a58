import { expect, test } from "vitest";
import { countItems } from "@/app/server/count-items";
import { courseQuestions } from "@/app/server/question-bank";
import { openAt, places } from "./store/store-places";
import { answerRow, classRow, collected, learnerRow, upTo } from "./store/store-rows";

const learners = 9;

test("votes are counted in steps, too", async () => {
  let turns = 0;
  const take = () => {
    turns += 1;
    if (turns < 5) setImmediate(take);
  };
  setImmediate(take);
  async function* steps() {
    for (let step = 0; step < 5; step += 1) yield [];
  }
  async function* none() {}
  await countItems({ measuredAnswers: none, measuredVotes: steps }, "c", []);
  expect(turns).toBeGreaterThanOrEqual(4);
});

test.each(places)(
  "%s: a class is counted in steps, so that others have their turn",
  async (_, fresh) => {
    const store = await openAt(await fresh());
    await store.openClass(classRow("c"));
    const questions = (await courseQuestions()).slice(0, 40);
    const names = Array.from({ length: learners }, (_, at) => `Learner ${at}`);
    for (const name of names) {
      await store.join("c", learnerRow(name), upTo(learners));
      const answers = questions.map(({ id }) => answerRow(id, "none", 1));
      await store.putAnswers("c", `id of ${name}`, answers, questions.length);
    }
    let turns = 0;
    let counting = true;
    const take = () => {
      turns += 1;
      if (counting) setImmediate(take);
    };
    setImmediate(take);
    const reports = await countItems(store, "c", questions);
    counting = false;
    expect(reports.map(({ answered }) => answered)).toEqual(
      questions.map(() => learners),
    );
    // One for each question at least.
    expect(turns).toBeGreaterThan(questions.length);
    const pages = await collected(store.measuredAnswers("c"));
    expect(pages.flat()).toHaveLength(learners * questions.length);
    for (const page of pages) expect(page.length).toBeLessThan(5 * questions.length);
  },
);
