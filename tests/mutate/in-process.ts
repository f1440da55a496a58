// What tests import as "vitest" where faults are planted: each test stays in this process,
// ready to be run again with the next fault, and nothing is loaded twice.
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  GLOBAL_EXPECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
} from "@vitest/expect";
import { restoreAllMocks, spyOn } from "@vitest/spy";
import * as chai from "chai";

type Job = () => unknown;

type Suite = {
  name: string;
  outer: Suite | null;
  before: Job[];
  after: Job[];
  beforeEach: Job[];
  afterEach: Job[];
};

/** A test that was collected. */
export type Collected = {
  id: string;
  name: string;
  file: string;
  suite: Suite;
  run: Job;
};

const suiteIn = (name: string, outer: Suite | null): Suite => ({
  ...{ name, outer, before: [], after: [], beforeEach: [], afterEach: [] },
});

let file = "";
let suite = suiteIn("", null);
let collected: Collected[] = [];

/** The tests of a file, in their order. */
export async function collect(path: string, load: () => Promise<unknown>) {
  file = path;
  suite = suiteIn("", null);
  collected = [];
  await load();
  return collected;
}

function add(name: string, run: Job) {
  const names = [name];
  for (let at: Suite | null = suite; at; at = at.outer) names.unshift(at.name);
  const whole = names.filter(Boolean).join(" › ");
  const twice = collected.filter(({ id }) => id.startsWith(`${file}#${whole}`)).length;
  const id = `${file}#${whole}${twice > 0 ? ` (${twice + 1})` : ""}`;
  collected.push({ id, name: whole, file, suite, run });
}

/** Suites from the outermost. */
function around(suite: Suite): Suite[] {
  return [...(suite.outer ? around(suite.outer) : []), suite];
}

let finishing: Job[] = [];

/** Runs one test, with all that is done before and after each. Rejects where it fails. */
export async function runTest(test: Collected) {
  const suites = around(test.suite);
  finishing = [];
  try {
    for (const { beforeEach } of suites) for (const job of beforeEach) await job();
    await test.run();
  } finally {
    for (const job of finishing.toReversed()) await job();
    for (const { afterEach } of suites.toReversed())
      for (const job of afterEach) await job();
  }
}

/** What is done once around these tests of one file: gives what is to be done after them. */
export async function openFile(
  tests: readonly Collected[],
): Promise<() => Promise<void>> {
  const suites = [...new Set(tests.flatMap(({ suite }) => around(suite)))];
  const opened: Suite[] = [];
  const close = async () => {
    for (const { after } of opened.toReversed()) for (const job of after) await job();
  };
  try {
    for (const suite of suites) {
      opened.push(suite);
      for (const job of suite.before) await job();
    }
  } catch (error) {
    await close().catch(() => {});
    throw error;
  }
  return close;
}

const formatted = (name: string, values: readonly unknown[], at: number) =>
  `${name} [${at}: ${values.map((value) => String(JSON.stringify(value)).slice(0, 40))}]`;

/** `(name, work)`, `(name, options, work)`; more than that no test here gives. */
const workIn = (given: readonly unknown[]) =>
  given.find(
    (one): one is (...values: unknown[]) => unknown => typeof one === "function",
  ) ?? (() => {});

const eachOf =
  (take: (name: string, run: Job) => void) =>
  (rows: readonly unknown[]) =>
  (name: string, ...given: unknown[]) => {
    for (const [at, row] of rows.entries()) {
      const values = Array.isArray(row) ? row : [row];
      take(formatted(name, values, at), () => workIn(given)(...values));
    }
  };

const plain = (name: string, ...given: unknown[]) => add(name, () => workIn(given)());

export const test = Object.assign(plain, {
  each: eachOf(add),
  skipIf: (skipped: boolean) => (skipped ? () => {} : plain),
});

function describeOne(name: string, work: Job) {
  suite = suiteIn(name, suite);
  work();
  suite = suite.outer ?? suite;
}

export const describe = Object.assign(
  (name: string, ...given: unknown[]) => describeOne(name, () => workIn(given)()),
  { each: eachOf(describeOne) },
);

export const beforeAll = (job: Job) => suite.before.push(job);
export const afterAll = (job: Job) => suite.after.push(job);
export const beforeEach = (job: Job) => suite.beforeEach.push(job);
export const afterEach = (job: Job) => suite.afterEach.push(job);
export const onTestFinished = (job: Job) => finishing.push(job);

/** The longest that a test may wait for something, in milliseconds; the runner sets it. */
export const patience = { most: 60_000 };

async function retried<T>(look: () => T | Promise<T>, longest: number, pause: number) {
  const start = realNow();
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (realNow() - start > Math.min(longest, patience.most)) throw error;
      await new Promise((done) => realTimeout(done, pause));
    }
  }
}

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

const asserted = (value: unknown, message?: string) => chai.expect(value, message);

/** `expect.poll(look).toBe(…)`: any matcher, tried again until it holds. */
const poll = (look: () => unknown, { timeout = 1000, interval = 50 } = {}) =>
  new Proxy(
    {},
    {
      get:
        (_, matcher: string) =>
        (...given: unknown[]) =>
          retried(
            async () =>
              Reflect.get(asserted(await look()), matcher).call(
                asserted(await look()),
                ...given,
              ),
            timeout,
            interval,
          ),
    },
  );

const matchers: object = Reflect.get(globalThis, ASYMMETRIC_MATCHERS_OBJECT) ?? {};
export const expect = Object.assign(asserted, chai.expect, matchers, { poll });
Reflect.set(globalThis, GLOBAL_EXPECT, expect);

const realNow = performance.now.bind(performance);
const realTimeout = setTimeout;
const undo: Job[] = [];

/** Puts something in a global's place until `unstub`. */
function stub(target: object, name: string, value: unknown) {
  const before = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { value, configurable: true, writable: true });
  undo.push(() => {
    if (before) Object.defineProperty(target, name, before);
    else Reflect.deleteProperty(target, name);
  });
}

const unstub = () => {
  for (const job of undo.splice(0).toReversed()) job();
};

/** How far the clock was set on, and the intervals that it drives. */
let ahead = 0;
let intervals = new Map<object, { job: Job; pause: number; next: number }>();

const startClock = {
  performance: () => stub(performance, "now", () => realNow() + ahead),
  Date() {
    const { now } = Date;
    stub(Date, "now", () => now() + ahead);
  },
  setInterval: () =>
    stub(globalThis, "setInterval", (job: Job, pause: number) => {
      const key = { unref: () => key, ref: () => key };
      intervals.set(key, { job, pause, next: ahead + pause });
      return key;
    }),
  clearInterval: () =>
    stub(globalThis, "clearInterval", (key: object) => intervals.delete(key)),
};

export const vi = {
  spyOn,
  restoreAllMocks,
  waitFor: <T>(look: () => T | Promise<T>, how: number | { timeout?: number } = {}) =>
    retried(look, typeof how === "number" ? how : (how.timeout ?? 1000), 50),
  stubGlobal: (name: string, value: unknown) => stub(globalThis, name, value),
  unstubAllGlobals: unstub,
  useFakeTimers({ toFake }: { toFake: (keyof typeof startClock)[] }) {
    ahead = 0;
    intervals = new Map();
    for (const name of toFake) startClock[name]();
  },
  advanceTimersByTime(time: number) {
    ahead += time;
    for (const one of intervals.values()) {
      while (one.next <= ahead) {
        one.next += one.pause;
        one.job();
      }
    }
  },
  useRealTimers: unstub,
};
