import { expect, test } from "vitest";
import {
  createOutbox,
  handInState,
  handInText,
  mostWaiting,
} from "@/components/class/learner/outbox";
import {
  type HandedInAnswer,
  keyOf,
  type OutboxEntry,
  parseEntry,
} from "@/components/class/learner/outbox-entry";
import { createShelf, type EntryStorage } from "@/components/class/learner/outbox-shelf";
import type { Answered } from "@/content/class/class-api";
import { requests } from "@/content/class/messages";
import { uniform } from "@/labs/arithmetic/random";

/** What a browser keeps between its tabs; it takes so many characters in all. */
function createStorage(room = Number.POSITIVE_INFINITY): EntryStorage {
  const texts = new Map<string, string>();
  return {
    get length() {
      return texts.size;
    },
    key: (at) => [...texts.keys()][at] ?? null,
    getItem: (name) => texts.get(name) ?? null,
    setItem(name, text) {
      const others = [...texts].filter(([other]) => other !== name);
      const size = others.reduce((sum, [, { length }]) => sum + length, 0);
      if (size + text.length > room) throw new Error("QuotaExceededError");
      texts.set(name, text);
    },
    removeItem: (name) => void texts.delete(name),
  };
}

const away: Answered<unknown> = {
  ok: false,
  status: 0,
  problem: "The site’s server cannot be reached.",
  wait: null,
};

const answered: Answered<unknown> = { ok: true, value: {} };

/** A class that takes what has a new key, and answers as it is told. */
function createClass(answer: (taken: boolean) => Answered<unknown> = () => answered) {
  const taken = new Map<string, OutboxEntry>();
  let sent = 0;
  return {
    taken,
    sent: () => sent,
    async send(entry: OutboxEntry) {
      sent += 1;
      await Promise.resolve();
      const come = answer(taken.has(entry.key));
      // An answer may be lost on the way back: then the class has the entry all the same.
      if (come.ok || come.status === 0) taken.set(entry.key, entry);
      return come;
    },
  };
}

/** What locks do between tabs. */
function createTurns() {
  let last = Promise.resolve();
  return (job: () => Promise<void>) => {
    last = last.then(job);
    return last;
  };
}

const atOnce = (job: () => Promise<void>) => job();

function tab(
  storage: EntryStorage,
  send: (entry: OutboxEntry) => Promise<Answered<unknown>>,
  alone: (job: () => Promise<void>) => Promise<void> = createTurns(),
) {
  let now = 0;
  const shelf = createShelf(() => storage);
  return createOutbox({ shelf, send, alone, now: () => (now += 1) });
}

const handed = (
  packed: string,
  learner = "learner-0123456789",
): Omit<OutboxEntry, "key" | "at" | "refused"> => ({
  classId: "class-0123456789",
  className: "Biology 2b",
  learner,
  name: "Ada",
  what: { kind: "receipt", assignment: "assignment-0123456789", packed },
});

test("what is handed in goes in once, and is known to be in", async () => {
  const storage = createStorage();
  const of = createClass();
  const outbox = tab(storage, of.send);
  expect(outbox.add(handed("one"))).toBe("waiting");
  expect(outbox.add(handed("one"))).toBe("waiting");
  expect(await outbox.drain()).toBe(null);
  expect(outbox.add(handed("one"))).toBe("sent");
  expect(await outbox.drain()).toBe(null);
  expect(of.sent()).toBe(1);
  expect(outbox.snapshot().entries).toEqual([]);
  const later = tab(storage, of.send);
  expect(later.snapshot().sent.size).toBe(1);
  expect(later.add(handed("one"))).toBe("sent");
});

test("an answer that was lost costs nothing: the next try bears the same key", async () => {
  let lost = 3;
  const of = createClass(() => (lost-- > 0 ? away : answered));
  const outbox = tab(createStorage(), of.send);
  outbox.add(handed("one"));
  for (let time = 0; time < 3; time += 1) {
    expect(await outbox.drain()).toBe(0);
    expect(outbox.snapshot().trouble).toBe("The site’s server cannot be reached.");
  }
  expect(await outbox.drain()).toBe(null);
  expect(outbox.snapshot().trouble).toBe(null);
  expect(of.sent()).toBe(4);
  expect([...of.taken.keys()]).toHaveLength(1);
});

