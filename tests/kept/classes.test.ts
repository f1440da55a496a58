// A class as SQLite and PostgreSQL hold it: read whole, and gone on with.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import Sqlite from "better-sqlite3";
import { Client } from "pg";
import { expect, test } from "vitest";
import type { ClassStore } from "@/app/server/store/class-store";
import { answerWords } from "@/components/class/teacher/answer-counts";
import { readAllQuestions } from "@/content/quiz/lesson-questions";
import { freshFolder, openAt, postgres } from "../app/server/store/store-places";
import { freshDatabase } from "../postgres-server";
import kept from "./classes.json";

const questions = (await readAllQuestions()).flatMap((lesson) => lesson.questions);
const file = (name: string) => readFileSync(new URL(name, import.meta.url));
const bitsOf = (text: string) =>
  createHash("sha256").update(text).digest("hex").slice(0, 24);

const wordsOf = (id: string, text: string) =>
  answerWords(
    questions.find((question) => question.id === id),
    text,
  );

/** Everything that a class store tells of a class. */
async function readWhole(store: ClassStore, { id, code }: { id: string; code: string }) {
  const { now } = kept.sqlite;
  const [opened, byCode] = [
    await store.classOf(id, now),
    await store.classByCode(code, now),
  ];
  expect(byCode).toEqual(opened);
  const board = await store.board(id, 0);
  const answers = await store.answersOf(id);
  const quizzes = await store.quizzesOf(id);
  const secrets: unknown[] = [];
  for (const { learner, assignment } of quizzes.starts) {
    const quiz = await store.quizOf(id, assignment, learner);
    secrets.push([learner, quiz?.secret, quiz?.tries.length]);
  }
  const packed: unknown[] = [];
  for (const receipt of board.receipts) {
    packed.push([receipt.id, bitsOf((await store.packedOf(id, receipt.id)) ?? "")]);
  }
  const own: unknown[] = [];
  for (const learner of board.learners) {
    const receipts = await store.receiptsOf(id, learner.id);
    own.push([learner.id, receipts.map((receipt) => receipt.id)]);
  }
  const words = answers.map(({ learner, question, first, latest }) => [
    ...[learner, question, wordsOf(question, first), wordsOf(question, latest)],
  ]);
  const triedWords = quizzes.tries.map((tried) => [
    ...[tried.learner, tried.question, tried.try, wordsOf(tried.question, tried.text)],
  ]);
  return {
    now,
    opened,
    board,
    answers,
    words,
    quizzes,
    triedWords,
    secrets,
    packed,
    own,
  };
}

const learnerDefaults = { section: null, studentId: null, waiting: false, came: true };

/** The same, with all that later versions keep beside it. */
function asLater({ opened, board, quizzes, ...rest }: typeof kept.sqlite) {
  return {
    ...rest,
    opened: { ...opened, door: "open", approval: false, measured: false },
    board: {
      ...board,
      assignments: board.assignments.map((one) => ({ ...one, closes: null })),
      learners: board.learners.map((one) => ({ ...one, ...learnerDefaults })),
      extensions: [],
      marks: [],
    },
    quizzes: {
      ...quizzes,
      starts: quizzes.starts.map((one) => ({ ...one, handed: null })),
    },
  };
}

/** Browsers of learners and the teacher's link, as the database held them. */
type Keys = { teacher: string; learners: readonly { id: string; token_hash: string }[] };

/** Whoever was let in before still is. */
async function checkKeys(store: ClassStore, id: string, { teacher, learners }: Keys) {
  const { now } = kept.sqlite;
  expect((await store.classOfTeacher(id, teacher, now))?.by).toBeNull();
  expect(learners).toHaveLength(3);
  for (const learner of learners) {
    expect((await store.learnerOf(id, learner.token_hash))?.id).toBe(learner.id);
  }
}

const hashes = {
  teacher: "SELECT teacher_hash FROM class",
  learners: "SELECT id, token_hash FROM learner",
};

/** The class takes what comes after. */
async function goOn(store: ClassStore, id: string) {
  const { learners } = await store.board(id, 0);
  const joining = { id: "new", name: "Eve", tokenHash: "x", codeHash: "y" };
  const rules = { most: 10, waiting: false };
  expect(await store.join(id, { ...joining, joined: kept.sqlite.now }, rules)).toEqual({
    kind: "joined",
    id: "new",
  });
  const after = await store.board(id, 0);
  expect(after.learners).toHaveLength(learners.length + 1);
}

test("a class that SQLite holds", async () => {
  const folder = freshFolder();
  writeFileSync(`${folder}/classes.sqlite`, gunzipSync(file("classes.sqlite.gz")));
  const before = new Sqlite(`${folder}/classes.sqlite`);
  const teacher = String(before.prepare(hashes.teacher).pluck().get());
  const learners = before.prepare<[], Keys["learners"][number]>(hashes.learners).all();
  before.close();
  const store = await openAt({ folder });
  const { opened } = kept.sqlite;
  expect(await readWhole(store, opened)).toEqual(asLater(kept.sqlite));
  await checkKeys(store, opened.id, { teacher, learners });
  await goOn(store, opened.id);
});

test.skipIf(!postgres)("a class that PostgreSQL holds", async () => {
  const databaseUrl = await freshDatabase(postgres ?? "");
  const client = new Client(databaseUrl);
  await client.connect();
  await client.query(file("classes.sql").toString("utf8"));
  await client.query("SET search_path TO public");
  const teacher = (await client.query(hashes.teacher)).rows[0].teacher_hash;
  const { rows: learners } = await client.query(hashes.learners);
  await client.end();
  const store = await openAt({ databaseUrl });
  const { opened } = kept.postgres;
  expect(await readWhole(store, opened)).toEqual(asLater(kept.postgres));
  await checkKeys(store, opened.id, { teacher, learners });
  await goOn(store, opened.id);
});
