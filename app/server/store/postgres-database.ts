// PostgreSQL, or what speaks its language, for any number of processes anywhere.
import { DatabaseError, Pool, type PoolClient, types } from "pg";
import type { Database, Row, Statement, Transaction } from "./database";
import { isStoreFault, type StoreTrouble, storeFault } from "./store-fault";

/** How long to wait for a connection, or for an answer, in milliseconds. */
const longestWait = 10_000;

/** The number of the lock under which tables are made; any other would do. */
const lock = 7_320_117;

/** A process that hangs must not hold up the others, nor a server promise too early. */
const begin = `BEGIN ISOLATION LEVEL READ COMMITTED;
  SET LOCAL synchronous_commit = on;
  SET LOCAL statement_timeout = ${longestWait / 2};
  SET LOCAL idle_in_transaction_session_timeout = ${longestWait}`;

/**
 * By SQLSTATE: https://www.postgresql.org/docs/current/errcodes-appendix.html.
 * A row that was deleted beneath a new one (23503) counts as busy: the next try sees it.
 */
function troubleOf(state: string): StoreTrouble | null {
  if (state === "53100") return "full";
  if (state === "25006" || state === "42501") return "readonly";
  if (/^XX00[12]/.test(state)) return "damaged";
  if (/^(40|55P03|57014|23503|25P03)/.test(state)) return "busy";
  return /^(08|28|3D|53|57P|58|XX)/.test(state) ? "away" : null;
}

/** Turns what the driver rejects with into a StoreFault. */
async function asked<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    // Whatever does not come from the server tells of a connection refused or lost.
    const stated = error instanceof DatabaseError;
    const trouble = stated ? troubleOf(error.code ?? "XX000") : "away";
    throw trouble ? storeFault(trouble, error) : error;
  }
}

const isAway = (error: unknown) => isStoreFault(error) && error.trouble === "away";

/** Connects to the database of a URL, `postgres://…`, when it is first asked. */
export function openPostgres(url: string): Database {
  const pool = new Pool({
    connectionString: url,
    connectionTimeoutMillis: longestWait,
    query_timeout: longestWait,
    keepAlive: true,
    allowExitOnIdle: true,
    types: {
      getTypeParser: (type, format) =>
        type === types.builtins.INT8 ? Number : types.getTypeParser(type, format),
    },
  });
  // A lost connection is met by the next query. Unheard, it would end the process.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  let ending: Promise<void> | null = null;

  async function rowsOf(client: PoolClient, [sql, ...values]: Statement) {
    return asked(async () => (await client.query<Row>(sql, values)).rows);
  }

  const undone = (client: PoolClient) =>
    rowsOf(client, ["ROLLBACK"]).then(
      () => true,
      () => false,
    );

  async function transact<T>(start: string, work: (client: PoolClient) => Promise<T>) {
    const client = await asked(() => pool.connect());
    let lost = false;
    try {
      await rowsOf(client, [start]);
      const result = await work(client);
      await rowsOf(client, ["COMMIT"]);
      return result;
    } catch (error) {
      lost = isAway(error) || !(await undone(client));
      throw error;
    } finally {
      client.release(lost);
    }
  }

  const transactionOf = (client: PoolClient): Transaction => ({
    query: (...statement) => rowsOf(client, statement),
    hold: (sql, ...values) => rowsOf(client, [`${sql} FOR NO KEY UPDATE`, ...values]),
  });

  const change: Database["change"] = (work) =>
    transact(begin, (client) => work(transactionOf(client)));

  return {
    async read(...statements) {
      const [only, ...others] = statements;
      if (only && others.length === 0) {
        const [sql, ...values] = only;
        return [await asked(async () => (await pool.query<Row>(sql, values)).rows)];
      }
      return transact(
        "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        async (client) => {
          const found: (readonly Row[])[] = [];
          for (const statement of statements) found.push(await rowsOf(client, statement));
          return found;
        },
      );
    },
    change,
    reduce: change,
    changeAlone: (work) =>
      transact(begin, async (client) => {
        await rowsOf(client, ["SELECT pg_advisory_xact_lock($1)", lock]);
        return work(transactionOf(client));
      }),
    close: () => {
      ending ??= pool.end();
      return ending;
    },
  };
}
