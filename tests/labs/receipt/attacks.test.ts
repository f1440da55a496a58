// Receipts made to be confirmed although the task was not done, or not by who says so.
import { expect, test } from "vitest";
import { linkOf } from "@/labs/assignment/assignment-link";
import { withExamplesLocked } from "@/labs/assignment/examples";
import { seedFor } from "@/labs/assignment/learner-start";
import { type Check, checked } from "@/labs/receipt/check";
import type { Expected } from "@/labs/receipt/findings";
import { openReceipt, pack } from "@/labs/receipt/packed";
import type { Receipt } from "@/labs/receipt/receipt";
import { assignmentOf, trainReceipt } from "./train-receipt";

const judge = () => "unknown" as const;

async function opened(receipt: Receipt) {
  const found = await openReceipt(await pack(receipt));
  if ("problem" in found) throw new Error(found.problem);
  return found;
}

async function check(receipt: Receipt, expected: Partial<Expected> = {}) {
  return checked(await opened(receipt), judge, {
    assignment: null,
    learner: null,
    ...expected,
  });
}

const sayings = ({ findings }: Check) => findings.map(({ says }) => says).join("\n");

/** What the sentence that decided is about. */
const about = ({ findings, decided }: Check) =>
  findings.find(({ says }) => says === decided)?.about;

const spiral =
  "/labs/network?assignment=1&goal=loss_0.05*accuracy_100*passes_50&lock=data-loss" +
  "&data=spiral&noise=0.5";

/** The learner's best of a few rates on one test example. */
async function onOnePoint(link: string) {
  for (const rate of [0.3, 0.1, 1, 0.03, 3]) {
    for (const optimizer of ["adam", "sgd"] as const) {
      const set = { noise: 0, samples: 10, split: 0.9, passes: 50, rate, optimizer };
      const receipt = trainReceipt(link, "Ada", set);
      if ((receipt.curve.at(-1)?.heldLoss ?? 1) < 0.05) return receipt;
    }
  }
  throw new Error("No rate met the goal.");
}

test("one test example confirms nothing, and what was changed and left open is named", async () => {
  const found = await check(await onOnePoint(spiral));
  expect(found.verdict).toBe("unconfirmed");
  expect(found.decided).toMatch(
    /^Test loss below 0\.05: test loss 0\.0\d+, but on 1 test example, fewer than/,
  );
  expect(found.met).toEqual([false, false, true]);
  expect(found.open).toEqual([
    ...["Noise", "Share used for training", "Examples", "Outliers"],
  ]);
  expect(found.changed).toMatch(
    /^Noise 0\.5 → 0; Share used for training 0\.5 → 0\.9; Examples 300 → 10; Optimizer|Learning/,
  );
});

test("with the examples locked, as new assignments have them, it is contradicted", async () => {
  const open = assignmentOf(spiral);
  const link = linkOf({ ...open, lock: withExamplesLocked(open) });
  expect(link).toContain("lock=data-noise-split-samples-outlier-loss&");
  const found = await check(await onOnePoint(link));
  expect(found.verdict).toBe("contradicted");
  expect(found.decided).toBe(
    "Locked settings were changed: Noise, Share used for training, Examples.",
  );
  expect(found).toMatchObject({ open: [], met: [false, false, false] });
});

test("few test examples are no fault where the assignment itself has as few", async () => {
  const few = "/labs/network?assignment=1&goal=loss_9&samples=10&split=0.9&passes=5";
  expect(await check(trainReceipt(few, "Ada"))).toMatchObject({ verdict: "confirmed" });
  const many = few.replace("samples=10&split=0.9", "samples=20");
  const ten = await check(trainReceipt(many, "Ada", { noise: 0.1 }));
  expect(ten).toMatchObject({ verdict: "confirmed", changed: "Noise 0 → 0.1" });
  const nine = trainReceipt(many, "Ada", { samples: 10, split: 0.1 });
  expect((await check(nine)).verdict).toBe("unconfirmed");
});

