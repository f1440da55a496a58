import { expect, test } from "vitest";
import { hash32 } from "@/labs/arithmetic/random";
import { labs } from "@/labs/catalog/labs";
import { formatRun, longestLink, parseRunWith } from "@/labs/run/link";
import { parseRun } from "@/labs/run/open-link";
import { networkOf } from "@/labs/run/plan";
import {
  fields,
  lossSuits,
  normalizeRun,
  plainRun,
  type Run,
  settings,
} from "@/labs/run/run";
import { randomRun } from "../random-run";

test("a link that says nothing is the lab's own run", () => {
  for (const lab of Object.values(labs)) {
    expect(parseRun("", lab.start)).toEqual({ run: lab.start, refused: [] });
    expect(formatRun(lab.start, lab.start)).toBe("");
  }
});

test("every lab's own run is legal", () => {
  for (const { start } of Object.values(labs)) {
    expect(lossSuits(start)).toBe(true);
    const base = { ...randomRun(1), data: start.data };
    expect(parseRun(formatRun(start, base), base).run).toEqual(start);
  }
});

test("2,000 random runs come back from their links unchanged", () => {
  for (let seed = 0; seed < 2000; seed += 1) {
    const run = randomRun(seed);
    const base = randomRun(seed + 5000);
    const link = formatRun(run, base);
    expect(parseRun(link, base)).toEqual({ run, refused: [] });
    expect(link.length).toBeLessThan(longestLink);
  }
});

test("the key names of links are the agreed ones", () => {
  expect(settings.map((setting) => fields[setting].key).join(" ")).toBe(
    "data noise split valid samples own values outlier in scale moved window text context layers act init kernels size stride pool loss opt lr reg decay drop batch passes w seed device",
  );
});

test.each([
  ["lr=NaN", "lr"],
  ["lr=Infinity", "lr"],
  ["lr=1e999", "lr"],
  ["lr=-0.1", "lr"],
  ["lr=0", "lr"],
  ["lr=0x10", "lr"],
  ["layers=999", "layers"],
  ["layers=8-8-8-8-8-8-8", "layers"],
  ["layers=8--8", "layers"],
  ["layers=0", "layers"],
  ["layers=1e1", "layers"],
  ["kernels=17", "kernels"],
  ["size=0", "size"],
  ["stride=0.5", "stride"],
  ["pool=513", "pool"],
  ["loss=constructor", "loss"],
  ["loss=__proto__", "loss"],
  ["act=toString", "act"],
  ["act=tanh-toString", "act"],
  ["act=tanh--relu", "act"],
  ["act=tanh-tanh-tanh-tanh-tanh-tanh-tanh", "act"],
  ["act=", "act"],
  ["act=%3Dz", "act"],
  ["act=z%2B", "act"],
  ["act=z%3Bs", "act"],
  ["act=z%3B%3Bz", "act"],
  ["act=z%3Bz%3Bz%3Bz%3Bz%3Bz%3Bz", "act"],
  ["act=1e999*z", "act"],
  ["act=z*NaN", "act"],
  ["act=constructor(z)", "act"],
  ["act=__proto__", "act"],
  ["act=%EF%BD%9A", "act"],
  ["act=alert`1`", "act"],
  ["loss=z", "loss"],
  ["loss=s-t-r", "loss"],
  ["loss=%28s-t", "loss"],
  ["opt=lion", "opt"],
  ["reg=l3", "reg"],
  ["decay=2", "decay"],
  ["drop=0.95", "drop"],
  ["drop=-1", "drop"],
  ["loss=categorical", "loss"],
  ["data=hasOwnProperty", "data"],
  ["in=", "in"],
  ["in=x-x", "in"],
  ["in=x-z", "in"],
  ["batch=1.5", "batch"],
  ["batch=0", "batch"],
  ["passes=100001", "passes"],
  ["seed=4294967296", "seed"],
  ["seed=-1", "seed"],
  ["noise=0.51", "noise"],
  ["split=1", "split"],
  ["device=gpu", "device"],
  ["samples=", "samples"],
  ["data=hills&loss=hinge", "loss"],
  ["data=digits", "data"],
  ["data=own", "data"],
  ["data=own&own=1_1_0", "data"],
  ["own=1_1", "own"],
  ["own=1_1_0*", "own"],
  ["own=1_1_10", "own"],
  ["own=1_1_0.5", "own"],
  ["own=1_1_-1", "own"],
  ["own=1e3_1_0", "own"],
  ["own=101_1_0", "own"],
  ["own=NaN_1_0", "own"],
  [`own=${Array(401).fill("1_1_0").join("*")}`, "own"],
  ["values=1*two", "values"],
  ["values=", "values"],
  ["outlier=1_1_1*1_1_1*1_1_1*1_1_1*1_1_1*1_1_1", "outlier"],
  ["window=0", "window"],
  ["window=37", "window"],
  ["text=A-text", "text"],
  ["text=a+text", "text"],
  ["text=", "text"],
  [`text=${"a".repeat(8001)}`, "text"],
  ["context=0", "context"],
  ["context=9", "context"],
  ["w=0.5_1", "w"],
  ["w=-1_1", "w"],
  ["w=1_1001", "w"],
  ["w=17_1", "w"],
])("%s keeps the lab's value and names what was refused", (query, key) => {
  const { run, refused } = parseRun(query, plainRun);
  expect(refused.map((refusal) => refusal.key)).toEqual([key]);
  expect(refused[0]!.says).toMatch(/^[A-Z].+\.$/);
  const { data, own, outliers } = run;
  expect(run).toEqual({ ...plainRun, data, own, outliers });
});

