import { expect, test } from "vitest";
import {
  judgedGoals,
  learnerAttempt,
  ownSide,
} from "@/components/assignment/do/judged-goals";
import {
  makeReceipt,
  receiptFile,
  whyNoReceipt,
} from "@/components/assignment/do/make-receipt";
import { workStart } from "@/components/assignment/do/opened-work";
import { labReducer } from "@/components/lab/training/lab-reducer";
import { type LabState, startState } from "@/components/lab/training/lab-state";
import { record } from "@/content/quiz/answer-book";
import { sampleOf } from "@/labs/data/sample";
import { compileTraining } from "@/labs/kernel/kernel";
import { checked } from "@/labs/receipt/check";
import { openReceipt } from "@/labs/receipt/packed";
import { planOf } from "@/labs/run/plan";
import { assignmentOf } from "@/tests/labs/receipt/train-receipt";

const cpu = { kind: "cpu", name: "CPU", why: "You chose the CPU." } as const;
const link =
  "/labs/network?assignment=1&goal=loss_0.7*accuracy_60*answer_known&samples=60";
const none: ReadonlySet<string> = new Set();

function opened(path: string, query: string) {
  const start = workStart(assignmentOf(path), { name: "Ada" }, query, []);
  return { start, state: startState(start) };
}

/** The lab after so many passes on the CPU, "running" and then as `end` says. */
function trained(state: LabState, count: number, end: "paused" | "done"): LabState {
  const { plan, examples, state: weights } = planOf(state.run);
  const losses = new Float32Array(2 * count);
  compileTraining(plan, examples).train(weights, 1, count, losses);
  const passes = Array.from({ length: count }, (_, at) => ({
    pass: at + 1,
    trainLoss: losses[2 * at]!,
    heldLoss: losses[2 * at + 1]!,
  }));
  const progress = {
    passes,
    weights: weights.slice(0, plan.network.size),
    device: cpu,
  };
  const running = labReducer(state, { kind: "running" });
  const there = labReducer(running, { kind: "progress", side: 0, speed: 1, progress });
  return labReducer(there, { kind: end });
}

test("the receipt of a paused run is opened and confirmed, its answers with it", async () => {
  const { start, state } = opened(link, "lr=0.3");
  const paused = trained(state, 40, "paused");
  expect(whyNoReceipt(paused)).toBeNull();
  const ticked = { kind: "ticked", options: ["third"] } as const;
  const book = record({}, "known", { answer: ticked, right: true, at: 1 });
  const answered = new Set(["known"]);
  const [side] = paused.sides;
  const made = await makeReceipt(start.assigned, side, answered, book);
  const found = "packed" in made ? await openReceipt(made.packed) : made;
  if ("problem" in found) throw new Error(found.problem);
  expect(found.run).toEqual({ ...state.run, passes: 40 });
  expect(found.receipt).toMatchObject({
    name: "Ada",
    device: { kind: "cpu", name: "CPU" },
    answers: [{ question: "known", answer: ":third" }],
  });
  expect(found.receipt.weights).toEqual(side.weights);
  const { verdict, findings } = checked(found, () => "right");
  expect(findings.filter((one) => one.verdict !== "good")).toEqual([]);
  expect(verdict).toBe("confirmed");
});

test("goals are judged alike under way and at rest, but for the rounding", () => {
  const { state } = opened(link, "lr=0.1");
  const [side] = trained(state, 40, "paused").sides;
  const rest = learnerAttempt(side, true, none, true);
  expect(learnerAttempt(side, false, none, true)).toEqual({
    testLoss: expect.closeTo(rest.testLoss ?? 0, 6),
    accuracy: rest.accuracy,
    neurons: 4,
    weights: 17,
    copies: 0,
    pass: 40,
    device: "cpu",
    answered: none,
  });
  expect(rest.accuracy).toBeGreaterThan(0.3);
});

