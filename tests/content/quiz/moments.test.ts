// The moments of runs that explanations point at: trained, each shows what is said of it.
import { expect, test } from "vitest";
import { readAllQuestions } from "@/content/quiz/lesson-questions";
import type { Lab } from "@/labs/catalog/lab";
import { claimNamed, labs } from "@/labs/catalog/labs";
import { claimedRun } from "@/labs/claim/claim";
import type { Outcome } from "@/labs/claim/outcome";
import type { Pass } from "@/labs/training/training";
import { provideData } from "@/tests/labs/provide-data";
import { trained } from "@/tests/labs/trained";

provideData();

const moments = (await readAllQuestions())
  .flatMap(({ questions }) => questions)
  .flatMap((question) => ("options" in question ? question.options : []))
  .flatMap(({ refuted }) => (refuted?.at === undefined ? [] : [refuted]));

const known: Readonly<Record<string, Lab>> = labs;

function outcomeAt(name: string, seed?: number): Outcome {
  const claim = claimNamed(name);
  const start = known[name.split("/")[0] ?? ""]?.start;
  if (!claim || !start) throw new Error(`no claim ${name}`);
  const run = claimedRun(claim, start);
  return trained(seed === undefined ? run : { ...run, seed });
}

function passAt({ passes }: Outcome, pass: number): Pass {
  const found = passes[pass];
  if (!found) throw new Error(`no pass ${pass}`);
  return found;
}

const lowestTest = ({ passes }: Outcome) =>
  passes.reduce((best, pass) => (pass.heldLoss < best.heldLoss ? pass : best));

/** Each moment, and whether the run shows there what the explanation says. */
const shows: Readonly<Record<string, () => void>> = {
  "gpu/batches-of-ten@1"() {
    for (let seed = 1; seed <= 7; seed += 1) {
      const once = passAt(outcomeAt("gpu/batches-of-ten", seed), 1).trainLoss;
      const large = passAt(outcomeAt("gpu/one-whole-batch", seed), 30).trainLoss;
      expect(Math.abs(once - large)).toBeLessThan(0.1);
    }
  },
  "gpu/a-hundred-times-the-rate@1"() {
    for (let seed = 1; seed <= 7; seed += 1) {
      const run = outcomeAt("gpu/a-hundred-times-the-rate", seed);
      expect(passAt(run, 1).trainLoss).toBeGreaterThan(2 * passAt(run, 0).trainLoss);
      for (const [at, { trainLoss }] of run.passes.slice(1).entries()) {
        expect(trainLoss).toBeGreaterThan(passAt(run, at).trainLoss);
      }
      expect(run.diverged).toBe(true);
    }
  },
  "loss/squared-falls@71"() {
    const run = outcomeAt("loss/squared-falls");
    // So clearly that another device's rounding does not undo it.
    const before = passAt(run, 70).trainLoss;
    expect(passAt(run, 71).trainLoss).toBeGreaterThan(1.03 * before);
    expect(passAt(run, 100).trainLoss).toBeLessThan(before);
  },
  "sound/raw-by-heart@3"() {
    const run = outcomeAt("sound/raw-by-heart");
    expect(lowestTest(run).pass).toBe(3);
    expect(passAt(run, 30).heldLoss).toBeGreaterThan(passAt(run, 3).heldLoss + 0.5);
    expect(passAt(run, 30).trainLoss).toBeLessThan(0.05);
  },
  "series/share-does-not@24"() {
    const run = outcomeAt("series/share-does-not");
    expect(lowestTest(run).pass).toBe(24);
    expect(passAt(run, 200).heldLoss).toBeGreaterThan(passAt(run, 24).heldLoss + 0.2);
    expect(passAt(run, 200).trainLoss).toBeLessThan(passAt(run, 24).trainLoss / 3);
  },
};

test.each(Object.entries(shows))("%s shows what is said of it", (_, check) => check());

test("every moment of the course is one of those that were trained", () => {
  const named = moments.map(({ lab, claim, at }) => `${lab}/${claim}@${at}`);
  expect(named.toSorted()).toEqual(Object.keys(shows).toSorted());
});