test("another dataset is named, with every other setting that was changed", async () => {
  const link = "/labs/network?assignment=1&goal=loss_9&data=spiral&passes=10";
  const set = { data: "gaussian", rate: 0.1 } as const;
  const found = await check(trainReceipt(link, "Ada", set));
  expect(found.changed).toBe("Data Spiral → Two clouds; Learning rate 0.03 → 0.1");
  expect(found.open[0]).toBe("Data");
  const longer = trainReceipt(link, "Ada", { passes: 20, layers: [4, 2], device: "cpu" });
  expect((await check(longer)).changed).toBe(
    "Hidden layers 4 neurons → 4, then 2 neurons; Passes 10 → 20",
  );
  const shorter = await check(trainReceipt(link, "Ada", { passes: 5 }));
  expect(shorter).toMatchObject({ changed: "", verdict: "confirmed" });
});

test("a goal that the learner made easier counts as it was sent", async () => {
  const sent = assignmentOf(
    "/labs/network?assignment=1&title=Circle&goal=loss_0.3&passes=9",
  );
  const easier = linkOf({ ...sent, goals: [{ kind: "loss", bound: 3 }] });
  const receipt = trainReceipt(easier, "Ada");
  const found = await check(receipt, { assignment: sent });
  expect(found).toMatchObject({ verdict: "not met", met: [false] });
  expect(found.decided).toMatch(/^Test loss below 0\.3: not met/);
});

test("a lock that the learner took off holds as it was sent", async () => {
  const sent = assignmentOf("/labs/network?assignment=1&goal=loss_3&lock=data&passes=9");
  const open = linkOf({ ...sent, lock: [] });
  const found = await check(trainReceipt(open, "Ada", { data: "gaussian" }), {
    assignment: sent,
  });
  expect(found).toMatchObject({ verdict: "contradicted", met: [false] });
  expect(found.decided).toBe("Locked settings were changed: Data.");
});

test("the receipt of another lab or of another run is another assignment's", async () => {
  const sent = assignmentOf("/labs/network?assignment=1&goal=loss_9&passes=9");
  for (const link of [
    "/labs/network?assignment=1&goal=loss_9&passes=10",
    "/labs/network?assignment=1&goal=loss_9&passes=9&data=gaussian",
    "/labs/loss?assignment=1&goal=loss_9&passes=9",
  ]) {
    const found = await check(trainReceipt(link, "Ada"), { assignment: sent });
    expect(found).toMatchObject({ verdict: "contradicted", met: [false], changed: "" });
    expect(found).toMatchObject({ testLoss: null, accuracy: null, replayed: [] });
    expect(found.findings).toMatchObject([{ about: "settings", verdict: "bad" }]);
    expect(found.decided).toBe("It is the receipt of another assignment.");
  }
});

test("title, note, date, goals, points and quiz may change after a receipt was made", async () => {
  const sent = assignmentOf("/labs/network?assignment=1&title=A&goal=loss_9&passes=9");
  const receipt = trainReceipt(linkOf(sent), "Ada");
  const edited = {
    ...sent,
    title: "B",
    note: "Go on.",
    due: "2026-12-01",
    goals: [{ kind: "passes", bound: 9, points: 2 } as const, ...sent.goals],
    ...({ quiz: ["a"], quizPoints: 3, tries: 2, feedback: "due" } as const),
  };
  const found = await check(receipt, { assignment: edited });
  expect(found).toMatchObject({ verdict: "confirmed", met: [true, true] });
});

const plain = "/labs/network?assignment=1&goal=loss_9&passes=5";

const [ada, bob] = ["aaaaaaaaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbbbbbbbb"] as const;

