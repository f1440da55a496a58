// Forgeries: receipts mutated as text and as what the text holds.
import { expect, test } from "vitest";
import { streamKey, uniform } from "@/labs/arithmetic/random";
import { checked } from "@/labs/receipt/check";
import { type Opened, openReceipt, pack } from "@/labs/receipt/packed";
import type { Receipt } from "@/labs/receipt/receipt";
import { times } from "../../soak";
import { assignmentOf, trainReceipt } from "./train-receipt";

const link =
  "/labs/network?assignment=1&title=Circle&goal=loss_3*neurons_4&lock=data-noise" +
  "&samples=20&layers=2&passes=6";

const honest = trainReceipt(link, "Ada Lovelace", { rate: 0.05 });
const judge = () => "unknown" as const;
const sent = { assignment: assignmentOf(link), learner: null };

const draw = uniform(streamKey(2026, 5));
const below = (count: number) => Math.floor(draw() * count);
const pick = <T>(items: readonly T[]) => items[below(items.length)]!;

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** The text with a change; it may be as long as before, and is never the same. */
function withText(text: string): string {
  const changed = withSomeChange(text);
  return changed === text ? withText(text) : changed;
}

function withSomeChange(text: string): string {
  const at = below(text.length);
  const letter = pick([...letters]);
  const put = (from: number, by: string) => text.slice(0, at) + by + text.slice(from);
  return pick([
    () => put(at + 1, letter),
    () => put(at, letter),
    () => put(at + 1, ""),
    () => text.slice(0, at),
    () => put(Math.min(at + 1 + below(20), text.length), ""),
    () => text + letter,
    () => put(at, text.slice(0, 1 + below(8))),
    () => text.slice(at) + text.slice(0, at),
  ])();
}

const isWhole = (opened: Opened) => {
  const { receipt } = opened;
  return JSON.stringify({ ...receipt, weights: [...receipt.weights] });
};

const forged = times(300, 6000);

test(`${forged} receipts with changed text are refused, or say the very same`, async () => {
  const packed = await pack(honest);
  const first = await openReceipt(packed);
  if ("problem" in first) throw new Error(first.problem);
  let refused = 0;
  for (let count = 0; count < forged; count += 1) {
    const opened = await openReceipt(withText(packed));
    if ("problem" in opened) {
      expect(opened.problem).toMatch(/^This receipt .{20,120}\.$/);
      refused += 1;
    } else expect(isWhole(opened)).toBe(isWhole(first));
  }
  expect(refused).toBe(forged);
});

/** A number nearby or anywhere, but another one. */
function otherNumber(value: number): number {
  const others = [
    value * (1 + 1e-6),
    value + 1e-7,
    -value - 1,
    value * (1 + draw() - 0.5),
    10 ** (40 * draw() - 20),
    0.5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
  ];
  const found = Math.fround(pick(others));
  return Object.is(found, Math.fround(value)) ? Math.fround(value + 0.25) : found;
}

function otherLosses(curve: Receipt["curve"]): Receipt["curve"] {
  const at = below(curve.length);
  const key = pick(["trainLoss", "heldLoss"] as const);
  return curve.map((pass, here) =>
    here === at ? { ...pass, [key]: otherNumber(pass[key]) } : pass,
  );
}

/** Each makes another receipt that claims what was not done. */
const forgeries: readonly (() => Partial<Receipt>)[] = [
  () => ({ name: pick(["Ada", "Adam Lovelace", "Bob", "Ada  Lovelace", "Zoë", ""]) }),
  () => ({ seed: below(2 ** 32) }),
  () => ({ link: honest.link.replace("labs/network", "labs/loss") }),
  () => ({ link: honest.link.replace("layers=2", "layers=3") }),
  () => ({
    link: honest.link.replace("samples=20", "samples=30"),
    run: "lr=0.05&samples=20",
  }),
  () => ({ run: `lr=${(1 + below(4999)) / 100_000}&passes=6` }),
  () => ({ run: `${honest.run}&noise=${pick([0.1, 0.2, 0.3])}` }),
  () => ({ run: `${honest.run}&seed=${below(2 ** 32)}` }),
  () => ({ run: `${honest.run}&w=${below(8)}_${1 + below(9)}` }),
  () => ({ run: withText(honest.run || "lr=0.05") }),
  () => {
    const weights = honest.weights.slice();
    const at = below(weights.length);
    weights[at] = otherNumber(weights[at]!);
    return { weights };
  },
  () => {
    const weights = honest.weights.slice();
    const bits = new Uint32Array(weights.buffer);
    bits[below(bits.length)]! ^= 1 << below(32);
    return { weights };
  },
  () => ({ weights: honest.weights.map(() => 4 * draw() - 2) }),
  () => ({ weights: honest.weights.slice(0, below(honest.weights.length)) }),
  () => ({ curve: otherLosses(honest.curve) }),
  () => ({ curve: honest.curve.slice(1) }),
  () => ({ curve: [...honest.curve].reverse() }),
  () => ({
    device: { kind: "webgpu", name: "A GPU" } as const,
    weights: honest.weights.map((weight) => weight * (1 + 0.2 * (draw() - 0.5))),
  }),
];

/** Each names other goals, locks or words than those that were sent. */
const otherWords: readonly (() => string)[] = [
  () => honest.link.replace("loss_3", `loss_${4 + below(900) / 10}`),
  () => honest.link.replace("Circle", `Circle+${below(1e6)}`),
  () => honest.link.replace("data-noise", "data"),
  () => honest.link.replace("*neurons_4", ""),
  () => withText(honest.link),
];

/** A link has fewer ways to be another one than a receipt. */
const otherLinks = times(200, 2000);

test(`${otherLinks} receipts whose link was changed are judged by the link that was sent`, async () => {
  const hard = assignmentOf(honest.link.replace("loss_3", "loss_0.01"));
  let read = 0;
  for (let count = 0; count < otherLinks; count += 1) {
    const link = otherWords[count % otherWords.length]!();
    const opened = await openReceipt(await pack({ ...honest, link }));
    if ("problem" in opened) continue;
    read += 1;
    const { verdict, met } = checked(opened, judge, { assignment: hard, learner: null });
    expect(["not met", "contradicted"], link).toContain(verdict);
    expect(met[0]).toBe(false);
  }
  expect(read).toBeGreaterThan(otherLinks / 2);
});

test(`${forged} receipts that claim what was not done are never confirmed`, async () => {
  expect((await verdictOf({})).verdict).toBe("confirmed");
  const seen = new Map<string, number>();
  for (let count = 0; count < forged; count += 1) {
    const forgery = forgeries[count % forgeries.length]!();
    const { verdict, says } = await verdictOf(forgery);
    seen.set(verdict, (seen.get(verdict) ?? 0) + 1);
    expect(verdict, `${JSON.stringify(forgery)}: ${says}`).not.toBe("confirmed");
    expect(says.length).toBeGreaterThan(20);
  }
  expect(seen.get("contradicted")).toBeGreaterThan(forged / 2);
  expect([...seen.keys()].sort()).not.toContain("not met");
});

async function verdictOf(forgery: Partial<Receipt>) {
  const opened = await openReceipt(await pack({ ...honest, ...forgery }));
  if ("problem" in opened) return { verdict: "refused", says: opened.problem };
  const { verdict, decided } = checked(opened, judge, sent);
  return { verdict, says: decided };
}
