// A class as SQLite and PostgreSQL hold it: read whole, and gone on with.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
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

/** The class takes what comes after. */
async function goOn(store: ClassStore, id: string) {
  const { learners } = await store.board(id, 0);
  const joining = { id: "new", name: "Eve", tokenHash: "x", joined: kept.sqlite.now };
  expect(await store.join(id, joining, 10)).toEqual({ kind: "joined", id: "new" });
  const after = await store.board(id, 0);
  expect(after.learners).toHaveLength(learners.length + 1);
}

test("a class that SQLite holds", async () => {
  const folder = freshFolder();
  writeFileSync(`${folder}/classes.sqlite`, gunzipSync(file("classes.sqlite.gz")));
  const store = await openAt({ folder });
  const { opened } = kept.sqlite;
  expect(await readWhole(store, opened)).toEqual(kept.sqlite);
  await goOn(store, opened.id);
});

test.skipIf(!postgres)("a class that PostgreSQL holds", async () => {
  const databaseUrl = await freshDatabase(postgres ?? "");
  const client = new Client(databaseUrl);
  await client.connect();
  await client.query(file("classes.sql").toString("utf8"));
  await client.end();
  const store = await openAt({ databaseUrl });
  const { opened } = kept.postgres;
  expect(await readWhole(store, opened)).toEqual(kept.postgres);
  await goOn(store, opened.id);
});