test("64 spellings of a name train one and the same run", () => {
  const seeds = new Set<number>();
  for (let at = 0; at < 64; at += 1) {
    const put = (bit: number, text: string) => ((at >> bit) & 1 ? text : "");
    const name =
      `Ad${put(0, "\u200c")}${put(3, "x") ? "\u0430" : "a"} Lo${put(1, "\u200d")}vel` +
      `${put(2, "\ufe0f")}ace${put(4, ".")}`;
    const spelled = put(5, "x") ? name.toUpperCase() : name;
    seeds.add(seedFor(assignmentOf(plain), { name: spelled }));
  }
  expect(seeds.size).toBe(1);
});

test("a receipt of version 1 is confirmed under a plain name alone", async () => {
  const former = (name: string) => trainReceipt(plain, { name, former: true });
  expect(await check(former("Ada Lovelace"))).toMatchObject({ verdict: "confirmed" });
  for (const name of ["Аda Lovelace", "Ada\u200cLovelace", "Ada Lovelace.", "aDA"]) {
    const found = await check(former(name));
    expect(found.verdict, name).toBe("unconfirmed");
    expect(found.decided).toContain(
      "is spelled unusually: its seed may have been chosen",
    );
    expect(about(found)).toBe("seed");
  }
  const other = await check({ ...former("Ada"), name: "Bob" });
  expect(other.verdict).toBe("contradicted");
});

test("a receipt of version 1 is of one link, and in a class of one spelling", async () => {
  const receipt = trainReceipt(plain, { name: "Ada", former: true });
  const assignment = assignmentOf(plain);
  const learner = (name: string) => ({ id: "l".repeat(22), name });
  const verdictOf = async (expected: Partial<Expected>) =>
    (await check(receipt, expected)).verdict;
  expect(await verdictOf({ assignment, learner: learner("Ada") })).toBe("confirmed");
  const spelled = await check(receipt, { assignment, learner: learner("ada") });
  expect(spelled.verdict).toBe("unconfirmed");
  expect(spelled.decided).toContain("“Ada” is not spelled as in the class");
  expect(await verdictOf({ assignment, learner: learner("Bob") })).toBe("contradicted");
  const titled = await check(receipt, { assignment: { ...assignment, title: "B" } });
  expect(titled.verdict).toBe("unconfirmed");
  expect(titled.decided).toContain("its link is not the one expected");
  expect(about(titled)).toBe("seed");
});

test("a receipt of version 1 names no place in a class, and is that class's all the same", async () => {
  const receipt = trainReceipt(plain, { name: "Ada", id: ada, former: true });
  expect(receipt.learner).toBe(undefined);
  const learner = { id: ada, name: "Ada" };
  expect((await check(receipt, { learner })).verdict).toBe("confirmed");
});

test("a receipt of version 1 made with the seed of version 2 is contradicted, and so turned", async () => {
  const [one, two] = [true, false].map((former) =>
    trainReceipt(plain, { name: "Ada", former }),
  );
  expect(one?.seed).not.toBe(two?.seed);
  for (const [receipt, version] of [
    [one, 2],
    [two, 1],
  ] as const) {
    if (!receipt) throw new Error("No receipt.");
    expect((await check({ ...receipt, version })).verdict).toBe("contradicted");
  }
});

test("a place in a class is confirmed by that class alone", async () => {
  const receipt = trainReceipt(plain, { name: "Ada Lovelace", id: ada });
  const own = { id: ada, name: "Ada Lovelace" };
  const known = await check(receipt, { learner: own });
  expect(known.verdict).toBe("confirmed");
  expect(sayings(known)).toContain("“Ada Lovelace” has in this class’s assignment.");
  expect(known.findings.every(({ verdict }) => verdict === "good")).toBe(true);
  const alone = await check(receipt);
  expect(alone.verdict).toBe("unconfirmed");
  expect(alone.decided).toContain("only that class can tell");
  expect(about(alone)).toBe("seed");
  const spelled = { ...own, name: "ADA  LOVELACE" };
  expect((await check(receipt, { learner: spelled })).verdict).toBe("confirmed");
});

