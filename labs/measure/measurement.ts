import { csvText } from "@/labs/arithmetic/csv";
import { biasesOf, depthOf, layered, weightedLayers } from "@/labs/network/network";
import type { Examples, Plan } from "@/labs/run/plan";
import type { Timing, Timings } from "./crossover";

// Measurements that answer "does the GPU help here?", as far as they have come in.

/** The ways of computing that are compared. */
export const ways = {
  cpu: { label: "CPU" },
  steps: { label: "GPU, op by op" },
  one: { label: "GPU, in one dispatch" },
} as const;

/** A way of computing by its name in `ways`. */
export type Way = keyof typeof ways;

/** In the order in which they are measured and shown. */
export const wayNames = Object.keys(ways) as readonly Way[];

/** Whether a way is one of the GPU's. */
export const onGpu = (way: Way) => way !== "cpu";

/**
 * A measurement: products of two n × n matrices, or one pass of a plan whose hidden
 * layers are replaced by two of growing width; its own network is measured first.
 */
export type MeasureRequest =
  | { what: "products" }
  | { what: "network"; plan: Plan; examples: Examples };

/** The two kinds of measurement. */
export type Subject = MeasureRequest["what"];

/** The sizes of each subject, which end earlier where they would take too long. */
export const sizes: Readonly<Record<Subject, readonly number[]>> = {
  products: [2, 4, 8, 16, 32, 64, 128, 256, 512, 1024],
  network: [2, 4, 8, 16, 32, 64, 128, 256, 512],
};

/** The GPU that was found, and how many milliseconds it took to open; or why none was. */
export type GpuFound =
  | { kind: "hardware" | "software"; name: string; opened: number }
  | { kind: "none"; lacks: GpuLack; why: string };

/** The obstacle to a GPU; “working GPU”: there is one, and it failed. */
export type GpuLack = "browser" | "secure page" | "adapter" | "working GPU";

/** One thing that a measurement tells; times are in milliseconds. */
export type Report =
  | { kind: "gpu"; found: GpuFound }
  /** To get one number back from the GPU's memory. */
  | { kind: "read-back"; time: number }
  /** The pass of the plan's own network. */
  | { kind: "own"; way: Way; timing: Timing }
  | { kind: "point"; way: Way; timing: Timing }
  /** A way ends here, because of a fault. */
  | { kind: "fault"; way: Way; why: string };

/** All that has come in of one measurement; times are in milliseconds. */
export type Measured = {
  found: GpuFound | null;
  readBack: number | null;
  own: Partial<Readonly<Record<Way, Timing>>>;
  lines: Readonly<Record<Way, Timings>>;
  faults: readonly { way: Way; why: string }[];
};

/** A measurement before its first report. */
export const nothingMeasured: Measured = {
  found: null,
  readBack: null,
  own: {},
  lines: { cpu: [], steps: [], one: [] },
  faults: [],
};

/** All that has come in, with one more report. */
export function measuredAfter(measured: Measured, report: Report): Measured {
  switch (report.kind) {
    case "gpu":
      return { ...measured, found: report.found };
    case "read-back":
      return { ...measured, readBack: report.time };
    case "own":
      return { ...measured, own: { ...measured.own, [report.way]: report.timing } };
    case "fault":
      return { ...measured, faults: [...measured.faults, report] };
    case "point": {
      const { way, timing } = report;
      const line = [...measured.lines[way], timing];
      return { ...measured, lines: { ...measured.lines, [way]: line } };
    }
  }
}

const things = { products: "product of n × n matrices", network: "pass, layers of n" };

/** A measurement as CSV text: a line for each way and size, times in milliseconds. */
export function csvOf(subject: Subject, measured: Measured): string {
  const { found, readBack, own, lines } = measured;
  const row = (what: string, way: Way, { size, time, first }: Timing) => [
    what,
    ways[way].label,
    size,
    time,
    first,
  ];
  const rows: (string | number)[][] = [
    ["measured", "way", "n", "milliseconds", "milliseconds the first time"],
  ];
  for (const way of wayNames) {
    const timing = own[way];
    if (timing) rows.push(row("pass of the run, n = weights × batch", way, timing));
    for (const timing of lines[way]) rows.push(row(things[subject], way, timing));
  }
  if (found && found.kind !== "none") {
    rows.push(["opening the GPU", found.name, "", found.opened, ""]);
  }
  if (readBack !== null) rows.push(["one number read back", "GPU", "", readBack, ""]);
  return csvText(rows);
}

const units = [
  { unit: "s", milliseconds: 1000 },
  { unit: "ms", milliseconds: 1 },
  { unit: "µs", milliseconds: 1e-3 },
  { unit: "ns", milliseconds: 1e-6 },
] as const;

/** A time given in milliseconds, in the unit that suits it, with two digits or three. */
export function durationText(time: number): string {
  const fits = units.find(({ milliseconds }) => time >= 0.9995 * milliseconds);
  const { unit, milliseconds } = fits ?? units[3];
  const value = time / milliseconds;
  return `${Number(value.toPrecision(value < 100 ? 2 : 3))} ${unit}`;
}

// How much arithmetic one step of a plan holds.

type Step = Pick<Plan, "network" | "batch">;

/** A product of rows × inputs and inputs × outputs, and its multiplications. */
type Product = { rows: number; inputs: number; outputs: number; count: number };

/** The largest matrix product on a step's way forward. */
export function largestProduct({ network, batch }: Step): Product {
  const products = weightedLayers(network).map((layer) => {
    const [inputs, outputs] = [depthOf(layer), biasesOf(layer)];
    const rows = (batch * layer.outputs) / outputs;
    return { rows, inputs, outputs, count: rows * inputs * outputs };
  });
  return products.reduce((most, next) => (next.count > most.count ? next : most));
}

/** The side of two square matrices whose product takes as many multiplications. */
export const squareSide = ({ count }: Product) => Math.cbrt(count);

/** A plan with two hidden layers of `width` instead of its own, alike in activation. */
export function widened<P extends Step>(plan: P, width: number): P {
  const { layers } = plan.network;
  const first = layers[0]!;
  const last = layers.at(-1)!;
  const activation = first === last ? "tanh" : first.activation;
  const network = layered(first.inputs, [width, width], [activation], last.outputs);
  return { ...plan, network };
}
