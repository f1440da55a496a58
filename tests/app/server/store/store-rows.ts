// Rows for the tests of the store.
import type { ClassStore } from "@/app/server/store/class-store";
import type { StoredAnswer, StoredTry } from "@/app/server/store/stored-rows";

/** When the tests take place. */
export const now = 1_800_000_000_000;

export const classRow = (id: string) => ({
  id,
  name: "Physics 9b",
  code: `CODE ${id}`,
  teacherHash: `teacher of ${id}`,
  recoveryHash: `recovery of ${id}`,
  door: "open" as const,
  approval: false,
  created: now,
  expires: now + 1000,
});

export const assignmentRow = (id: string) => ({
  id,
  link: `/labs/network?seed=${id}`,
  created: now,
  closes: null,
});

export const learnerRow = (name: string) => ({
  id: `id of ${name}`,
  name,
  tokenHash: `token of ${name}`,
  codeHash: `code of ${name}`,
  joined: now,
});

/** A learner of `learnerRow` as the store gives them. */
export const learnerHead = (name: string) => ({
  id: `id of ${name}`,
  name,
  joined: now,
  section: null,
  studentId: null,
  waiting: false,
  came: true,
});

/** The rules for joining a class of at most this many. */
export const upTo = (most: number) => ({ most, waiting: false });

/** A receipt for the assignment `a` of the learner Ada. */
export const receiptRow = (id: string, key = `key of ${id}`) => ({
  id,
  key,
  assignment: "a",
  learner: "id of Ada",
  packed: `text of ${key}`,
  received: now,
  work: null,
});

export const answerRow = (
  question: string,
  latest: string,
  at: number,
): StoredAnswer => ({
  question,
  first: latest,
  firstRight: latest === "right",
  latest,
  right: latest === "right",
  at,
  took: null,
});

/** A try at the assignment `a` of the learner Ada; right where the text says so. */
export const tryRow = (
  question: string,
  number: number,
  text: string,
  at = now,
): StoredTry & { assignment: string; learner: string } => ({
  assignment: "a",
  learner: "id of Ada",
  question,
  try: number,
  text,
  right: text === "right",
  at,
  took: 5000,
});

/** Opens the class `c` with the assignment `a` and the learner Ada. */
export async function openClassOfAda(store: ClassStore) {
  await store.openClass(classRow("c"));
  await store.addAssignment("c", assignmentRow("a"), 10);
  await store.join("c", learnerRow("Ada"), upTo(10));
}

/** All that is given, one after the other. */
export async function collected<T>(given: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const one of given) all.push(one);
  return all;
}
