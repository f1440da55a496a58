// @vitest-environment happy-dom
// A value that changes faster than a page may draw it.
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { usePaced } from "@/components/kit/use-paced";

type Report = { pass: number; status: "running" | "paused" };

const goesOn = (_: Report, now: Report) => now.status === "running";

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", false);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** Reports shown by a page whose drawings are busy for `cost` milliseconds. */
function show(cost: number, prepare = async (_: Report) => {}) {
  const place = document.createElement("div");
  const root = createRoot(place);
  const shown: Report[] = [];
  function Page({ report }: { report: Report }) {
    const drawn = usePaced(report, { goesOn, prepare });
    if (shown.at(-1) !== drawn) {
      shown.push(drawn);
      for (const until = performance.now() + cost; performance.now() < until; ) {}
    }
    return drawn.pass;
  }
  onTestFinished(() => root.unmount());
  const tell = (pass: number, status: Report["status"] = "running") =>
    root.render(<Page report={{ pass, status }} />);
  return { tell, shown, text: () => place.textContent };
}

const wait = (time: number) => new Promise((resolve) => setTimeout(resolve, time));

test("reports that come faster than they may be drawn are not all drawn, but the last is", async () => {
  const { tell, shown, text } = show(5);
  for (let pass = 0; pass <= 100; pass += 1) {
    tell(pass);
    await wait(5);
  }
  await vi.waitFor(() => expect(text()).toBe("100"), { timeout: 5000 });
  expect(shown.length).toBeGreaterThan(2);
  expect(shown.length).toBeLessThan(50);
  expect(shown.map(({ pass }) => pass)).toEqual(
    shown.map(({ pass }) => pass).toSorted((one, other) => one - other),
  );
});

test("a pause shows its own pass at once, and nothing older after it", async () => {
  let release = () => {};
  const { tell, shown, text } = show(1, ({ pass }) =>
    pass === 1
      ? new Promise((resolve) => (release = () => resolve()))
      : Promise.resolve(),
  );
  tell(0);
  await vi.waitFor(() => expect(text()).toBe("0"));
  tell(1);
  await wait(20);
  tell(2, "paused");
  await vi.waitFor(() => expect(text()).toBe("2"));
  release();
  await wait(50);
  expect(shown.map(({ pass }) => pass)).toEqual([0, 2]);
  // And it goes on from there.
  tell(3);
  await vi.waitFor(() => expect(text()).toBe("3"), { timeout: 5000 });
});