test("without a connection the others are not tried in vain", async () => {
  const of = createClass(() => away);
  const outbox = tab(createStorage(), of.send);
  for (const packed of ["one", "two", "three"]) outbox.add(handed(packed));
  await outbox.drain();
  expect(of.sent()).toBe(1);
  expect(outbox.snapshot().entries).toHaveLength(3);
});

test("the server's fault with one entry does not hold up the others", async () => {
  const fault = { ok: false, status: 503, problem: "Busy.", wait: 5000 } as const;
  const send = async (entry: OutboxEntry) =>
    entry.what.kind === "receipt" && entry.what.packed === "one" ? fault : answered;
  const outbox = tab(createStorage(), send);
  for (const packed of ["one", "two"]) outbox.add(handed(packed));
  expect(await outbox.drain()).toBe(5000);
  expect(outbox.snapshot().entries).toHaveLength(1);
  expect(outbox.snapshot().sent.size).toBe(1);
});

test.each([400, 403, 404, 409, 413])(
  "a refusal with %i is told and not repeated",
  async (status) => {
    const problem = "This browser is not in the class, or no longer.";
    let refuses = true;
    const of = createClass(() =>
      refuses ? { ok: false, status, problem, wait: null } : answered,
    );
    const outbox = tab(createStorage(), of.send);
    outbox.add(handed("one"));
    expect(await outbox.drain()).toBe(null);
    await outbox.drain();
    expect(of.sent()).toBe(1);
    expect(outbox.snapshot().entries[0]?.refused).toBe(problem);
    // Handed in once more, it goes once more.
    refuses = false;
    expect(outbox.add(handed("one"))).toBe("waiting");
    expect(await outbox.drain()).toBe(null);
    expect(outbox.snapshot().entries).toEqual([]);
  },
);

test("what the reader takes out while it is on its way does not come back", async () => {
  let takeOut = () => {};
  const send = async (): Promise<Answered<unknown>> => {
    takeOut();
    return { ok: false, status: 403, problem: "No.", wait: null };
  };
  const outbox = tab(createStorage(), send);
  outbox.add(handed("one"));
  takeOut = () => outbox.remove(keyOf(handed("one")));
  await outbox.drain();
  expect(outbox.snapshot().entries).toEqual([]);
});

test("twenty wait at most, and refused ones take no place", async () => {
  const outbox = tab(createStorage(), async () => away);
  for (let at = 0; at < mostWaiting; at += 1) {
    expect(outbox.add(handed(`receipt ${at}`))).toBe("waiting");
  }
  expect(outbox.add(handed("one more"))).toBe("full");
  expect(outbox.add(handed("receipt 3"))).toBe("waiting");
  expect(outbox.snapshot().entries).toHaveLength(mostWaiting);

  const refusing = tab(createStorage(), async () => ({
    ok: false,
    status: 409,
    problem: "No.",
    wait: null,
  }));
  for (let at = 0; at < 50; at += 1) {
    expect(refusing.add(handed(`receipt ${at}`))).toBe("waiting");
    await refusing.drain();
  }
  // Of those that were refused the latest stay.
  const left = Array.from({ length: mostWaiting + 1 }, (_, at) =>
    keyOf(handed(`receipt ${49 - mostWaiting + at}`)),
  );
  expect(refusing.snapshot().entries.map(({ key }) => key)).toEqual(left);
});

test("refusals throw nothing out that still waits", async () => {
  const storage = createStorage();
  const holding = tab(storage, async () => away);
  for (let at = 0; at < mostWaiting - 1; at += 1) holding.add(handed(`receipt ${at}`));
  const send = async (entry: OutboxEntry): Promise<Answered<unknown>> =>
    entry.what.kind === "receipt" && entry.what.packed.startsWith("wrong")
      ? { ok: false, status: 400, problem: "No.", wait: null }
      : { ok: false, status: 503, problem: "Busy.", wait: 1000 };
  const outbox = tab(storage, send);
  for (let at = 0; at < 30; at += 1) {
    outbox.add(handed(`wrong ${at}`));
    await outbox.drain();
  }
  const { entries } = outbox.snapshot();
  expect(entries.filter(({ refused }) => refused === null)).toHaveLength(mostWaiting - 1);
});

