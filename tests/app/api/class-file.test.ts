// A class as a file: exported, and restored where it is not.
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { fileLimits, withLines } from "@/app/server/read-lines";
import type { Phase } from "@/content/class/ballot-messages";
import { responses } from "@/content/class/messages";
import { readAllQuestions } from "@/content/quiz/lesson-questions";
import type { Question } from "@/content/quiz/question";
import { pack } from "@/labs/receipt/packed";
import { trainReceipt } from "../../labs/receipt/train-receipt";
import { openBrowser } from "./browser";
import { bank, writeBank } from "./graded-file";
import { canonical, link, openClass } from "./school";
import { openSite } from "./site";

let site: Awaited<ReturnType<typeof openSite>>;
beforeAll(async () => {
  site = await openSite(1000);
  writeBank(site.folder);
});
afterAll(() => site.close());

const isPrediction = (one: Question) => one.kind === "predict";

const key = (text: string) => text.padEnd(20, "-");

const quizLink = canonical(
  `/labs/network?assignment=1&quiz=${bank.map(({ id }) => id).join(".")}&tries=3`,
);

const course = (await readAllQuestions()).flatMap(({ questions }) => questions);
const [question] = course;
const prediction = course.find(isPrediction);

/** A class with one of everything. */
async function openFull() {
  const opened = await openClass("5b Größe", undefined, { door: "roster" });
  const { teacher, at, code } = opened;
  const assign = async (link: string) =>
    responses.assigned.parse((await teacher.post(`${at}/assignments`, { link })).told).id;
  const [asked, quizzed] = [await assign(link), await assign(quizLink)];
  const learners = [{ name: "Ada", section: "B", studentId: "17" }, { name: "Bo" }];
  const { told } = await teacher.post(`${at}/roster`, { learners });
  const [ada, bo] = responses.rosterAdded.parse(told).added;
  if (!ada || !bo) throw new Error("Nobody was added.");
  const browser = openBrowser();
  await browser.post("/api/join", { code: ada.code });
  const packed = await pack(trainReceipt(link, { name: "Ada", id: ada.learner }));
  await browser.post(`${at}/hand-in`, { key: key("k"), assignment: asked, packed });
  const own = { question: question?.id, first: "0", latest: "0", at: 5, took: 7 };
  await browser.post(`${at}/answers`, { answers: [own] });
  const quiz = `${at}/assignments/${quizzed}/quiz`;
  await browser.post(quiz);
  const given = { question: "bank-number", try: 1, text: "=1", took: 3 };
  await browser.post(`${quiz}/answers`, given);
  await browser.post(`${quiz}/hand-in`);
  await teacher.put(`${at}/assignments/${asked}/extensions/${bo.learner}`, {
    due: "2030-01-01",
  });
  await teacher.put(`${at}/assignments/${asked}/marks/${ada.learner}`, {
    ...{ points: 2, verdict: null, reason: "why", comment: "so" },
  });
  await teacher.post(`${at}/teachers`, { name: "Grace" });
  const put = await teacher.post(`${at}/ballots`, { question: prediction?.id });
  const ballot = responses.ballotOpened.parse(put.told).id;
  const vote = (round: 1 | 2) =>
    browser.put(`${at}/room`, { ballot, round, option: prediction?.options[round]?.id });
  const leave = (phase: Phase) =>
    teacher.patch(`${at}/ballots/${ballot}`, { leave: phase });
  await vote(1);
  await leave("first");
  await leave("argue");
  await vote(2);
  await leave("second");
  const cookies = [...browser.cookies, ...teacher.cookies].map(([, { value }]) => value);
  return { ...opened, code, ada, bo, browser, quiz, cookies, given };
}

type Full = Awaited<ReturnType<typeof openFull>>;

