// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest";

const verdicts = {
  "seen-true": { held: true, saw: "train loss 0.1" },
  "seen-false": { held: false, saw: "train loss 0.9" },
};

beforeEach(() => {
  vi.resetModules();
  localStorage.clear();
});

const openStore = () => import("@/components/lab/training/held-store");

/** As another page of the browser reads it. */
const kept = () => JSON.parse(localStorage.getItem("next-pass-claims") ?? "null");

test("a claim that held is kept, one that did not is not, and neither is forgotten", async () => {
  const { keepHeld } = await openStore();
  keepHeld("network", {});
  expect(kept()).toBeNull();
  keepHeld("network", verdicts);
  expect(kept()).toEqual(["network/seen-true"]);
  keepHeld("loss", verdicts);
  keepHeld("network", { "seen-true": { held: false, saw: "on another device" } });
  expect(kept()).toEqual(["network/seen-true", "loss/seen-true"]);
});

test("what another tab kept meanwhile stays", async () => {
  const { keepHeld } = await openStore();
  keepHeld("network", verdicts);
  localStorage.setItem("next-pass-claims", '["sound/vowels","network/seen-true"]');
  keepHeld("loss", verdicts);
  expect(kept()).toEqual(["sound/vowels", "network/seen-true", "loss/seen-true"]);
});

test("text that is no list is put aside, not written over", async () => {
  localStorage.setItem("next-pass-claims", "{broken");
  const { keepHeld } = await openStore();
  keepHeld("network", verdicts);
  expect(kept()).toEqual(["network/seen-true"]);
  expect(Object.values({ ...localStorage })).toContain("{broken");
});