test("a refusal is written to its own entry alone", async () => {
  let takeOut = () => {};
  const send = async (entry: OutboxEntry): Promise<Answered<unknown>> => {
    if (entry.key !== keyOf(handed("one"))) return away;
    takeOut();
    return { ok: false, status: 403, problem: "No.", wait: null };
  };
  const outbox = tab(createStorage(), send);
  outbox.add(handed("one"));
  outbox.add(handed("two"));
  takeOut = () => outbox.remove(keyOf(handed("one")));
  await outbox.drain();
  expect(outbox.snapshot().entries.map(({ key }) => key)).toEqual([keyOf(handed("two"))]);
});

test("the longest wait that the server asks for is the one to keep", async () => {
  const waits = [3000, 5000, 2000];
  const outbox = tab(createStorage(), async () => ({
    ...{ ok: false, status: 503, problem: "Busy." },
    wait: waits.shift() ?? null,
  }));
  for (const packed of ["one", "two", "three"]) outbox.add(handed(packed));
  expect(await outbox.drain()).toBe(5000);
});

test("entries come oldest first, in whatever order the browser lists them", () => {
  const storage = createStorage();
  const shelf = createShelf(() => storage);
  for (const at of [30, 10, 20]) {
    const entry = handed(`at ${at}`);
    shelf.put({ ...entry, key: keyOf(entry), at, refused: null });
  }
  expect(shelf.all().entries.map(({ at }) => at)).toEqual([10, 20, 30]);
});

test("the keys of the last hundred that went in stay, and what others keep is left alone", () => {
  const storage = createStorage();
  const others = "another-part-of-the-page";
  storage.setItem(others, '{"sent":1}');
  const shelf = createShelf(() => storage);
  const entry = handed("waits");
  shelf.put({ ...entry, key: keyOf(entry), at: 1, refused: null });
  // The latest are not those that were settled last.
  const times = Array.from({ length: 130 }, (_, at) => 1000 + ((at * 37) % 130));
  for (const at of times) shelf.settle(`key-${at}`, at);
  const kept = Array.from({ length: 100 }, (_, at) => `key-${1030 + at}`);
  expect([...shelf.all().sent].sort()).toEqual(kept.sort());
  expect(shelf.all().entries).toHaveLength(1);
  expect(storage.getItem(others)).toBe('{"sent":1}');
});

test("whoever listens hears of each change until they stop", async () => {
  const of = createClass();
  const outbox = tab(createStorage(), of.send);
  let heard = 0;
  const stop = outbox.subscribe(() => (heard += 1));
  expect(outbox.snapshot()).toBe(outbox.snapshot());
  const before = outbox.snapshot();
  outbox.add(handed("one"));
  expect(heard).toBe(1);
  expect(outbox.snapshot()).not.toBe(before);
  await outbox.drain();
  expect(heard).toBe(3);
  stop();
  outbox.changed();
  expect(heard).toBe(3);
});

test("each state of an entry is told in a sentence", async () => {
  const key = keyOf(handed("one"));
  let come: Answered<unknown> = away;
  const whose = { className: "Biology 2b", name: "Ada" };
  const told: string[] = [];
  const storage = createStorage(600);
  const outbox = tab(storage, async () => {
    told.push(`${handInState(outbox.snapshot(), key).kind}: ${textNow()}`);
    return come;
  });
  const textNow = (of = key) => handInText(handInState(outbox.snapshot(), of), whose);
  expect(handInState(outbox.snapshot(), key)).toEqual({ kind: "new" });
  expect(textNow()).toBe("");
  outbox.add(handed("one"));
  expect(handInState(outbox.snapshot(), key)).toEqual({
    ...{ kind: "waiting", why: null, kept: true },
  });
  expect(textNow()).toBe("Handing in…");
  await outbox.drain();
  expect(told).toEqual(["sending: Handing in…"]);
  expect(textNow()).toBe(
    "… Waiting for the connection. The site’s server cannot be reached. It goes in by itself, once, also if you close this page and come back later.",
  );
  outbox.add(handed("long".repeat(200)));
  expect(textNow(keyOf(handed("long".repeat(200))))).toBe(
    "… Waiting for the connection. The site’s server cannot be reached. This browser has no room to keep it: stay on this page until it is in, or save it.",
  );
  outbox.remove(keyOf(handed("long".repeat(200))));
  expect(handInState(outbox.snapshot(), keyOf(handed("other")))).toEqual({ kind: "new" });
  come = { ok: false, status: 403, problem: "It is another’s.", wait: null };
  await outbox.drain();
  expect(handInState(outbox.snapshot(), key)).toEqual({
    ...{ kind: "refused", why: "It is another’s." },
  });
  expect(textNow()).toBe("✗ Not taken: It is another’s.");
  come = answered;
  outbox.add(handed("one"));
  await outbox.drain();
  expect(handInState(outbox.snapshot(), key)).toEqual({ kind: "sent" });
  expect(textNow()).toBe("✓ Handed in to Biology 2b as Ada.");
});

