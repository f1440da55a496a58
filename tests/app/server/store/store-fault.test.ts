import { expect, test } from "vitest";
import type { Database } from "@/app/server/store/database";
import {
  isStoreFault,
  retried,
  type StoreTrouble,
  storeFault,
  withRetries,
} from "@/app/server/store/store-fault";

/** Work that fails so often with a trouble, and counts how often it was done. */
function failing(times: number, trouble: StoreTrouble) {
  const seen = { times: 0 };
  const work = async () => {
    seen.times += 1;
    if (seen.times <= times) throw storeFault(trouble, new Error("driver"));
    return "done";
  };
  return { seen, work };
}

test("a fault has a sentence for the reader, and its cause for the log", () => {
  const cause = new Error("driver");
  const fault = storeFault("full", cause);
  expect(fault).toMatchObject({ name: "StoreFault", trouble: "full", cause });
  expect(fault.message).toContain("disk of this site is full");
  const own = storeFault("newer", "tables 99");
  expect(own.cause).toMatchObject({
    ...{ name: "StoreFault", trouble: "newer", message: "tables 99" },
  });
});

test("a fault is told from every other error", () => {
  expect(isStoreFault(storeFault("lost", null))).toBe(true);
  const others = [
    new Error("StoreFault"),
    Object.assign(new Error(""), { trouble: "full" }),
    Object.assign(new Error(""), { name: "StoreFault" }),
    { name: "StoreFault", trouble: "full" },
    null,
  ];
  for (const other of others) expect(isStoreFault(other)).toBe(false);
});

test.each(["busy", "away"] as const)(
  "what is %s is tried again until it is done, or for so long",
  async (trouble) => {
    const soon = failing(3, trouble);
    expect(await retried(soon.work, 60_000)).toBe("done");
    expect(soon.seen.times).toBe(4);
    const never = failing(Number.POSITIVE_INFINITY, trouble);
    await expect(retried(never.work, 40)).rejects.toMatchObject({ trouble });
    expect(never.seen.times).toBeGreaterThan(1);
  },
);

test("what will not pass is tried once", async () => {
  for (const trouble of ["full", "readonly", "lost", "damaged", "newer"] as const) {
    const { seen, work } = failing(1, trouble);
    await expect(retried(work, 60_000)).rejects.toMatchObject({ trouble });
    expect(seen.times).toBe(1);
  }
  let times = 0;
  const wrong = async () => {
    times += 1;
    throw new TypeError("wrong");
  };
  await expect(retried(wrong, 60_000)).rejects.toThrow("wrong");
  expect(times).toBe(1);
});

test("each call of a database is tried again, with what it was given", async () => {
  const calls: unknown[] = [];
  const fails = new Set<string>();
  function call(name: string, ...given: unknown[]) {
    calls.push([name, ...given]);
    if (fails.has(name)) return Promise.resolve(name);
    fails.add(name);
    return Promise.reject(storeFault("busy", null));
  }
  const plain: Record<keyof Database, unknown> = {
    read: (...statements: unknown[]) => call("read", ...statements),
    change: (work: unknown) => call("change", work),
    changeAlone: (work: unknown) => call("changeAlone", work),
    reduce: (work: unknown) => call("reduce", work),
    close: () => call("close"),
  };
  const database = withRetries(plain as Database);
  const work = async () => "work";
  expect(await database.read(["a"], ["b", 1])).toBe("read");
  expect(await database.change(work)).toBe("change");
  expect(await database.changeAlone(work)).toBe("changeAlone");
  expect(await database.reduce(work)).toBe("reduce");
  await expect(database.close()).rejects.toMatchObject({ trouble: "busy" });
  expect(calls).toEqual([
    ...["read", "read"].map((name) => [name, ["a"], ["b", 1]]),
    ...["change", "change", "changeAlone", "changeAlone", "reduce", "reduce"].map(
      (name) => [name, work],
    ),
    ["close"],
  ]);
});
