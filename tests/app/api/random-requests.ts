// Requests that nobody sends by mistake: seeded, so that each can be sent again.
import { hash32 } from "@/labs/arithmetic/random";
import { routes } from "./site";

/** Numbers from 0 up to 1, the same for the same seed. */
export function seeded(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x9e3779b9) >>> 0;
    return hash32(state) / 2 ** 32;
  };
  const below = (count: number) => Math.floor(next() * count);
  return {
    next,
    below,
    one: <T>(list: readonly T[]): T => list[below(list.length)]!,
    maybe: (share: number) => next() < share,
  };
}

export type Dice = ReturnType<typeof seeded>;

const texts = [
  "",
  " ",
  "\u0000",
  "\u0000abc",
  "a\u0000b",
  "\ud800",
  "\udfff\ud800",
  "😀".repeat(30),
  "\u202eabc",
  "e\u0301".repeat(50),
  "Ω≈ç√",
  "'; DROP TABLE class; --",
  "$1",
  "%00",
  "../../etc/passwd",
  "__proto__",
  "<script>alert(1)</script>",
  "\r\nSet-Cookie: a=b",
  "constructor",
  "A".repeat(300),
  "0-1-2",
  "=3.5",
  "none",
  "null",
  "NaN",
  "1e999",
  "-0",
  "𝕏".repeat(100),
];

const numbers = [
  0,
  -0,
  1,
  -1,
  0.5,
  1e308,
  -1e308,
  Number.MAX_SAFE_INTEGER,
  Number.MIN_SAFE_INTEGER,
  2 ** 53,
  2 ** 63,
  2 ** 64,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  8.64e15,
  1e21,
];

function deep(dice: Dice): unknown {
  let value: unknown = 1;
  const depth = 10 + dice.below(600);
  for (let level = 0; level < depth; level += 1)
    value = dice.maybe(0.5) ? [value] : { a: value };
  return value;
}

const value = (dice: Dice): unknown =>
  dice.one<() => unknown>([
    () => dice.one(texts),
    () => dice.one(numbers),
    () => dice.one([true, false, null]),
    () => deep(dice),
    () => Array.from({ length: dice.below(300) }, () => dice.one(texts)),
    () => ({ [dice.one(texts)]: dice.one(numbers) }),
    () => JSON.parse('{"__proto__":{"name":"5b"},"constructor":{"prototype":1}}'),
  ])();

/** The same thing with one part, wherever it is, changed. */
export function mutated(body: unknown, dice: Dice): unknown {
  if (dice.maybe(0.15)) return value(dice);
  if (typeof body === "string" && dice.maybe(0.6)) {
    const at = dice.below(body.length + 1);
    return body.slice(0, at) + dice.one(texts) + body.slice(at + dice.below(3));
  }
  if (Array.isArray(body)) {
    if (dice.maybe(0.2)) return [...body, ...body, value(dice)];
    const at = dice.below(body.length);
    return body.map((one, index) => (index === at ? mutated(one, dice) : one));
  }
  if (typeof body === "object" && body !== null) {
    const entries = Object.entries(body);
    const at = dice.below(entries.length + 1);
    if (at === entries.length) return { ...body, [dice.one(texts)]: value(dice) };
    if (dice.maybe(0.15))
      return Object.fromEntries(entries.filter((_, index) => index !== at));
    return Object.fromEntries(
      entries.map(([key, one], index) => [key, index === at ? mutated(one, dice) : one]),
    );
  }
  return value(dice);
}

/** What a request names: of the sender's own class, or of another. */
export type Ids = {
  class: readonly string[];
  assignment: readonly string[];
  learner: readonly string[];
  receipt: readonly string[];
  secret: readonly string[];
  code: readonly string[];
  question: readonly string[];
};

