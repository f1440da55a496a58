import { test } from "vitest";
import { measure } from "@/labs/engine/measure";
import { measuredAfter, nothingMeasured, type Ask } from "@/labs/measurement";
import { answerOf, detailsOf } from "@/components/lab/gpu/measured-words";
import { planOf } from "@/labs/plan";
import { labs } from "@/labs/catalog/labs";
import { provideGpu } from "./node-gpu";
provideGpu();
const { plan, examples } = planOf(labs.gpu.start);
const asks: Ask[] = [{ what: "products" }, { what: "network", plan, examples }];
test.each(asks)("$what", async (ask) => {
  const begun = performance.now();
  let m = nothingMeasured;
  for await (const r of measure(ask)) m = measuredAfter(m, r);
  console.log(ask.what, performance.now() - begun, m.readBack, JSON.stringify(m.found), JSON.stringify(m.own));
  for (const [way, line] of Object.entries(m.lines)) console.log(way, line.map(({ size, time, first }) => `${size}: ${time.toPrecision(3)} (${first.toPrecision(3)})`).join("  "));
  console.log(answerOf(ask.what, m), detailsOf(ask.what, m), m.faults);
});