test.each([
  { kind: "receipt", assignment: "a" },
  { kind: "receipt", packed: "p" },
  { kind: "answers" },
  { kind: "answers", answers: [{ question: "q" }] },
  { kind: "letter", assignment: "a", packed: "p", answers: [] },
  { assignment: "a", packed: "p" },
])("what is handed in has its form, which this has not: %j", (what) => {
  const { what: _, ...entry } = { ...handed("one"), key: "k", at: 1, refused: null };
  expect(parseEntry(JSON.stringify({ ...entry, what }))).toBe(null);
  expect(parseEntry(JSON.stringify({ ...entry, what: handed("one").what }))).not.toBe(
    null,
  );
});

test("a full storage loses nothing while the page is open, and says so", async () => {
  const storage = createStorage(500);
  const of = createClass(() => away);
  const outbox = tab(storage, of.send);
  outbox.add(handed("short"));
  outbox.add(handed("long".repeat(200)));
  const { entries, unkept } = outbox.snapshot();
  expect(entries).toHaveLength(2);
  expect([...unkept]).toEqual([keyOf(handed("long".repeat(200)))]);
  expect(tab(storage, of.send).snapshot().entries).toHaveLength(1);
});

test("a blocked storage lets receipts be handed in all the same", async () => {
  const of = createClass();
  const shelf = createShelf(() => {
    throw new DOMException("blocked", "SecurityError");
  });
  const outbox = createOutbox({ shelf, send: of.send, alone: atOnce, now: Date.now });
  expect(outbox.add(handed("one"))).toBe("waiting");
  expect(outbox.snapshot().unkept.size).toBe(1);
  expect(await outbox.drain()).toBe(null);
  expect(outbox.add(handed("one"))).toBe("sent");
  expect(of.taken.size).toBe(1);
});

test("keys are such as the server takes, and differ for whatever differs", () => {
  const shape = requests.handIn.shape.key;
  const one = handed("one");
  const different = [
    one,
    handed("two"),
    handed("one", "another-learner-0"),
    { ...one, classId: "another-class-0123" },
    { ...one, what: { ...one.what, assignment: "another-assignment" } },
    { ...one, what: { kind: "answers", answers: [] } as const },
    ...Array.from({ length: 500 }, (_, at) => handed("x".repeat(at))),
  ];
  const keys = different.map((entry) => keyOf(entry));
  for (const key of keys) expect(shape.safeParse(key).success).toBe(true);
  expect(new Set(keys).size).toBe(different.length);
  expect(keyOf({ ...one })).toBe(keys[0]);
});

