import { expect, test } from "vitest";
import { judged, meetsAll, trialOf, trialsOf } from "@/components/assignment/make/trials";
import { parseGoals } from "@/labs/assignment/goal";
import { divergence, type Engine } from "@/labs/engine/engine";
import { compileTraining } from "@/labs/kernel/kernel";
import { planOf } from "@/labs/run/plan";
import { plainRun, type Run } from "@/labs/run/run";
import { noLoss } from "@/labs/training/training";

const device = { kind: "cpu", name: "CPU", why: "It is the one of this test." } as const;

/** The CPU's training as an engine, some passes a report. */
const engine: Engine = {
  device,
  async *train(run, signal) {
    const { plan, examples, state, passes } = planOf(run);
    const training = compileTraining(plan, examples);
    for (let pass = 1; pass <= passes; pass += 10) {
      if (signal.aborted) return;
      const count = Math.min(10, passes - pass + 1);
      const curve = new Float32Array(2 * count);
      training.train(state, pass, count, curve);
      if (curve.includes(noLoss)) {
        const error = new Error("The weights are no longer numbers.");
        error.name = divergence;
        throw error;
      }
      const reported = Array.from({ length: count }, (_, at) => ({
        pass: pass + at,
        trainLoss: curve[2 * at]!,
        heldLoss: curve[2 * at + 1]!,
      }));
      yield { passes: reported, weights: state.slice(0, plan.network.size), device };
    }
  },
};

const run: Run = { ...plainRun, samples: 60, passes: 35 };
const tried = (run: Run, tell = (_: number) => {}) =>
  trialOf(run, engine, new AbortController().signal, tell);

test("a run is trained to its end, and its goals are judged by what was seen", async () => {
  const passes: number[] = [];
  const trial = await tried(run, (pass) => passes.push(pass));
  expect(passes).toEqual([10, 20, 30, 35]);
  if (!trial || !("attempt" in trial)) throw new Error("It was not tried.");
  expect(trial.attempt).toMatchObject({
    neurons: 4,
    weights: 17,
    pass: 35,
    device: "cpu",
  });
  const { goals } = parseGoals("neurons_4*weights_16*device_cpu*answer_a*loss_1000");
  const verdicts = judged(goals, trial.attempt).map(({ goal, met }) => [goal.kind, met]);
  expect(verdicts).toEqual([
    ["neurons", true],
    ["weights", false],
    ["device", true],
    ["loss", true],
  ]);
  expect(meetsAll(goals, trial)).toBe(false);
  expect(meetsAll(parseGoals("neurons_4*answer_a").goals, trial)).toBe(true);
});

test("a run that diverges meets nothing, and says so", async () => {
  const trial = await tried({ ...run, rate: 10, activations: ["linear"] });
  expect(trial).toEqual({ fault: "The weights are no longer numbers." });
  expect(trial && meetsAll([], trial)).toBe(false);
});

test("a run that is left gives nothing, and a broken engine is told", async () => {
  const stop = new AbortController();
  const left = trialOf(run, engine, stop.signal, () => stop.abort());
  expect(await left).toBe(null);
  const broken: Engine = { device, async *train() {} };
  const signal = new AbortController().signal;
  await expect(trialOf(run, broken, signal, () => {})).rejects.toThrow("stopped before");
});

test("runs are tried side by side, and one whose worker breaks loses no other", async () => {
  const { signal } = new AbortController();
  const asked = [1, 2, 3].map((seed) => ({
    name: `Learner ${seed}`,
    run: { ...run, seed },
  }));
  /** The engine, whose training of one seed breaks half way. */
  const without = (broken: readonly number[]): Engine => ({
    device,
    async *train(run, signal, pace) {
      for await (const progress of engine.train(run, signal, pace)) {
        yield progress;
        if (broken.includes(run.seed)) throw new Error("The engine stopped.");
      }
    },
  });
  const passes = [0, 0, 0];
  const all = await trialsOf(asked, without([2]), signal, (at, pass) => {
    passes[at] = pass;
  });
  expect(passes).toEqual([35, 10, 35]);
  expect(all.map(({ name }) => name)).toEqual(["Learner 1", "Learner 2", "Learner 3"]);
  const alone = await tried(asked[2]!.run);
  expect(all[2]?.trial).toEqual(alone);
  expect(all[1]?.trial).toEqual({ fault: "The engine stopped." });
  expect(all.map(({ trial }) => meetsAll([], trial))).toEqual([true, false, true]);
  const none = trialsOf(asked, without([1, 2, 3]), signal, () => {});
  await expect(none).rejects.toThrow("The engine stopped.");
});
