// A class that votes in the room: 300 phones look every two seconds and vote twice, all from
// one address; on SQLite with one process, on PostgreSQL with two.
import { ballotResponses, type Phase } from "@/content/class/ballot-messages";
import { readAllQuestions } from "@/content/quiz/lesson-questions";
import { findPostgres, freshDatabase, startPostgres } from "../postgres-server";
import { inLanes, join, openClass, session } from "./class-session";
import { onSite } from "./on-site";

const voters = 300;
/** Between two looks of a phone, and how long all take to vote, in milliseconds. */
const times = { look: [1500, 2500], vote: 20_000, argue: 5000 } as const;

const wait = (time: number) => new Promise((go) => setTimeout(go, time));

function percentiles(took: readonly number[]) {
  const sorted = took.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
  return { count: took.length, median: at(0.5), p99: at(0.99), slowest: at(1) };
}

/** Votes on sites that share their classes; phone and site are paired by chance. */
async function vote(sites: readonly [string, ...string[]]) {
  const { teacher, head, secret } = await openClass(sites[0]);
  const at = `/api/classes/${head.id}`;
  const phones = await inLanes(voters, 16, async (number) => {
    const site = sites[number % sites.length] ?? sites[0];
    return (await join(site, head.code, number)).ask;
  });
  const question = (await readAllQuestions())
    .flatMap(({ questions }) => questions)
    .find(({ kind }) => kind === "predict");
  if (question?.kind !== "predict") throw new Error("There is no prediction.");
  const opened = await teacher(`${at}/ballots`, "POST", { question: question.id });
  const { id } = ballotResponses.ballotOpened.parse(JSON.parse(opened.text));
  const looks: number[] = [];
  const votes: number[] = [];
  let failed = 0;
  let open = true;

  const keep = ({ status, took }: { status: number; took: number }, of: number[]) => {
    of.push(took);
    if (status >= 300) failed += 1;
  };
  const looking = phones.map(async (phone) => {
    let seen = "";
    await wait(Math.random() * times.look[1]);
    while (open) {
      const answer = await phone(`${at}/room?seen=${seen}`);
      keep(answer, looks);
      if (answer.status === 200) {
        seen = ballotResponses.room.parse(JSON.parse(answer.text)).version;
      }
      await wait(times.look[0] + Math.random() * (times.look[1] - times.look[0]));
    }
  });
  const voting = (round: 1 | 2) =>
    Promise.all(
      phones.map(async (phone, number) => {
        await wait(Math.random() * times.vote);
        const option = question.options[number % question.options.length]?.id;
        keep(await phone(`${at}/room`, "PUT", { ballot: id, round, option }), votes);
      }),
    );
  const leave = (phase: Phase) =>
    teacher(`${at}/ballots/${id}`, "PATCH", { leave: phase });

  await voting(1);
  await leave("first");
  await wait(times.argue);
  await leave("argue");
  await voting(2);
  await leave("second");
  open = false;
  await Promise.all(looking);
  const wall = session(sites.at(-1) ?? sites[0]);
  await wall(`${at}/enter`, "POST", { secret });
  const told = ballotResponses.ballots.parse(
    JSON.parse((await wall(`${at}/ballots`)).text),
  );
  const counted = told.ballots[0]?.voted ?? [];
  if (counted.some((count) => count !== voters)) {
    throw new Error(`Of ${voters} votes each, ${counted.join(" and ")} were kept.`);
  }
  return { failed, look: percentiles(looks), vote: percentiles(votes) };
}

export type Votes = Awaited<ReturnType<typeof vote>>;

export type ClassVoters = {
  sqlite: Votes;
  /** Null where there is no PostgreSQL. */
  postgres: Votes | null;
};

async function onPostgres(): Promise<Votes | null> {
  const bin = findPostgres();
  if (!bin) return null;
  const server = await startPostgres(bin);
  try {
    const env = { DATABASE_URL: await freshDatabase(server.url) };
    return await onSite((one) => onSite((other) => vote([one.url, other.url]), env), env);
  } finally {
    await server.stop();
  }
}

/** Measures the vote of a class on the site as it was last built. */
export const classVoters = async (): Promise<ClassVoters> => ({
  sqlite: await onSite(({ url }) => vote([url])),
  postgres: await onPostgres(),
});
