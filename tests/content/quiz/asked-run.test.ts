import { expect, test } from "vitest";
import { askedRun } from "@/content/quiz/asked-run";
import { readAllQuestions } from "@/content/quiz/lesson-questions";
import { voterPath, voterRun } from "@/content/quiz/voter-run";
import { parseRun } from "@/labs/run/open-link";

const predictions = (await readAllQuestions()).flatMap(({ questions }) =>
  questions.flatMap((question) => (question.kind === "predict" ? [question] : [])),
);

test("a voter’s run is the question’s in all but the seed, which follows from their id", () => {
  for (const question of predictions) {
    const { run } = askedRun(question);
    const own = voterRun(question, "learner-one-of-a-class");
    expect({ ...own, seed: run.seed }).toEqual(run);
    expect(voterRun(question, "learner-one-of-a-class")).toEqual(own);
    expect(voterRun(question, "learner-two-of-a-class").seed).not.toBe(own.seed);
  }
});

test("its path opens that very run in the lab", () => {
  for (const question of predictions) {
    const { lab } = askedRun(question);
    const path = voterPath(question, "learner-one-of-a-class");
    const [at, query = ""] = path.split("?");
    expect(at).toBe(`/labs/${lab.id}`);
    const { run } = parseRun(query, lab.start);
    expect(run).toEqual(voterRun(question, "learner-one-of-a-class"));
  }
});
