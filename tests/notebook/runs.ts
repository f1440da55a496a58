// The runs whose notebooks are executed: together they use everything a run can use.
import { labs } from "@/labs/catalog/labs";
import { scalings } from "@/labs/data/scaling";
import { activations } from "@/labs/network/activation";
import { initializations } from "@/labs/network/initialization";
import { losses } from "@/labs/network/loss";
import { type OptimizerName, optimizers } from "@/labs/network/optimizer";
import { regularizations } from "@/labs/network/regularization";
import { parseRun } from "@/labs/run/open-link";
import { fields, plainRun, type Run } from "@/labs/run/run";

const links = {
  ring: "noise=0.1&layers=8",
  "no hidden layer": "in=xx-yy-xy&layers=none&loss=crossentropy&opt=sgd&lr=0.1&batch=32",
  "deep spiral":
    "data=spiral&layers=8-6&act=relu-sine&loss=crossentropy&opt=adam&lr=0.01&batch=7",
  "weight decay":
    "data=xor&layers=6-4&act=leaky-elu&loss=hinge&opt=momentum&lr=0.01&reg=l2&decay=0.01",
  sparse:
    "data=gaussian&noise=0.3&layers=5&act=sigmoid&loss=huber&opt=rmsprop&lr=0.003&reg=l1&decay=0.002",
  "one in twenty": "data=rare&samples=200&layers=4&loss=crossentropy&split=0.6&batch=11",
  hills:
    "data=hills&layers=6-5&act=softplus-linear&loss=absolute&lr=0.02&seed=4294967295",
  "unscaled, from small weights":
    "scale=hundred&init=small&layers=none&lr=0.00001&batch=20",
  "standardised, after He":
    "in=xx-y&scale=standard&init=he&layers=6&act=relu&lr=0.02&split=0.3&outlier=2_2_-1",
  "from large weights": "init=large&layers=4&lr=0.005",
  "from zeros": "scale=ten&init=zeros&layers=4&act=sigmoid",
  dropout:
    "data=arms&layers=12-8&act=tanh-softplus&loss=categorical&opt=adam&lr=0.01&drop=0.2&batch=16",
  "one against the rest":
    "data=arms&samples=100&layers=8&act=elu&loss=crossentropy&split=0.7&batch=9",
  digits:
    "data=digits&samples=200&layers=16&act=relu&loss=categorical&opt=momentum&lr=0.02&drop=0.1",
  "squared digits":
    "data=digits&samples=60&layers=8&act=leaky&loss=squared&opt=adam&lr=0.005&batch=30",
  "convolution of digits":
    "data=digits&samples=100&kernels=4&size=3&pool=4&layers=8&act=tanh-relu&loss=categorical&opt=adam&lr=0.005&drop=0.2&w=3_0.25*37_-0.5*60_1",
  "convolution of sound":
    "data=waves&samples=60&kernels=6&size=20&stride=5&pool=10&layers=none&act=tanh&loss=categorical&opt=momentum&lr=0.01&reg=l2&decay=0.01",
  series: "data=co2&layers=8&act=tanh&loss=huber&opt=rmsprop&lr=0.002&split=0.8&batch=20",
  vowels: "data=vowels&samples=100&layers=10&act=tanh&loss=categorical&opt=adam&lr=0.01",
  "a text":
    "data=lessons&context=2&layers=8&act=relu&loss=categorical&opt=adam&lr=0.002&batch=200",
  "own formulas":
    "layers=6-5&act=z*sigmoid(1.7*z)%3Bexp(-z^2)-0.5&loss=sqrt(1%2B(s-t)^2)-1&lr=0.05&batch=12",
  "a formula with a jump":
    "data=spiral&layers=6-5&act=z*sigmoid(z);z>0?1:0&loss=log(1%2B(s-t)^2)&opt=adam&lr=0.01",
  "own points":
    "data=own&own=0.5_-1_0*1_2_1*-2_0.5_1*-1_-1_0*2_2_1*0_0_0&layers=3&act=sine&loss=hinge&batch=2&w=0_0.25*4_-1.5&outlier=2.5_-2_1",
};

/** The passes of each: as many as are compared. */
export const passes = 50;

