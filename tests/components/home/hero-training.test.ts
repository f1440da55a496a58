import { expect, test } from "vitest";
import { type HeroNews, trainPromise } from "@/components/home/hero-training";
import { promisedRun } from "@/components/home/promise";
import { compileTraining } from "@/labs/kernel/kernel";
import { trained } from "../../labs/trained";

const run = { ...promisedRun, passes: 30 };

async function newsOf(watched: boolean, signal = new AbortController().signal) {
  const news: HeroNews[] = [];
  await trainPromise(run, compileTraining, watched, signal, (one) => news.push(one));
  return news;
}

test("the first screen trains the bits of every other training", async () => {
  const news = await newsOf(false);
  expect(news.map(({ kind }) => kind)).toEqual(["ended"]);
  expect(news[0]?.side.passes).toEqual(trained(run).passes);
  expect(news[0]).toMatchObject({ verdict: { held: false }, side: { ended: "done" } });
});

test("a watched run shows its first pass at once and more and more of them", async () => {
  const news = await newsOf(true);
  const counts = news.map(({ side }) => side.passes.length - 1);
  expect(counts[0]).toBe(1);
  expect(counts.at(-1)).toBe(run.passes);
  expect(counts).toEqual(counts.toSorted((one, other) => one - other));
  expect(news.length).toBeGreaterThan(8);
  expect(news.filter(({ kind }) => kind === "ended")).toHaveLength(1);
}, 20_000);

test("a run that diverges ends, and its promise is not held", async () => {
  const news: HeroNews[] = [];
  const wild = { ...run, rate: 10, optimizer: "sgd" as const };
  await trainPromise(wild, compileTraining, false, new AbortController().signal, (one) =>
    news.push(one),
  );
  expect(news).toMatchObject([
    { kind: "ended", side: { ended: "diverged" }, verdict: { held: false } },
  ]);
});

test("a run that is left says nothing more", async () => {
  const stop = new AbortController();
  const news: HeroNews[] = [];
  await trainPromise(run, compileTraining, true, stop.signal, (one) => {
    news.push(one);
    if (news.length === 2) stop.abort();
  });
  expect(news).toHaveLength(2);
});
