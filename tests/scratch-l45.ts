import { plainRun } from "@/labs/run";
import { trainPlainly } from "./labs/plain-training";

const show = (
  name: string,
  over: object,
  seeds = [7, ...Array.from({ length: 20 }, (_, i) => i + 1)],
) => {
  const t = Date.now();
  const out = seeds.map((seed) => {
    const r = trainPlainly({ ...plainRun, ...over, seed } as never);
    const l = r.passes.at(-1)!;
    return (
      (r.weights.every(Number.isFinite) ? "" : "DIV") +
      l.trainLoss.toFixed(3) +
      "/" +
      l.testLoss.toFixed(3)
    );
  });
  console.log(name, (Date.now() - t) / seeds.length, "ms each", out.join(" "));
};
const b = { layers: [64, 64], samples: 600, passes: 20 };
show("wide whole", { ...b, batch: 300 });
show("wide b10", { ...b, batch: 10 }, [7, 1, 2, 3, 4, 5]);
