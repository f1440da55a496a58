import { expect, onTestFinished, test, vi } from "vitest";
import { type LabEvent, labReducer } from "@/components/lab/training/lab-reducer";
import { startState } from "@/components/lab/training/lab-state";
import { createLabTraining } from "@/components/lab/training/lab-training";
import { createGate } from "@/components/lab/training/train-sides";
import type { Lab } from "@/labs/catalog/lab";
import { labs } from "@/labs/catalog/labs";
import type { OpenEngine } from "@/labs/engine/engine";
import { openEngine } from "@/labs/engine/open-engine";
import type { Run } from "@/labs/run/run";
import { provideWorkers } from "../../../labs/engine/node-worker";

const workers = provideWorkers();

const lab: Lab = labs.network;
const run: Run = { ...lab.start, passes: 40, samples: 40, device: "cpu" };

/** A training whose events are collected, and the state that they lead to. */
function follow(open: OpenEngine = openEngine) {
  const events: LabEvent[] = [];
  const heard = new Set<() => void>();
  let state = startState({ lab, run, refused: [], beside: { kind: "nothing" } });
  const training = createLabTraining((event) => {
    events.push(event);
    state = labReducer(state, event);
    for (const hear of heard) hear();
  }, open);
  onTestFinished(training.close);
  const until = (is: () => boolean) =>
    new Promise<void>((resolve) => {
      const hear = () => is() && resolve();
      heard.add(hear);
      hear();
    });
  return { training, events, state: () => state, until };
}

const passOf = ({ state }: ReturnType<typeof follow>) =>
  state().sides[0].passes.at(-1)?.pass ?? 0;

test("a run is trained to its end, and told in order", async () => {
  const one = follow();
  one.training.begin(createGate("full"), [run]);
  await one.until(one.training.hasEnded);
  const kinds = one.events.map(({ kind }) => kind);
  expect(kinds[0]).toBe("opened");
  expect(kinds.slice(-2)).toEqual(["ended", "done"]);
  expect(one.state().status).toBe("done");
  const { passes, trainedBy } = one.state().sides[0];
  expect(passes.map(({ pass }) => pass)).toEqual(passes.map((_, at) => at));
  expect(passOf(one)).toBe(40);
  expect(trainedBy?.kind).toBe("cpu");
});

test("a step is one pass, and the end comes even where the gate is closed", async () => {
  const one = follow();
  const gate = createGate("full");
  gate.step();
  one.training.begin(gate, [{ ...run, passes: 2 }]);
  await one.until(() => passOf(one) === 1);
  expect(one.training.hasEnded()).toBe(false);
  gate.step();
  await one.until(one.training.hasEnded);
  expect(passOf(one)).toBe(2);
});

test("a training that was left tells nothing more", async () => {
  const one = follow();
  const gate = createGate("full");
  gate.step();
  one.training.begin(gate, [run]);
  await one.until(() => passOf(one) === 1);
  one.training.leave();
  const told = one.events.length;
  expect(one.training.gate()).toBe(null);
  one.training.begin(createGate("full"), [run]);
  await one.until(one.training.hasEnded);
  const later = one.events.slice(told);
  expect(later[0]?.kind).toBe("opened");
  expect(later.filter(({ kind }) => kind === "done")).toHaveLength(1);
});

test("several runs are trained side by side, and one that diverges ends alone", async () => {
  const one = follow();
  const wild: Run = { ...run, loss: "squared", rate: 1e6, optimizer: "sgd" };
  one.training.begin(createGate("full"), [run, wild]);
  await one.until(one.training.hasEnded);
  const ended = one.events.filter((event) => event.kind === "ended");
  expect(ended.map(({ side, fault }) => [side, fault !== null])).toContainEqual([
    0,
    false,
  ]);
  expect(ended.map(({ side, fault }) => [side, fault !== null])).toContainEqual([
    1,
    true,
  ]);
  expect(one.events.at(-1)?.kind).toBe("done");
});

test("an engine that cannot be opened is said, and the next try opens another", async () => {
  let tries = 0;
  const one = follow(async (wish, signal) => {
    tries += 1;
    if (tries === 1) throw new Error("No engine could start.");
    return openEngine(wish, signal);
  });
  one.training.begin(createGate("full"), [run]);
  await one.until(one.training.hasEnded);
  expect(one.state()).toMatchObject({
    status: "failed",
    fault: "No engine could start.",
  });
  one.training.leave();
  one.training.begin(createGate("full"), [run]);
  await one.until(() => one.events.at(-1)?.kind === "done");
  expect(tries).toBe(2);
});

test("a side whose worker dies is told, and the other comes to its end", async () => {
  vi.stubGlobal("navigator", { hardwareConcurrency: 2 });
  onTestFinished(() => void vi.unstubAllGlobals());
  workers.length = 0;
  const one = follow();
  one.training.begin(createGate("full"), [
    { ...run, passes: 5000 },
    { ...run, seed: 2, passes: 100_000 },
  ]);
  await one.until(() => one.events.some((event) => isReport(event, 1)));
  expect(workers).toHaveLength(2);
  workers[1]?.dispatchEvent(Object.assign(new Event("error"), { message: "no room" }));
  await one.until(one.training.hasEnded);
  const kinds = one.events.map(({ kind }) => kind).filter((kind) => kind !== "progress");
  expect(kinds).toEqual(["opened", "broke", "ended", "failed"]);
  expect(one.state().status).toBe("failed");
  expect(one.state().fault).toBe("The engine stopped: no room.");
  expect(one.state().sides[0].passes.at(-1)?.pass).toBe(5000);
  // The next training has an engine of its own.
  one.training.leave();
  one.training.begin(createGate("full"), [run]);
  await one.until(() => one.events.at(-1)?.kind === "done");
});

const isReport = (event: LabEvent, side: number) =>
  event.kind === "progress" && event.side === side;
