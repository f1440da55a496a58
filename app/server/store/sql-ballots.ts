import {
  phaseAfter,
  phaseShape,
  roundIn,
  roundShape,
} from "@/content/class/ballot-messages";
import type { BallotStore } from "./ballot-store";
import { numberIn, type Row, run, type Transaction, textIn } from "./database";
import type { GrowingDatabase } from "./growth";
import { holdLearner } from "./sql-learners";
import type { StoredBallot, StoredVote } from "./stored-rows";

/** A ballot from all columns. */
export const ballotIn = (row: Row): StoredBallot => ({
  id: textIn(row, "id"),
  question: textIn(row, "question"),
  phase: phaseShape.parse(row.phase),
  opened: numberIn(row, "opened"),
});

/** A vote from all columns. */
export const voteIn = (row: Row): StoredVote => ({
  ballot: textIn(row, "ballot_id"),
  learner: textIn(row, "learner_id"),
  round: roundShape.parse(row.round),
  option: textIn(row, "option_id"),
  at: numberIn(row, "voted"),
});

/** Gives no row where the id is another ballot's. */
export const insertBallot = (
  { query }: Pick<Transaction, "query">,
  classId: string,
  { id, question, phase, opened }: StoredBallot,
) =>
  query(
    `INSERT INTO ballot (id, class_id, question, phase, opened)
    VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING id`,
    ...[id, classId, question, phase, opened],
  );

/** Keeps a vote in the place of an earlier one. */
export const putVote = (
  { query }: Pick<Transaction, "query">,
  { ballot, learner, round, option, at }: StoredVote,
) =>
  query(
    `INSERT INTO vote (ballot_id, learner_id, round, option_id, voted)
    VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (ballot_id, learner_id, round) DO UPDATE SET
      option_id = excluded.option_id, voted = excluded.voted`,
    ...[ballot, learner, round, option, at],
  );

/** The phase of a ballot; null where the class has no such ballot. */
async function phaseOf({ query }: Transaction, classId: string, ballot: string) {
  const sql = "SELECT * FROM ballot WHERE class_id = $1 AND id = $2";
  const [row] = await query(sql, classId, ballot);
  return row ? ballotIn(row).phase : null;
}

/** Questions that a class votes on twice. */
export function sqlBallots(database: GrowingDatabase) {
  return {
    openBallot: (classId, ballot, most) =>
      database.grow(async (transaction) => {
        const { query, hold } = transaction;
        // Two who ask at once are told apart by the row that both would count under.
        const open = await hold(
          "SELECT id FROM class WHERE id = $1 AND expires > $2",
          ...[classId, ballot.opened],
        );
        const rows = await query("SELECT * FROM ballot WHERE class_id = $1", classId);
        const ballots = rows.map(ballotIn);
        // The same id: an earlier try was kept, and its answer lost.
        if (ballots.some(({ id }) => id === ballot.id)) return "opened";
        if (ballots.some(({ phase }) => phase !== "ended")) return "open";
        if (open.length === 0 || ballots.length >= most) return "full";
        const first = { ...ballot, phase: "first" } as const;
        const added = await insertBallot(transaction, classId, first);
        return added.length > 0 ? "opened" : "full";
      }),

    leavePhase: (classId, ballot, leave) =>
      database.change(async (transaction) => {
        await transaction.query(
          "UPDATE ballot SET phase = $4 WHERE class_id = $1 AND id = $2 AND phase = $3",
          ...[classId, ballot, leave, phaseAfter[leave] ?? leave],
        );
        return phaseOf(transaction, classId, ballot);
      }),

    deleteBallot: (classId, ballot) =>
      run(
        database,
        "DELETE FROM ballot WHERE class_id = $1 AND id = $2",
        ...[classId, ballot],
      ),

    vote: (classId, vote) =>
      database.grow(async (transaction) => {
        if (!(await holdLearner(transaction, classId, vote.learner))) return "gone";
        const phase = await phaseOf(transaction, classId, vote.ballot);
        if (phase === null) return "gone";
        if (roundIn[phase] !== vote.round) return "over";
        await putVote(transaction, vote);
        return "kept";
      }),

    async ballotsOf(classId) {
      const [ballots = [], counts = [], learners = []] = await database.read(
        ["SELECT * FROM ballot WHERE class_id = $1 ORDER BY opened DESC, id", classId],
        [
          `SELECT vote.ballot_id, vote.round, vote.option_id,
            CAST(COUNT(*) AS BIGINT) AS votes
          FROM vote JOIN ballot ON ballot.id = vote.ballot_id
          WHERE ballot.class_id = $1
          GROUP BY vote.ballot_id, vote.round, vote.option_id`,
          classId,
        ],
        [
          `SELECT CAST(COUNT(*) AS BIGINT) AS learners FROM learner
          WHERE class_id = $1 AND waiting = 0`,
          classId,
        ],
      );
      return {
        ballots: ballots.map(ballotIn),
        counts: counts.map((row) => ({
          ballot: textIn(row, "ballot_id"),
          round: roundShape.parse(row.round),
          option: textIn(row, "option_id"),
          count: numberIn(row, "votes"),
        })),
        learners: learners[0] ? numberIn(learners[0], "learners") : 0,
      };
    },

    async latestBallot(classId) {
      const [rows = []] = await database.read([
        "SELECT * FROM ballot WHERE class_id = $1 ORDER BY opened DESC, id LIMIT 1",
        classId,
      ]);
      return rows[0] ? ballotIn(rows[0]) : null;
    },

    async votesOf(classId, ballot, learner) {
      const [rows = []] = await database.read([
        `SELECT vote.* FROM vote JOIN ballot ON ballot.id = vote.ballot_id
        WHERE ballot.class_id = $1 AND ballot.id = $2 AND vote.learner_id = $3
        ORDER BY vote.round`,
        ...[classId, ballot, learner],
      ]);
      return rows.map(voteIn);
    },

    async *measuredVotes(classId) {
      const [ballots = []] = await database.read([
        `SELECT * FROM ballot WHERE class_id = $1 AND phase = 'ended'
        ORDER BY opened, id`,
        classId,
      ]);
      for (const { id, question } of ballots.map(ballotIn)) {
        const [rows = []] = await database.read([
          `SELECT one.learner_id, one.option_id AS before_id, two.option_id AS after_id
          FROM vote one JOIN vote two
            ON two.ballot_id = one.ballot_id AND two.learner_id = one.learner_id
          JOIN learner ON learner.id = one.learner_id
          WHERE one.ballot_id = $1 AND one.round = 1 AND two.round = 2
            AND learner.declines = 0`,
          id,
        ]);
        yield rows.map((row) => ({
          ...{ question, learner: textIn(row, "learner_id") },
          ...{ before: textIn(row, "before_id"), after: textIn(row, "after_id") },
        }));
      }
    },

    async votersOf(classId, ballot) {
      const [rows = []] = await database.read([
        `SELECT DISTINCT vote.learner_id FROM vote
        JOIN ballot ON ballot.id = vote.ballot_id
        WHERE ballot.class_id = $1 AND ballot.id = $2 ORDER BY vote.learner_id`,
        ...[classId, ballot],
      ]);
      return rows.map((row) => textIn(row, "learner_id"));
    },
  } satisfies BallotStore;
}