for (const locks of [true, false]) {
  test(`two tabs ${locks ? "with" : "without"} locks neither lose nor double an entry, whatever is lost`, async () => {
    for (let seed = 0; seed < 60; seed += 1) {
      const draw = uniform(seed);
      const storage = createStorage();
      const fates = [
        answered,
        answered,
        away,
        { ok: false, status: 429, problem: "Too often.", wait: 0 } as const,
        { ok: false, status: 500, problem: "A fault.", wait: null } as const,
      ];
      let quiet = false;
      const of = createClass(() =>
        quiet ? answered : fates[Math.floor(draw() * fates.length)]!,
      );
      const alone = locks ? createTurns() : atOnce;
      const tabs = [tab(storage, of.send, alone), tab(storage, of.send, alone)] as const;
      const made = new Set<string>();
      for (let step = 0; step < 30; step += 1) {
        const one = tabs[Math.floor(draw() * 2)]!;
        const entry = handed(`receipt ${Math.floor(draw() * 12)}`);
        if (draw() < 0.6 && one.add(entry) !== "full") made.add(keyOf(entry));
        if (draw() < 0.5) await Promise.all(tabs.map((tab) => tab.drain()));
      }
      quiet = true;
      await Promise.all(tabs.map((tab) => tab.drain()));
      expect(new Set(of.taken.keys())).toEqual(made);
      for (const tab of tabs) {
        tab.changed();
        expect(tab.snapshot().entries).toEqual([]);
        expect(tab.snapshot().sent).toEqual(made);
      }
    }
  });
}

test("entries that no version of the site wrote are left alone", () => {
  const storage = createStorage();
  for (const text of ["", "{", "null", "[]", '{"key":1}', '{"sent":"today"}']) {
    storage.setItem(`next-pass-outbox-${text}`, text);
  }
  const outbox = tab(storage, async () => answered);
  expect(outbox.snapshot().entries).toEqual([]);
  expect(storage.length).toBe(6);
});

test("answers that were queued without a time are read, and keep their key", () => {
  const answer = { question: "first-pass", first: "0", latest: "1", at: 14 };
  const entryOf = (answers: readonly HandedInAnswer[]) => {
    const what = { kind: "answers", answers } as const;
    const whose = { classId: "c", className: "5b", learner: "l", name: "Ada" };
    const key = keyOf({ ...whose, what });
    return { ...whose, key, at: 1, what, refused: null };
  };
  const old = entryOf([answer]);
  const timed = entryOf([{ ...answer, took: 900 }]);
  expect(old.key).toBe("0onhn0o1e88tiq1h20f070ys2jsh");
  expect(timed.key).not.toBe(old.key);
  for (const entry of [old, timed]) {
    expect(parseEntry(JSON.stringify(entry))).toEqual(entry);
  }
});

test("an outbox that an earlier version of the site left is read, and sent", async () => {
  const class2b = `"classId":"Qm9vbGVhbi1jbGFzcy0x","className":"Biology 2b","learner":"TGVhcm5lci1udW1iZXIx","name":"Ada"`;
  const refused = "1qwro611qcl4jz17bh5vg051ezk2";
  const receipt = "15kov0x122d3zm03fhl0506w8n10";
  const answers = "00pc9km161yub30s4o3z60re8ugj";
  const sent = "1sci3x41s5r69t0723ems1gveaag";
  const texts = {
    [refused]: `{"key":"${refused}",${class2b},"at":1764547200001,"what":{"kind":"receipt","assignment":"QXNzaWdubWVudC1uby0x","packed":"two"},"refused":"Another receipt was handed in under this key."}`,
    [receipt]: `{${class2b},"what":{"kind":"receipt","assignment":"QXNzaWdubWVudC1uby0x","packed":"three"},"key":"${receipt}","at":1764547200002,"refused":null}`,
    [answers]: `{${class2b},"what":{"kind":"answers","answers":[{"question":"first-pass","first":"0-2","latest":"1","at":14,"took":7000},{"question":"mean-loss","first":"=3.5","latest":"=3.5","at":20}]},"key":"${answers}","at":1764547200003,"refused":null}`,
    [sent]: '{"sent":1764547200004}',
  };
  const storage = createStorage();
  for (const [key, text] of Object.entries(texts)) {
    storage.setItem(`next-pass-outbox-${key}`, text);
  }
  const of = createClass();
  const outbox = tab(storage, of.send);
  const { entries } = outbox.snapshot();
  expect(entries.map(({ key }) => key)).toEqual([refused, receipt, answers]);
  expect(entries.map(keyOf)).toEqual([refused, receipt, answers]);
  expect([...outbox.snapshot().sent]).toEqual([sent]);
  expect(await outbox.drain()).toBe(null);
  expect([...of.taken.keys()]).toEqual([receipt, answers]);
  expect(outbox.snapshot().sent.size).toBe(3);
});