async function fileOf({ teacher, at }: Pick<Full, "teacher" | "at">) {
  const answer = await teacher.get(`${at}/export`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("application/gzip");
  const lines = gunzipSync(answer.bytes).toString("utf8").trimEnd().split("\n");
  return { ...answer, lines };
}

const packedLines = (lines: readonly string[]) =>
  new Uint8Array(gzipSync(lines.map((line) => `${line}\n`).join("")));

const restore = (file: Uint8Array<ArrayBuffer>) => {
  const browser = openBrowser();
  return browser
    .ask("POST", "/api/classes/restore", { file })
    .then((answer) => ({ ...answer, browser }));
};

/** All of a class but its own name, keys and moments of checks. */
async function contentOf({ teacher, at }: Pick<Full, "teacher" | "at">) {
  const board = responses.board.parse((await teacher.get(`${at}/board?since=0`)).told);
  const { class: head, now: _, ...rest } = board;
  const answers = (await teacher.get(`${at}/answers`)).told;
  const quizzes = (await teacher.get(`${at}/quiz`)).told;
  const { ballots } = (await teacher.get(`${at}/ballots`)).told;
  const learners = rest.learners.map(({ came: _, ...learner }) => learner);
  return {
    name: head.name,
    door: head.door,
    ...rest,
    learners,
    answers,
    quizzes,
    ballots,
  };
}

test("a class that is exported, deleted and restored has all it had", async () => {
  const full = await openFull();
  const checked = async () => (await contentOf(full)).receipts[0]?.outcome;
  await vi.waitFor(async () => expect(await checked()).not.toBe(null), 20_000);
  const before = await contentOf(full);
  expect(before.receipts[0]?.outcome?.verdict).toBe("confirmed");
  const { bytes, headers } = await fileOf(full);
  expect(headers.get("content-disposition")).toMatch(
    /^attachment; filename="class-5b-gro-e-\d{4}-\d\d-\d\d\.jsonl\.gz"$/,
  );
  await full.teacher.remove(full.at);
  const { status, told, browser } = await restore(bytes);
  expect(status).toBe(201);
  const opened = responses.opened.parse(told);
  expect(opened.class.id).not.toBe(full.id);
  const at = `/api/classes/${opened.class.id}`;
  const again = { teacher: browser, at };
  await vi.waitFor(async () => {
    const { receipts } = await contentOf(again);
    expect(receipts[0]?.outcome).not.toBe(null);
  }, 20_000);
  expect(await contentOf(again)).toEqual(before);
  // Nobody is in it but by a new code, and then goes on where they were.
  expect((await openBrowser().post("/api/join", { code: full.ada.code })).status).toBe(
    404,
  );
  const renewed = await browser.post(`${at}/codes`, { learners: [full.ada.learner] });
  const code = responses.codes.parse(renewed.told).codes[0]?.code ?? "";
  const ada = openBrowser();
  expect((await ada.post("/api/join", { code })).status).toBe(200);
  const mine = responses.mine.parse((await ada.get(`${at}/mine`)).told);
  expect(mine).toMatchObject({ learner: full.ada.learner, name: "Ada" });
  expect(mine.receipts.length).toBe(1);
  const quiz = full.quiz.replace(full.id, opened.class.id);
  const started = responses.quizStarted.parse((await ada.post(quiz)).told);
  expect(started.given[0]?.text).toBe("=1");
});

test("a file holds no secret, no code and no hash of one", async () => {
  const full = await openFull();
  const { lines } = await fileOf(full);
  const text = lines.join("\n");
  const { code, secret, recovery, ada, bo, cookies } = full;
  const { createHash } = await import("node:crypto");
  for (const one of [code, secret, recovery, ada.code, bo.code, ...cookies]) {
    for (const form of [one, one.replaceAll("-", "")]) {
      const digest = createHash("sha256").update(form);
      const hashes = [digest.copy().digest("base64url"), digest.digest("hex")];
      for (const hidden of [form, ...hashes]) expect(text).not.toContain(hidden);
    }
  }
  expect(text).not.toMatch(/hash|token|secret/i);
});

test("a class that is on the site already is not restored beside itself", async () => {
  const full = await openFull();
  const { bytes } = await fileOf(full);
  const before = await contentOf(full);
  const { status, told } = await restore(bytes);
  expect([status, told.problem]).toEqual([
    409,
    "This class is on this site already, or some of it: delete that one first, or open it by its private link.",
  ]);
  expect(await contentOf(full)).toEqual(before);
});

test("a broken file is refused with one sentence that names the place", async () => {
  const full = await openFull();
  const { lines, bytes } = await fileOf(full);
  await full.teacher.remove(full.at);
  const at = (is: string) => lines.findIndex((line) => line.includes(`"is":"${is}"`));
  const changed = (line: number, change: (fields: Record<string, unknown>) => object) =>
    lines.map((text, index) =>
      index === line ? JSON.stringify(change(JSON.parse(text))) : text,
    );
  const put = (is: string, fields: object) =>
    changed(at(is), (line) => ({ ...line, ...fields }));
  const line = (is: string, says: string) => `Line ${at(is) + 1} of the file ${says}.`;
  const unreadable = "cannot be read";
  const noFile =
    "This is no file of a class: choose one that “Export” of a class has made.";
  const brokenOff = "The file breaks off before its end: fetch it once more.";
  const learner = lines[at("learner")] ?? "";
  const twice = [...lines.slice(0, at("learner") + 1), learner];
  const faults: [file: string[], says: string][] = [
    [[], noFile],
    [["{}"], noFile],
    [["[", ...lines.slice(1)], noFile],
    [
      changed(0, (head) => ({ ...head, version: 99 })),
      "This file is of a newer version of the site, which this one cannot read.",
    ],
    [lines.slice(0, -1), brokenOff],
    [lines.toSpliced(at("try"), 1), brokenOff],
    [[...lines, "{}"], `Line ${lines.length + 1} of the file stands after its end.`],
    [lines.toSpliced(1, 1), "Line 2 of the file is not where it belongs."],
    [
      lines.toSpliced(2, 0, lines[1] ?? ""),
      "Line 3 of the file is not where it belongs.",
    ],
    [put("assignment", { more: 1 }), line("assignment", unreadable)],
    [put("assignment", { link: "javascript:alert(1)" }), line("assignment", unreadable)],
    [
      put("assignment", { link: `https://evil.test${link}` }),
      line("assignment", unreadable),
    ],
    [put("learner", { name: " Ada" }), line("learner", unreadable)],
    [put("learner", { codeHash: "x" }), line("learner", unreadable)],
    [put("learner", { is: "teacher" }), line("learner", unreadable)],
    [put("receipt", { packed: "<b>" }), line("receipt", unreadable)],
    [put("receipt", { received: -1 }), line("receipt", unreadable)],
    [put("mark", { points: 0.3 }), line("mark", unreadable)],
    [put("extension", { due: "soon" }), line("extension", unreadable)],
    [put("try", { try: 11 }), line("try", unreadable)],
    [put("answer", { first: "x".repeat(1001) }), line("answer", unreadable)],
    [
      put("mark", { learner: "n".repeat(22) }),
      line("mark", "names a learner whom the file does not have"),
    ],
    [
      put("quiz", { assignment: "n".repeat(22) }),
      line("quiz", "names an assignment that the file does not have"),
    ],
    [
      [...twice, ...lines.slice(at("learner") + 1)],
      `Line ${at("learner") + 2} of the file names a learner twice.`,
    ],
  ];
  for (const [file, says] of faults) {
    const { status, told } = await restore(packedLines(file));
    expect([says, status, told.problem]).toEqual([says, 400, says]);
  }
  const noGzip = "This is no file of a class: it cannot be unpacked.";
  const latin = new Uint8Array(gzipSync(Buffer.from("\xff\xfe\n", "latin1")));
  const cut = bytes.slice(0, bytes.length >> 1);
  for (const file of [new Uint8Array([1, 2, 3]), new Uint8Array(), latin, cut]) {
    const { status, told } = await restore(file);
    expect([status, told.problem]).toEqual([400, noGzip]);
  }
  // Each fault left nothing behind.
  expect((await restore(bytes)).status).toBe(201);
});

test("lines that stand twice or name each other's ids are told apart, and none is a fault", async () => {
  const full = await openFull();
  const { lines } = await fileOf(full);
  await full.teacher.remove(full.at);
  const [, ...rows] = lines.map((line): Record<string, unknown> => JSON.parse(line));
  const idOf = (is: string) => rows.find((row) => row.is === is)?.id;
  const swapped = rows.flatMap((row, at) => [
    ...("learner" in row ? [[at, { ...row, learner: idOf("assignment") }] as const] : []),
    ...("assignment" in row
      ? [[at, { ...row, assignment: idOf("learner") }] as const]
      : []),
    ...(row.is === "assignment" ? [[at, { ...row, id: idOf("learner") }] as const] : []),
  ]);
  const doubled = rows
    .map((row, at) => rows.toSpliced(at, 0, row))
    .filter((_, at) => !["class", "end"].includes(String(rows[at]?.is)));
  const withoutQuiz = rows.filter((row) => row.is !== "quiz");
  const files = [
    ...[...doubled, withoutQuiz],
    ...swapped.map(([at, row]) => rows.with(at, row)),
  ];
  for (const file of files) {
    const end = { is: "end", lines: file.length - 1 };
    const texts = [
      lines[0] ?? "",
      ...[...file.slice(0, -1), end].map((row) => JSON.stringify(row)),
    ];
    const { status, told } = await restore(packedLines(texts));
    expect([told.problem, status]).toEqual([expect.stringMatching(/^Line \d+ /), 400]);
  }
  expect(files.length).toBeGreaterThan(15);
});

test("a learner has many receipts, answers and tries, each of which is restored", async () => {
  const full = await openFull();
  const { lines } = await fileOf(full);
  await full.teacher.remove(full.at);
  const rows = lines.map((line): Record<string, unknown> => JSON.parse(line));
  /** Another id of the same letters. */
  const turned = (id: unknown) => [...String(id)].reverse().join("");
  const another = (row: Record<string, unknown>) => {
    if (row.is === "receipt") return { id: turned(row.id), key: turned(row.key) };
    if (row.is === "answer") return { question: "another-question" };
    return row.is === "try" ? { try: 2 } : null;
  };
  const more = rows.flatMap((row) => {
    const change = another(row);
    return change ? [row, { ...row, ...change }] : [row];
  });
  expect(more.length).toBe(rows.length + 3);
  const end = { is: "end", lines: more.length - 2 };
  const texts = [...more.slice(0, -1), end].map((row) => JSON.stringify(row));
  const { status, told } = await restore(packedLines(texts));
  expect([told.problem, status]).toEqual([undefined, 201]);
});

test("learners of one name, whom an earlier rule told apart, are restored apart", async () => {
  const full = await openFull();
  const { lines } = await fileOf(full);
  await full.teacher.remove(full.at);
  const twins = lines.map((line) => line.replace('"name":"Bo"', '"name":"ADA"'));
  const { told, browser } = await restore(packedLines(twins));
  const at = `/api/classes/${responses.opened.parse(told).class.id}`;
  const { learners } = await contentOf({ teacher: browser, at });
  expect(learners.map(({ name }) => name).sort()).toEqual(["ADA", "Ada"]);
});

test("a line too many of what a class may have is refused", async () => {
  const { teacher, at } = await openClass();
  const { lines } = await fileOf({ teacher, at });
  const row = {
    is: "learner",
    joined: 1,
    section: null,
    studentId: null,
    waiting: false,
  };
  const rows = Array.from({ length: 5001 }, (_, n) =>
    JSON.stringify({ ...row, id: key(`l${n}`), name: `Learner ${n}` }),
  );
  const end = JSON.stringify({ is: "end", lines: rows.length + 1 });
  const { told } = await restore(packedLines([...lines.slice(0, 2), ...rows, end]));
  expect(told.problem).toBe("Line 5003 of the file is one learner too many.");
});

const asked = (body: BodyInit, type = "application/gzip") =>
  new Request("http://school.test/api/classes/restore", {
    ...{ method: "POST", body, headers: { "content-type": type } },
    ...({ duplex: "half" } as object),
  });

const count = async (lines: AsyncIterable<string>) => {
  let sum = 0;
  for await (const _ of lines) sum += 1;
  return sum;
};

test("a file is read within its bounds, however well it is packed", async () => {
  const small = { ...fileLimits, packed: 2000, plain: 100_000, inAll: 150_000 };
  const zeros = (length: number) => new Uint8Array(gzipSync(Buffer.alloc(length, "a\n")));
  const read = (body: BodyInit, limits = small) => withLines(asked(body), count, limits);
  expect(await read(zeros(90_000))).toBe(45_000);
  const just = zeros(50_000);
  const exact = { ...fileLimits, packed: just.length, plain: 50_000, inAll: 50_000 };
  expect(await read(just, exact)).toBe(25_000);
  await expect(read(zeros(110_000))).rejects.toMatchObject({ status: 413 });
  await expect(read(new Uint8Array(3000))).rejects.toMatchObject({ status: 413 });
  const oneLine = new Uint8Array(gzipSync(Buffer.alloc(2_000_000, "a")));
  await expect(read(oneLine, fileLimits)).rejects.toMatchObject({ status: 413 });
  // What others hold counts, until they are done.
  let release = () => {};
  const released = new Promise<void>((done) => {
    release = done;
  });
  const held = withLines(
    asked(zeros(90_000)),
    (lines) => count(lines).then(() => released),
    small,
  );
  await vi.waitFor(async () => {
    await expect(read(zeros(90_000))).rejects.toMatchObject({
      status: 503,
      retryAfter: 10,
    });
  });
  release();
  await held;
  expect(await read(zeros(90_000))).toBe(45_000);
});

test("a file that does not come is not waited for", async () => {
  const silent = new ReadableStream<Uint8Array>({
    start: (controller) =>
      controller.enqueue(new Uint8Array(gzipSync("a\n")).slice(0, 9)),
  });
  const reading = withLines(asked(silent), count, { ...fileLimits, time: 50 });
  await expect(reading).rejects.toMatchObject({ status: 408 });
  const typed = withLines(asked("{}", "application/json"), count);
  await expect(typed).rejects.toMatchObject({ status: 415 });
});