test("equal formulas give equal links, which say them back", () => {
  const written = (text: string) => {
    const query = new URLSearchParams({ layers: "4-4", act: `relu;${text}` });
    return formatRun(parseRun(query.toString(), plainRun).run, plainRun);
  };
  const link = written("z>0?z:-0.5×(-z)");
  expect(new URLSearchParams(link).get("act")).toBe("relu;z > 0 ? z : -0.5 * (-z)");
  expect(written(" z  >0 ? (z) : (-.50)*-z")).toBe(link);
  expect(parseRun(link, plainRun).run.activations).toEqual([
    "relu",
    "=z > 0 ? z : -0.5 * (-z)",
  ]);
  expect(parseRun("act=z-1&loss=abs(s-t)", plainRun)).toEqual({
    run: { ...plainRun, activations: ["=z - 1"], loss: "=abs(s - t)" },
    refused: [],
  });
});

test("a formula that is refused is told why, and no claim has one", () => {
  const says = (query: string) => parseRun(query, plainRun).refused[0]?.says;
  expect(says("act=relu%3B2z")).toMatch(
    /^Activation cannot be “relu;2z”: it must be .* As a formula: “z” \(character 2\) stands/,
  );
  expect(says("act=z+1")).toMatch(/“1” \(character 3\).* a plus is written %2B\.$/);
  expect(parseRun("act=z%2B1", plainRun).run.activations).toEqual(["=z + 1"]);
  expect(says("loss=sqaured")).toMatch(/or a formula of s and t\.$/);
  expect(parseRunWith(undefined, "act=z-1", plainRun).run).toEqual(plainRun);
});

test("one bad part does not spoil the good ones", () => {
  const { run, refused } = parseRun("lr=NaN&layers=8-8", plainRun);
  expect(run).toEqual({ ...plainRun, layers: [8, 8] });
  expect(refused).toHaveLength(1);
});

test("a part that is no setting, or is one twice, is named in one sentence", () => {
  const { run, refused } = parseRun("rate=0.1&lr=0.2&lr=0.3&a&b&c", plainRun);
  expect(run.rate).toBe(0.2);
  expect(refused.map(({ says }) => says)).toEqual([
    "The link has parts that are no setting, or are one twice: “rate”, “lr”, “a” and 2 more.",
  ]);
});

test("what copying and mailing add to a link changes nothing", () => {
  const plain = parseRun("lr=0.2&seed=3", plainRun);
  expect(plain.refused).toEqual([]);
  for (const query of [
    "lr=0.2&amp;seed=3",
    "utm_source=a&lr=0.2&utm_medium=b&seed=3&fbclid=c&gclid=d",
    "lr=0.2&amp;seed=3&amp;utm_campaign=a",
  ]) {
    expect(parseRun(query, plainRun), query).toEqual(plain);
  }
  expect(parseRun("lr=0.2&seed=3&amp=1&utm=2", plainRun).refused).toHaveLength(1);
});