/** Data of every kind: a link is read against a run whose data is of its own kind. */
const dataOf = (link: string) =>
  fields.data.parse(new URLSearchParams(link).get("data") ?? "") ?? plainRun.data;

/** The run of a link that is read against `base`. Throws where it is not wholly legal. */
export function runOf(link: string, base: Run): Run {
  const { run, refused } = parseRun(link, base);
  if (refused[0]) throw new Error(`“${link}”: ${refused[0].says}`);
  return run;
}

const namesOf = <N extends string>(named: Record<N, unknown>) =>
  Object.keys(named) as N[];

const rates: Readonly<Record<OptimizerName, number>> = {
  sgd: 0.02,
  momentum: 0.005,
  rmsprop: 0.002,
  adam: 0.005,
};

/**
 * Every optimizer with every loss, and regularizations and dropout by turns. They learn
 * slowly: in wild runs rounding decides, and the lab's own kernels go apart.
 */
export const spread: ReadonlyMap<string, Run> = new Map(
  namesOf(optimizers).flatMap((optimizer, o) =>
    namesOf(losses).map((loss, l): [string, Run] => {
      const regularization = namesOf(regularizations)[(o + l) % 3]!;
      const drop = (o + Math.floor(l / 3)) % 2 === 0 ? 0 : 0.25;
      const run: Run = {
        ...{
          ...plainRun,
          data: "arms",
          noise: 0.1,
          layers: [6, 4],
          passes,
          seed: 6 * o + l,
        },
        ...{
          activations: ["tanh", "elu"],
          batch: 16,
          rate: rates[optimizer],
          decay: 0.005,
        },
        ...{ optimizer, loss, regularization, drop },
      };
      return [`${optimizer}, ${loss}, ${regularization}, dropout ${drop}`, run];
    }),
  ),
);

/** Labs whose own rate is so high that rounding decides after a dozen passes. */
const wild = ["text", "windows"];

/** The runs of the labs, and others that together use all that a run can use. */
export const notebookRuns: ReadonlyMap<string, Run> = new Map([
  ...Object.entries(labs).map(([id, { start }]): [string, Run] => [
    `lab ${id}`,
    { ...start, passes, rate: wild.includes(id) ? start.rate / 100 : start.rate },
  ]),
  ...Object.entries(links).map(([name, link]): [string, Run] => [
    name,
    runOf(link, { ...plainRun, data: dataOf(link), passes }),
  ]),
]);

/** Settings that a reader changes in a notebook, and the link that says so of its run. */
export const changed = [
  {
    of: "ring",
    settings: { SEED: "9", SAMPLES: "200", NOISE: "0.3", HIDDEN: "[5, 4]", BATCH: "7" },
    becomes: "noise=0.3&layers=5-4&seed=9&samples=200&batch=7",
  },
  {
    of: "no hidden layer",
    settings: { HIDDEN: "[6]", SPLIT: "0.7", BATCH: "1000" },
    becomes: "layers=6&split=0.7&batch=1000",
  },
  {
    of: "dropout",
    settings: { HIDDEN: "[4, 3, 2]", DROP: "0.4", SAMPLES: "90", RATE: "0.005" },
    becomes: "layers=4-3-2&drop=0.4&samples=90&lr=0.005",
  },
  {
    of: "weight decay",
    settings: { DECAY: "0.1", HIDDEN: "[3]" },
    becomes: "decay=0.1&layers=3",
  },
  {
    of: "digits",
    settings: { HIDDEN: "[10, 6]", BATCH: "25" },
    becomes: "layers=10-6&batch=25",
  },
];

/** What a run can use and none of the runs does. */
export function unused(): string[] {
  const runs = [...notebookRuns.values()];
  const left = (named: object, used: (run: Run) => readonly string[]) => {
    const all = new Set(runs.flatMap(used));
    return Object.keys(named).filter((name) => !all.has(name));
  };
  return [
    ...left(activations, ({ activations }) => activations),
    ...left(initializations, ({ initialization }) => [initialization]),
    ...left(scalings, ({ scaling }) => [scaling]),
    ...left(losses, ({ loss }) => [loss]),
    ...left(optimizers, ({ optimizer }) => [optimizer]),
    ...left(regularizations, ({ regularization }) => [regularization]),
  ];
}
