import { expect, test } from "vitest";
import { suggestedValues, sweepable, sweepFrom } from "@/components/lab/shelf/sweep";
import { sidesOf } from "@/components/lab/training/side";
import { labs } from "@/labs/catalog/labs";
import type { Run } from "@/labs/run/run";

const run: Run = labs.network.start;

test("a sweep takes no value that the rest of the run would replace", () => {
  const problemOf = (setting: keyof Run, text: string) => {
    const read = sweepFrom(setting, text, run);
    return "problem" in read ? read.problem : null;
  };
  expect(problemOf("data", "circle xor")).toBeNull();
  expect(problemOf("data", "circle digits")).toBe(
    "Data cannot be “digits” here: the rest of the run does not suit it.",
  );
  expect(problemOf("data", "circle own")).toContain("cannot be “own” here");
  expect(problemOf("loss", "squared categorical")).toContain("“categorical” here");
});

test("a sweep of how far back to look takes what the series is long enough for", () => {
  const values = Array.from({ length: 20 }, (_, month) => (month * month) % 17);
  const series: Run = { ...labs.series.start, data: "values", values };
  expect(sweepFrom("window", "1 17", series)).toHaveProperty("sweep");
  expect(sweepFrom("window", "1 18", series)).toHaveProperty("problem");
});

test("typed weights do not keep a sweep from other layers", () => {
  const typed = { ...run, edits: [{ at: 12, value: 1 }] };
  expect(sweepFrom("layers", "none 1 4", typed)).toHaveProperty("sweep");
});

test("what a sweep suggests can be swept, wherever the run stands", () => {
  const starts: readonly Run[] = Object.values(labs).map(({ start }) => start);
  const far = { seed: 4_294_967_295, rate: 10, samples: 2000, passes: 100_000 };
  for (const start of [...starts, { ...run, ...far }]) {
    for (const setting of sweepable(start)) {
      const text = suggestedValues(setting, start);
      // The loss, say, may have one value only that suits the data.
      if (!text.includes(",")) continue;
      expect(sweepFrom(setting, text, start), `${setting}: ${text}`).toHaveProperty(
        "sweep",
      );
    }
    expect(suggestedValues("seed", start).split(", ")).toHaveLength(5);
  }
});

test("the run's own value is among those suggested, to its last digit", () => {
  expect(suggestedValues("rate", { ...run, rate: 0.01234 }).split(", ")).toContain(
    "0.01234",
  );
  expect(suggestedValues("passes", { ...run, passes: 137 }).split(", ")).toContain("137");
});

test("the device is not swept: runs that train together share one", () => {
  expect(sweepable(run)).not.toContain("device");
});

test("typed weights stay with the network they were typed for in a sweep", () => {
  const { start } = labs["one-pass"];
  const swept = (setting: keyof Run, texts: readonly string[]) =>
    sidesOf(labs["one-pass"], start, { kind: "sweep", setting, texts }).map(
      (side) => side.run.edits.length,
    );
  const typed = start.edits.length;
  expect(typed).toBeGreaterThan(0);
  expect(swept("layers", ["2", "4", "none"])).toEqual([typed, 0, 0]);
  expect(swept("rate", ["0.1", "0.2"])).toEqual([typed, typed]);
});
