// Counting how well the questions of a class ask: how long it takes the server, and how long
// others wait meanwhile, on SQLite with one process.
import { responses } from "@/content/class/messages";
import { readAllQuestions } from "@/content/quiz/lesson-questions";
import { inLanes, join, openClass, session } from "./class-session";
import { onSite } from "./on-site";

const learners = 300;

async function count(site: string) {
  const { teacher, head } = await openClass(site);
  const at = `/api/classes/${head.id}`;
  await teacher(at, "PATCH", { measured: true });
  const questions = (await readAllQuestions()).flatMap((lesson) => lesson.questions);
  await inLanes(learners, 8, async (number) => {
    const { ask } = await join(site, head.code, number);
    const answers = questions.map((question, place) => {
      const options = "options" in question ? question.options : [];
      const option = options[(number * 7 + place) % Math.max(1, options.length)];
      const first = option ? `:${option.id}` : `=${number}`;
      const how = { took: 1000 * ((number + place) % 90), sure: 50 + 5 * (place % 11) };
      return { question: question.id, first, latest: first, at: 1000 + place, ...how };
    });
    for (let from = 0; from < answers.length; from += 200) {
      const sent = await ask(`${at}/answers`, "POST", {
        answers: answers.slice(from, from + 200),
      });
      if (sent.status !== 204) throw new Error(`Not taken: ${sent.text}`);
    }
  });
  const other = session(site);
  const quiet: number[] = [];
  for (let look = 0; look < 50; look += 1) quiet.push((await other("/api/health")).took);
  let open = true;
  const waits: number[] = [];
  const looking = (async () => {
    while (open) waits.push((await other("/api/health")).took);
  })();
  const counted = await teacher(`${at}/measured`);
  open = false;
  await looking;
  const { questions: reports } = responses.measured.parse(JSON.parse(counted.text));
  if (reports.some(({ answered }) => answered !== learners)) {
    throw new Error("Not every answer was counted.");
  }
  return {
    ...{ learners, answers: learners * questions.length, took: counted.took },
    ...{ longestWait: Math.max(...waits), longestQuiet: Math.max(...quiet) },
  };
}

export type ClassCount = Awaited<ReturnType<typeof count>>;

/** Measures the count of a class on the site as it was last built. */
export const classCount = (): Promise<ClassCount> => onSite(({ url }) => count(url));