test("20,000 characters of noise are refused at once", () => {
  const noise = Array.from({ length: 20_000 }, (_, index) =>
    String.fromCharCode(33 + (hash32(index) % 90)),
  ).join("");
  expect(parseRun(noise, plainRun)).toMatchObject({
    run: plainRun,
    refused: [{ key: "link" }],
  });
});

test("5,000 mangled links never throw and always give a legal run", () => {
  for (let seed = 0; seed < 5000; seed += 1) {
    const link = [...formatRun(randomRun(seed), plainRun)];
    for (let change = 0; change < 3; change += 1) {
      const at = hash32(seed * 3 + change) % (link.length + 1);
      link.splice(at, 1, String.fromCharCode(32 + (hash32(seed + change) % 95)));
    }
    const { run } = parseRun(link.join(""), plainRun);
    const again: Run = parseRun(formatRun(run, plainRun), plainRun).run;
    expect(again).toEqual(run);
    expect(lossSuits(run)).toBe(true);
  }
});

test("settings without an effect settle to one run, those with one do not", () => {
  const settle = (link: string) =>
    formatRun(normalizeRun(parseRun(link, plainRun).run), plainRun);
  expect(settle("decay=0.5")).toBe("");
  expect(settle("act=tanh-tanh&layers=4-4")).toBe("layers=4-4");
  expect(settle("act=tanh-relu")).toBe("");
  expect(settle("act=relu-sine&drop=0.5&layers=none")).toBe("layers=none");
  expect(settle("act=relu-tanh-tanh&layers=4-4-4")).toBe("layers=4-4-4&act=relu-tanh");
  expect(settle("reg=l2&decay=0.5")).toBe("reg=l2&decay=0.5");
  expect(settle("act=relu-tanh-relu&layers=4-4-4&drop=0.5")).toBe(
    "layers=4-4-4&act=relu-tanh-relu&drop=0.5",
  );
});

test("only data with neighbours are looked at through windows", () => {
  const windows = "kernels=4&size=5&stride=2&pool=3";
  const settle = (link: string) => {
    const base = { ...plainRun, data: fields.data.parse(link.split("=")[1]!)! };
    const { run } = parseRun(windows, base);
    return formatRun(normalizeRun(run), base);
  };
  expect(settle("data=circle")).toBe("");
  expect(settle("data=digits")).toBe(windows);
  expect(settle("data=waves")).toBe(windows);
  const { sound } = labs;
  const bare = parseRun("layers=none&kernels=0&size=5", sound.start).run;
  expect(formatRun(normalizeRun(bare), plainRun)).not.toContain("size");
});

test("too many weights behind a convolution are pooled, in one sentence", () => {
  const link = "data=waves&kernels=16&stride=1&layers=64";
  const { run, refused } = parseRun(link, labs.sound.start);
  expect(networkOf(run).size).toBeLessThan(2000);
  expect(refused.map(({ key }) => key)).toEqual(["pool"]);
  expect(refused[0]!.says).toMatch(/^Without more pooling .+ goes on\.$/);
});

test("a text of one's own is in the link letter by letter, and too short a one is none", () => {
  const { start } = labs.text;
  const text = "it's the best of times, the worst. ".repeat(6).trim();
  const run: Run = { ...start, data: "text", text };
  const link = formatRun(run, start);
  expect(link).toContain("text=it*s-the-best-of-times_-the-worst.-it*s");
  expect(link.length).toBeLessThan(text.length + 30);
  expect(parseRun(link, start)).toEqual({ run, refused: [] });
  const short = parseRun(`data=text&text=${"a".repeat(199)}`, start);
  expect(short.run.data).toBe("lessons");
  expect(short.refused.map(({ says }) => says)).toEqual([
    "Your own text must have 200 letters at least, so the lessons’ words are used.",
  ]);
});

test("the longest text leaves room for the other settings in a link", () => {
  const text = "a".repeat(8000);
  const run: Run = { ...randomRun(1), data: "text", text, own: [], values: [] };
  expect(formatRun(run, plainRun).length).toBeLessThan(longestLink - 1000);
});