test("neither another's place nor one made up gives a seed", async () => {
  const lent = trainReceipt(plain, { name: "Ada", id: bob });
  const handedIn = await check(lent, { learner: { id: ada, name: "Ada" } });
  expect(handedIn.verdict).toBe("contradicted");
  expect(handedIn.decided).toContain("another learner of the name “Ada”");
  expect(about(handedIn)).toBe("learner");
  const named = await check(lent, { learner: { id: bob, name: "Bob" } });
  expect(named.decided).toBe("It bears the name “Ada”, and “Bob” handed it in.");
  expect(named.verdict).toBe("contradicted");
  expect(about(named)).toBe("learner");
  const forged = await check(
    { ...lent, learner: ada },
    { learner: { id: ada, name: "Ada" } },
  );
  expect(forged.verdict).toBe("contradicted");
  const outside = await check({ ...lent, learner: undefined });
  expect(outside.verdict).toBe("contradicted");
});

test("a receipt made outside a class is not confirmed in it, and not accused", async () => {
  const receipt = trainReceipt(plain, "Ada");
  const found = await check(receipt, { learner: { id: ada, name: "Ada" } });
  expect(found.verdict).toBe("unconfirmed");
  expect(found.decided).toContain("It was made outside the class");
  expect(about(found)).toBe("seed");
});

test("where all have one seed, no place in a class is needed", async () => {
  const link = `${plain}&lock=seed`;
  const learner = { id: ada, name: "Ada" };
  for (const whose of ["Ada", { name: "Ada", id: ada }]) {
    const found = await check(trainReceipt(link, whose), { learner });
    expect(found.verdict).toBe("confirmed");
  }
  const moved = { ...trainReceipt(link, "Ada"), seed: 8 };
  expect((await check(moved)).decided).toBe(
    "The seed is not the one that the assignment gives to everyone.",
  );
});

test("only the weights that the assignment typed may be typed", async () => {
  const link = `${plain}&layers=3&w=1_0.5*4_-1`;
  const at = (...places: number[]) => places.map((at) => ({ at, value: 0.25 }));
  const verdictOf = async (edits: { at: number; value: number }[]) =>
    (await check(trainReceipt(link, "Ada", { edits }))).verdict;
  expect(await verdictOf(at(1, 4))).toBe("confirmed");
  expect(await verdictOf(at(4))).toBe("confirmed");
  expect(await verdictOf(at(1, 2, 4))).toBe("contradicted");
  expect(await verdictOf(at(0))).toBe("contradicted");
});

test("a later version of the arithmetic is never contradicted by its bits", async () => {
  const says = "Not replayable: it was made by a later version";
  const receipt = { ...trainReceipt(plain, "Ada"), kernel: 3 };
  const far = { ...receipt, weights: receipt.weights.map((weight) => -2 * weight - 1) };
  for (const made of [receipt, far]) {
    const found = await check(made);
    expect(found.verdict).toBe("unconfirmed");
    expect(sayings(found)).toContain(says);
    expect(found.replayed).toEqual([]);
    expect(found.findings.at(-1)?.about).toBe("replay");
  }
  expect((await check(receipt)).decided).toContain(says);
  const odd = await check(far);
  expect(odd.decided).toContain("another version made it");
  expect(about(odd)).toBe("weights");
  expect(sayings(odd)).toContain("by another version of the arithmetic than it was");
});

test("what is alike is told by weights and by settings", async () => {
  const one = await check(trainReceipt(plain, "Ada"));
  const again = await check(trainReceipt(plain, "Ada", { device: "cpu" }));
  const other = await check(trainReceipt(plain, "Bob"));
  const faster = await check(trainReceipt(plain, "Bob", { rate: 0.1 }));
  for (const { likeness } of [one, other]) {
    expect(likeness.weights).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(likeness.run).toMatch(/^[A-Za-z0-9_-]{22}$/);
  }
  expect(again.likeness).toEqual(one.likeness);
  expect(other.likeness.weights).not.toBe(one.likeness.weights);
  expect(other.likeness.run).toBe(one.likeness.run);
  expect(faster.likeness.run).not.toBe(one.likeness.run);
});
