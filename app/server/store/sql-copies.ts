import { nameKey } from "@/labs/assignment/name-key";
import type { ClassStore } from "./class-store";
import { numberOrNull, type Row, type Transaction, textIn, textOrNull } from "./database";
import type { GrowingDatabase } from "./growth";
import { apartKey } from "./migration-steps";
import { answerIn, insertAnswer } from "./sql-answers";
import {
  assignmentColumns,
  assignmentIn,
  grantStatements,
  grantsIn,
  insertAssignment,
  putExtension,
  putMark,
} from "./sql-assignments";
import { ballotIn, insertBallot, putVote, voteIn } from "./sql-ballots";
import { classColumns, classIn, insertClass } from "./sql-classes";
import { insertLearner, learnerColumns, learnerIn } from "./sql-learners";
import { insertQuiz, insertTry, startIn, tryIn } from "./sql-quizzes";
import { headIn, insertReceipt } from "./sql-receipts";
import type { ClassLine } from "./stored-rows";

/** Thrown to undo the restoring of a class that is here already. */
const alreadyHere = Symbol("Some of the class is on this site already.");

const isInserted = (rows: readonly Row[]) => {
  if (rows.length === 0) throw alreadyHere;
};

/** Writes one line of a class's file; `names` holds the keys that were given out. */
async function restore(
  transaction: Transaction,
  classId: string,
  line: ClassLine,
  names: Set<string>,
) {
  if (line.is === "assignment") {
    isInserted(await insertAssignment(transaction, classId, line));
  } else if (line.is === "learner") {
    const plain = nameKey(line.name);
    const key = names.has(plain) ? apartKey(plain, line.id) : plain;
    names.add(key);
    // Who declined is in no file, since teachers read it: nobody counts until they say so.
    isInserted(
      await insertLearner(transaction, classId, { ...line, key, declines: true }),
    );
  } else if (line.is === "receipt") {
    const there = await transaction.query(
      "SELECT id FROM receipt WHERE id = $1",
      line.id,
    );
    if (there.length > 0) throw alreadyHere;
    await insertReceipt(transaction, classId, { ...line, changed: line.received });
  } else if (line.is === "extension") await putExtension(transaction, line);
  else if (line.is === "mark") await putMark(transaction, line);
  else if (line.is === "answer") await insertAnswer(transaction, line.learner, line);
  else if (line.is === "quiz") await insertQuiz(transaction, line);
  else if (line.is === "try") await insertTry(transaction, line);
  else if (line.is === "ballot") {
    isInserted(await insertBallot(transaction, classId, { ...line, phase: "ended" }));
  } else if (line.is === "vote") await putVote(transaction, line);
}

/** Classes that are copied, exported and restored. */
export function sqlCopies(database: GrowingDatabase) {
  /** All of a learner. */
  async function* linesOf(classId: string, learner: string): AsyncIterable<ClassLine> {
    const own = (columns: string, table: string, order: string) =>
      [
        `SELECT ${columns} FROM ${table} WHERE learner_id = $1 ORDER BY ${order}`,
        learner,
      ] as const;
    const [
      rows = [],
      extensions,
      marks,
      answers = [],
      starts = [],
      tries = [],
      votes = [],
      receipts = [],
    ] = await database.read(
      [
        `SELECT ${learnerColumns}, learner.code_hash FROM learner
          WHERE class_id = $1 AND id = $2`,
        ...[classId, learner],
      ],
      ...grantStatements(classId, learner),
      own("*", "answer", "answered, question"),
      own("*", "quiz_start", "started, assignment_id"),
      own("*", "quiz_try", "answered, question, try_number"),
      [
        `SELECT vote.* FROM vote JOIN ballot ON ballot.id = vote.ballot_id
          WHERE vote.learner_id = $1 AND ballot.phase = 'ended'
          ORDER BY vote.voted, vote.ballot_id, vote.round`,
        learner,
      ],
      own("*", "receipt", "received, id"),
    );
    for (const row of rows) {
      const { came: _, ...plain } = learnerIn(row);
      yield { is: "learner", ...plain, codeHash: textOrNull(row, "code_hash") };
    }
    const granted = grantsIn(extensions, marks);
    for (const extension of granted.extensions) yield { is: "extension", ...extension };
    for (const mark of granted.marks) yield { is: "mark", ...mark };
    for (const row of answers) yield { is: "answer", ...answerIn(row) };
    for (const row of starts) {
      yield { is: "quiz", ...startIn(row), secret: textIn(row, "secret") };
    }
    for (const row of tries) {
      const assignment = textIn(row, "assignment_id");
      yield { is: "try", assignment, learner, ...tryIn(row) };
    }
    for (const row of votes) yield { is: "vote", ...voteIn(row) };
    for (const row of receipts) {
      const { changed: _, ...plain } = headIn(row);
      const [key, packed] = [textIn(row, "key"), textIn(row, "packed")];
      yield { is: "receipt", ...plain, key, packed, work: numberOrNull(row, "work") };
    }
  }

  return {
    copyClass: (from, opened, newId) =>
      database.grow(async (transaction) => {
        const state = await insertClass(transaction, opened);
        if (state !== "opened") return state === "there";
        const rows = await transaction.query(
          `SELECT ${assignmentColumns} FROM assignment WHERE class_id = $1
          ORDER BY created, id`,
          from,
        );
        for (const { link, created } of rows.map(assignmentIn)) {
          const copied = { id: newId(), link, created, closes: null };
          await insertAssignment(transaction, opened.id, copied);
        }
        return true;
      }),

    async *exportClass(classId) {
      const [classes = [], assignments = [], ballots = [], learners = []] =
        await database.read(
          [`SELECT ${classColumns} FROM class WHERE id = $1`, classId],
          [
            `SELECT ${assignmentColumns} FROM assignment WHERE class_id = $1
          ORDER BY created, id`,
            classId,
          ],
          [
            `SELECT * FROM ballot WHERE class_id = $1 AND phase = 'ended'
          ORDER BY opened, id`,
            classId,
          ],
          ["SELECT id FROM learner WHERE class_id = $1 ORDER BY joined, id", classId],
        );
      for (const row of classes) {
        const { id: _, code: __, measured: ___, ...plain } = classIn(row);
        yield { is: "class", ...plain };
      }
      for (const row of assignments) yield { is: "assignment", ...assignmentIn(row) };
      for (const row of ballots) {
        const { phase: _, ...ballot } = ballotIn(row);
        yield { is: "ballot", ...ballot };
      }
      for (const row of learners) yield* linesOf(classId, textIn(row, "id"));
    },

    async restoreClass(opened, lines) {
      try {
        return await database.grow(async (transaction) => {
          const state = await insertClass(transaction, opened);
          if (state !== "opened") return state === "there" ? "restored" : "code";
          const names = new Set<string>();
          for (const line of lines) await restore(transaction, opened.id, line, names);
          return "restored";
        });
      } catch (error) {
        if (error === alreadyHere) return "there";
        throw error;
      }
    },
  } satisfies Partial<ClassStore>;
}
