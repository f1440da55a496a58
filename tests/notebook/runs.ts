// The runs whose notebooks are executed: together they use everything a run can use.
import { activations } from "@/labs/network/activation";
import { losses } from "@/labs/network/loss";
import { optimizers } from "@/labs/network/optimizer";
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
  hills:
    "data=hills&layers=6-5&act=softplus-linear&loss=absolute&lr=0.02&seed=4294967295",
  dropout:
    "data=arms&layers=12-8&act=tanh-softplus&loss=categorical&opt=adam&lr=0.01&drop=0.2&batch=16",
  "one against the rest":
    "data=arms&samples=100&layers=8&act=elu&loss=crossentropy&split=0.7&batch=9",
  digits:
    "data=digits&samples=200&layers=16&act=relu&loss=categorical&opt=momentum&lr=0.02&drop=0.1",
  "squared digits":
    "data=digits&samples=60&layers=8&act=leaky&loss=squared&opt=adam&lr=0.005&batch=30",
  series: "data=co2&layers=8&act=tanh&loss=huber&opt=rmsprop&lr=0.002&split=0.8&batch=20",
  vowels: "data=vowels&samples=100&layers=10&act=tanh&loss=categorical&opt=adam&lr=0.01",
  "own formulas":
    "layers=6-5&act=z*sigmoid(1.7*z)%3Bexp(-z^2)-0.5&loss=sqrt(1%2B(s-t)^2)-1&lr=0.05&batch=12",
  "own points":
    "data=own&own=0.5_-1_0*1_2_1*-2_0.5_1*-1_-1_0*2_2_1*0_0_0&layers=3&act=sine&loss=hinge&batch=2&w=0_0.25*4_-1.5&outlier=2.5_-2_1",
};

/** The passes of each: as many as are compared. */
export const passes = 50;

/** Data of every kind: a link is read against a run whose data is of its own kind. */
const dataOf = (link: string) =>
  fields.data.parse(new URLSearchParams(link).get("data") ?? "") ?? plainRun.data;

/** Every run by its name. Throws where a link is not wholly legal. */
export const notebookRuns: ReadonlyMap<string, Run> = new Map(
  Object.entries(links).map(([name, link]) => {
    const base = { ...plainRun, data: dataOf(link), passes };
    const { run, refused } = parseRun(link, base);
    if (refused[0]) throw new Error(`Run “${name}”: ${refused[0].says}`);
    return [name, run];
  }),
);

/** What a run can use and none of the runs does. */
export function unused(): string[] {
  const runs = [...notebookRuns.values()];
  const left = (named: object, used: (run: Run) => readonly string[]) => {
    const all = new Set(runs.flatMap(used));
    return Object.keys(named).filter((name) => !all.has(name));
  };
  return [
    ...left(activations, ({ activations }) => activations),
    ...left(losses, ({ loss }) => [loss]),
    ...left(optimizers, ({ optimizer }) => [optimizer]),
    ...left(regularizations, ({ regularization }) => [regularization]),
  ];
}