test("a goal says what was seen, before training and where it was met earlier", () => {
  const { start, state } = opened(link, "");
  const judge = (state: LabState, answered = none) => {
    const side = ownSide(state);
    const attempt = side && learnerAttempt(side, true, answered, true);
    return judgedGoals(
      start.assigned.assignment.goals,
      side && attempt && { side, attempt },
    );
  };
  const before = judge(state);
  expect(before.map(({ met }) => met)).toEqual([false, false, false]);
  expect(before[0]?.saw).toMatch(/^test loss [\d.]+ before training$/);
  expect(judge(state, new Set(["known"]))[2]).toMatchObject({
    met: true,
    short: "Question 1 answered",
    text: "Question answered: known",
  });
  const [side] = state.sides;
  const far = { pass: 2, trainLoss: 1, heldLoss: 0.9 };
  const passes = [...side.passes, { pass: 1, trainLoss: 1, heldLoss: 0.59 }, far];
  const worse = { ...side, passes, trainedBy: cpu };
  const attempt = learnerAttempt(worse, false, none, false);
  const goals = [{ kind: "loss", bound: 0.6 } as const];
  expect(judgedGoals(goals, { side: worse, attempt })[0]).toMatchObject({
    met: false,
    saw: "test loss 0.9; it was low enough at pass 1",
  });
  expect(judgedGoals(goals, null)[0]).toMatchObject({ met: false, saw: "" });
  const idle = { ...attempt, device: null };
  const few = [{ kind: "neurons", bound: 99 } as const];
  expect(judgedGoals(few, { side, attempt: idle })[0]?.saw).toMatch(
    /^\d+ hidden neurons?; it counts once trained$/,
  );
});

test("there is no receipt before training, during it, in a sweep, or of a diverged run", () => {
  const { state } = opened(link, "");
  expect(whyNoReceipt(state)).toContain("Press Train");
  const done = trained(state, 3, "paused");
  expect(whyNoReceipt(labReducer(done, { kind: "running" }))).toContain("Pause");
  expect(whyNoReceipt(labReducer(done, { kind: "failed", why: "x" }))).toContain(
    "broke off",
  );
  const fault = labReducer(done, { kind: "ended", side: 0, fault: "It diverged." });
  expect(whyNoReceipt(labReducer(fault, { kind: "done" }))).toContain("diverged");
  const beside = { kind: "sweep", setting: "rate", texts: ["0.1", "0.2"] } as const;
  const swept = labReducer(state, { kind: "set", run: state.run, beside });
  expect(ownSide(swept)).toBeNull();
  expect(whyNoReceipt(swept)).toContain("sweep");
});

test("where the passes are locked, the receipt is of all of them", () => {
  const { state } = opened(
    `${link}&lock=passes&passes=10`.replace(/&samples=60/, ""),
    "",
  );
  expect(whyNoReceipt(trained(state, 9, "paused"))).toContain("train to pass 10");
  expect(whyNoReceipt(trained(state, 10, "done"))).toBeNull();
});

test("a receipt's file has a name that every system takes", () => {
  expect(receiptFile("network", "Ada Lovelace")).toBe("network-Ada-Lovelace.receipt.txt");
  expect(receiptFile("loss", "../../日本 語:*?")).toBe("loss-日本-語.receipt.txt");
  expect(receiptFile("loss", "🙂")).toBe("loss-learner.receipt.txt");
});

test("the test set of a run that validates is opened once the run has ended", () => {
  const { state } = opened(link, "lr=0.3&valid=0.2&passes=40");
  const attemptAt = (pass: number, end: "paused" | "done") =>
    learnerAttempt(trained(state, pass, end).sides[0], true, none, true);
  expect(attemptAt(20, "paused")).toMatchObject({ testLoss: null, accuracy: null });
  const ended = attemptAt(40, "done");
  const sample = sampleOf(state.run);
  expect(ended.testLoss).toBeGreaterThan(0);
  expect((ended.accuracy ?? 0) * (sample.closed?.targets.length ?? 0)).toBeCloseTo(
    Math.round((ended.accuracy ?? 0) * (sample.closed?.targets.length ?? 0)),
    9,
  );
  expect(ended.testLoss).not.toBe(
    trained(state, 40, "done").sides[0].passes[40]?.heldLoss,
  );
});

test("the receipt of a run that validates is confirmed", async () => {
  const { start, state } = opened(link, "lr=0.3&valid=0.2&passes=40");
  const [side] = trained(state, 40, "done").sides;
  const made = await makeReceipt(start.assigned, side, none, {});
  if ("problem" in made) throw new Error(made.problem);
  const found = await openReceipt(made.packed);
  if ("problem" in found) throw new Error(found.problem);
  const { findings } = checked(found, () => "right");
  const others = findings.filter(({ about }) => about !== "goal");
  expect(others.filter(({ verdict }) => verdict !== "good")).toEqual([]);
});
