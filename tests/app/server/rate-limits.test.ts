import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { addressOf, createRateLimits, reserve, spend } from "@/app/server/rate-limits";

afterEach(() => vi.useRealTimers());

const tells = (limit: string) => expect.objectContaining({ status: 429, message: limit });

const refusedBy = (work: () => void) => {
  try {
    work();
  } catch (error) {
    return error;
  }
  return null;
};

const openings = "Too many classes were opened. Wait a little, and try again.";

test("one key has so many, and another one as many", () => {
  const { opening } = createRateLimits();
  for (let n = 0; n < 20; n += 1) spend(opening, "a");
  expect(refusedBy(() => spend(opening, "a"))).toEqual(tells(openings));
  spend(opening, "b");
});

const minute = 60_000;

test.each([
  ["opening", 20, 60],
  ["joining", 3000, 60],
  ["wrongCode", 30, 10],
  ["wrongSecret", 30, 10],
  ["handInTries", 600, 1],
  ["handIn", 60, 1],
  ["handedIn", 10e6, 60],
  ["answers", 60, 1],
  ["quiz", 120, 1],
  ["graded", 60, 1],
  ["board", 120, 1],
] as const)(
  "of %s one has %i in %i minutes, and as many as a site says",
  (name, each, window) => {
    vi.useFakeTimers({ toFake: ["performance"] });
    const { [name]: limit } = createRateLimits();
    expect(reserve(limit, "one", each + 1)).toBe(null);
    expect(reserve(limit, "one", each)).not.toBe(null);
    expect(refusedBy(() => spend(limit, "one"))).toEqual(
      tells(expect.stringMatching(/^[A-Z].* Wait a little, and try again\.$/)),
    );
    vi.advanceTimersByTime(window * minute - 1);
    expect(reserve(limit, "one")).toBe(null);
    vi.advanceTimersByTime(1);
    expect(reserve(limit, "one", each)).not.toBe(null);
    const { [name]: more } = createRateLimits(3);
    expect(reserve(more, "one", 3 * each + 1)).toBe(null);
    expect(reserve(more, "one", 3 * each)).not.toBe(null);
  },
);

test("five hundred openings of other addresses leave everybody a share", () => {
  const { opening } = createRateLimits();
  for (let n = 0; n < 500; n += 1) spend(opening, `forged ${n}`);
  for (let n = 0; n < 1000; n += 1) {
    spend(opening, `teacher ${n}`);
    spend(opening, `teacher ${n}`);
    expect(refusedBy(() => spend(opening, `teacher ${n}`))).toEqual(tells(openings));
  }
});

test("what one class took leaves each of its learners, and other classes, a share", () => {
  const { handedIn } = createRateLimits();
  for (let n = 0; n < 50; n += 1) spend(handedIn, `learner ${n}`, 10e6, "class");
  expect(reserve(handedIn, "mate", 1e6, "class")).not.toBe(null);
  expect(reserve(handedIn, "mate", 1, "class")).toBe(null);
  expect(reserve(handedIn, "other", 10e6, "other class")).not.toBe(null);
});

test("no learner hands in more than their own budget", () => {
  const { handedIn } = createRateLimits();
  expect(reserve(handedIn, "ada", 10e6, "class")).not.toBe(null);
  expect(reserve(handedIn, "ada", 1, "class")).toBe(null);
  expect(reserve(handedIn, "bo", 10e6 + 1, "class")).toBe(null);
});

test("no site takes in more than all may, but for everybody’s share", () => {
  const { handedIn } = createRateLimits();
  for (let n = 0; n < 500; n += 1) spend(handedIn, `learner ${n}`, 10e6, `class ${n}`);
  expect(reserve(handedIn, "late", 1e6 + 1, "a class")).toBe(null);
  expect(reserve(handedIn, "late", 1e6, "a class")).not.toBe(null);
});

test("what is given back was not taken, of the key, its group and all", () => {
  const { handedIn } = createRateLimits();
  for (let n = 0; n < 1000; n += 1) reserve(handedIn, "ada", 10e6, "class")?.();
  for (let n = 0; n < 50; n += 1) spend(handedIn, `learner ${n}`, 10e6, "class");
});

test("all is counted anew when the window is over, and says when that is", () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const { opening } = createRateLimits();
  const late = reserve(opening, "a", 20);
  vi.advanceTimersByTime(3_540_000);
  const refusal = refusedBy(() => spend(opening, "a"));
  expect(refusal).toMatchObject({ status: 429, retryAfter: 60 });
  vi.advanceTimersByTime(60_000);
  spend(opening, "a", 20);
  // What an earlier window took is not given back to this one.
  late?.();
  expect(refusedBy(() => spend(opening, "a"))).toMatchObject({ retryAfter: 3600 });
});

test("a limit keeps no more keys than so many, the latest", () => {
  const { wrongCode } = createRateLimits();
  spend(wrongCode, "first", 30);
  for (let n = 0; n < 50_000; n += 1) spend(wrongCode, `address ${n}`);
  expect(wrongCode.keys.size).toBe(20_000);
  spend(wrongCode, "first");
  for (let n = 0; n < 30_000; n += 1) reserve(wrongCode, "one", 1, `group ${n}`);
  expect(wrongCode.groups.size).toBe(0);
});

const from = (told: string | null) =>
  addressOf(
    new Request("http://a.test", { headers: told ? { "x-forwarded-for": told } : {} }),
  );

test("without a proxy only the connection’s own address is believed", () => {
  expect(from("203.0.113.1, 198.51.100.7")).toBe("198.51.100.7");
  expect(from("198.51.100.7")).toBe("198.51.100.7");
  expect(from(null)).toBe("");
  expect(from("x".repeat(10_000)).length).toBe(40);
});

test("behind so many proxies, the address that the first of them saw is believed", () => {
  const before = process.env.TRUST_PROXY;
  onTestFinished(() => {
    if (before === undefined) delete process.env.TRUST_PROXY;
    else process.env.TRUST_PROXY = before;
  });
  process.env.TRUST_PROXY = "1";
  expect(from("forged, 203.0.113.1, 127.0.0.1")).toBe("203.0.113.1");
  expect(from("203.0.113.1:5678, 127.0.0.1")).toBe("203.0.113.1");
  expect(from("127.0.0.1")).toBe("127.0.0.1");
  process.env.TRUST_PROXY = "2";
  expect(from("forged, 203.0.113.1, 198.51.100.7, 127.0.0.1")).toBe("203.0.113.1");
  expect(from("203.0.113.1, 127.0.0.1")).toBe("203.0.113.1");
  for (const nonsense of ["yes", "-1", "", "1e3"]) {
    process.env.TRUST_PROXY = nonsense;
    expect(from("forged, 203.0.113.1")).toBe("203.0.113.1");
  }
});

test("all addresses of one IPv6 customer are one, and so are both writings of IPv4", () => {
  expect(from("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2");
  expect(from("2001:db8:1:2::9")).toBe("2001:db8:1:2");
  expect(from("[2001:db8:1:2::9]:443")).toBe("2001:db8:1:2");
  expect(from("2001:db8::9")).toBe("2001:db8:0:0");
  expect(from("2001::3:4:5:6:7")).toBe("2001:0:0:3");
  expect(from("::1")).toBe("0:0:0:0");
  expect(from("::ffff:198.51.100.7")).toBe("198.51.100.7");
});