const bodyOf = (path: string, ids: Ids, dice: Dice): unknown => {
  const bodies: Record<string, () => unknown> = {
    join: () => ({ code: dice.one(ids.code), name: `Guest ${dice.below(1e6)}` }),
    classes: () => ({ name: "6c", door: dice.one(["open", "roster", "closed"]) }),
    ":id": () => ({ name: "6d", approval: dice.maybe(0.5), expires: Date.now() + 1e9 }),
    recover: () => ({ code: "0".repeat(16), key: "k".repeat(20) }),
    copy: () => ({ name: "6c again" }),
    teachers: () => ({ name: "Grace" }),
    roster: () => ({
      learners: [
        { name: `Cy ${dice.below(1e6)}`, section: dice.one(["", "A"]) },
        { name: dice.one(texts), studentId: dice.one([null, "17"]) },
      ],
    }),
    codes: () => ({ learners: [dice.one(ids.learner), dice.one(ids.learner)] }),
    delete: () => ({ learners: ["n".repeat(22)] }),
    ":learner": () => ({ section: dice.one([null, "B"]), studentId: "18" }),
    "extensions/:learner": () => ({
      due: dice.one([null, "2030-01-01", "2030-01-01T08:00Z"]),
    }),
    "marks/:learner": () => ({
      points: dice.one([null, 1.5]),
      verdict: dice.one([null, "accepted", "refused"]),
      reason: dice.one(texts).slice(0, 500),
      comment: "well done",
    }),
    ":assignment": () => ({ closes: dice.one([null, Date.now() + 1e9]) }),
    enter: () => ({ secret: dice.one(ids.secret) }),
    assignments: () => ({ link: `/labs/network?assignment=1&title=T${dice.below(30)}` }),
    "hand-in": () => ({
      key: `key-${dice.below(6)}-${"k".repeat(16)}`,
      assignment: dice.one(ids.assignment),
      packed: "A".repeat(1 + dice.below(60)),
    }),
    "quiz/answers": () => ({
      question: dice.one(ids.question),
      try: 1 + dice.below(3),
      text: dice.one(["0", "1", "0-1", "=7", ">0-1-2-3", "~0-1-0", "?0:x"]),
      took: dice.one([null, 0, 1500]),
    }),
    answers: () => ({
      answers: [{ question: "no-such-question", first: "0", latest: "1-2", at: 5 }],
    }),
  };
  const parts = path.split("/");
  const [two, one] = [parts.slice(-2).join("/"), parts.at(-1) ?? ""];
  return (bodies[two] ?? bodies[one] ?? (() => ({})))();
};

function bytesOf(body: unknown, dice: Dice): Uint8Array<ArrayBuffer> {
  const text = JSON.stringify(body) ?? "";
  const bytes = new TextEncoder().encode(text);
  if (dice.maybe(0.85)) return bytes;
  if (dice.maybe(0.3)) return bytes.slice(0, dice.below(bytes.length + 1));
  if (dice.maybe(0.3)) {
    return Uint8Array.from({ length: dice.below(2000) }, () => dice.below(256));
  }
  if (dice.maybe(0.3)) return new TextEncoder().encode("[".repeat(dice.below(500_000)));
  const changed = bytes.slice();
  for (let n = 0; n < 3; n += 1) changed[dice.below(changed.length)] = dice.below(256);
  return changed;
}

const types = [
  ...Array(12).fill("application/json"),
  "application/json; charset=utf-8",
  "text/plain",
  "multipart/form-data",
  "application/gzip",
  "",
];

const sites = [...Array(12).fill("same-origin"), "cross-site", "same-site", "none"];

/** A random request of some route, with `cookie` as it is. */
export function randomRequest(ids: Ids, cookie: string, dice: Dice) {
  const [method, form] = dice.one(routes);
  const id = dice.maybe(0.9)
    ? dice.one(ids.class)
    : encodeURIComponent(
        dice
          .one(texts)
          .slice(0, 40)
          .replace(/\p{Cs}/gu, "") || "x",
      );
  const path = form
    .replace(":id", id)
    .replace(":assignment", dice.one(ids.assignment))
    .replace(":learner", dice.one(ids.learner))
    .replace(":teacher", dice.one(ids.receipt))
    .replace(":receipt", dice.one(ids.receipt));
  const since = dice.maybe(0.3)
    ? `?since=${encodeURIComponent(`${dice.one([...numbers, 5, 1e12])}`)}`
    : "";
  const plain = bodyOf(form, ids, dice);
  const body = dice.maybe(0.4) ? plain : mutated(plain, dice);
  const request = new Request(`http://school.test${path}${since}`, {
    method,
    headers: {
      cookie,
      "content-type": dice.one(types),
      "x-forwarded-for": `10.${dice.below(256)}.${dice.below(256)}.${dice.below(256)}`,
      "sec-fetch-site": dice.one(sites),
    },
    ...(method !== "GET" && { body: bytesOf(body, dice) }),
  });
  return { request, classId: form.includes(":id") ? id : null };
}
