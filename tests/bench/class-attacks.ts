// Attacks on the classes of the built site: what they cost it, and whom they keep out.
import { responses } from "@/content/class/messages";
import { linkOf } from "@/labs/assignment/assignment-link";
import { pack } from "@/labs/receipt/packed";
import { packEndless } from "../app/server/check-endless";
import { provideData } from "../labs/provide-data";
import { assignmentOf, trainReceipt } from "../labs/receipt/train-receipt";
import { assign, handIn, inLanes, join, openClass, session } from "./class-session";
import { onSite } from "./on-site";

const linkTo = (query: string) => linkOf(assignmentOf(`/labs/${query}`));

const addresses = 50_000;

const addressOf = (n: number) => `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`;

const wrongFor = (code: string) => (code.startsWith("0") ? "1000-0000" : "0000-0000");

/** Tries a wrong code from each of `count` addresses. */
const tryWrongCodes = (site: string, code: string, count: number, from = addressOf) =>
  inLanes(count, 16, async (n) => {
    const body = { code: wrongFor(code), name: "Eve" };
    return (await session(site, from(n))("/api/join", "POST", body)).status;
  });

/** The server's memory before and after it has heard of very many addresses, in bytes. */
const memory = () =>
  onSite(async ({ url, memory }) => {
    const { head } = await openClass(url);
    // Until the server's heap has its usual size.
    await tryWrongCodes(url, head.code, 20_000, () => "192.0.2.7");
    const before = memory();
    await tryWrongCodes(url, head.code, addresses);
    return { addresses, before, after: memory() };
  });

/** Whether a right code lets in after that, where the heap has 128 MB. */
const smallHeap = () =>
  onSite(
    async ({ url }) => {
      const { head } = await openClass(url);
      await tryWrongCodes(url, head.code, addresses);
      await join(url, head.code, 0);
      return true;
    },
    { NODE_OPTIONS: "--max-old-space-size=128" },
  );

/** How many teachers and learners are refused after others' openings and wrong codes. */
const keptOut = () =>
  onSite(async ({ url }) => {
    const { head } = await openClass(url);
    await inLanes(479, 16, (n) => openClass(url, addressOf(n)));
    const teachers = await inLanes(30, 4, async (n) => {
      const teacher = session(url, `203.0.113.${n}`);
      return (await teacher("/api/classes", "POST", { name: "5b" })).status;
    });
    // From the learners' own address, as a mate would, and from many others.
    await tryWrongCodes(url, head.code, 5000, () => "198.51.100.7");
    await tryWrongCodes(url, head.code, 5000);
    const learners = await inLanes(30, 4, async (n) => {
      const learner = session(url, "198.51.100.7");
      const body = { code: head.code, name: `Learner ${n}` };
      return (await learner("/api/join", "POST", body)).status;
    });
    return {
      teachers: teachers.filter((status) => status !== 201).length,
      learners: learners.filter((status) => status !== 200).length,
    };
  });

const attackers = 15;

/** How long an honest learner waits for a verdict behind others' receipts, in milliseconds. */
const verdictBehind = (query: string) =>
  onSite(async ({ url }) => {
    provideData();
    const busy = await openClass(url);
    const attack = linkTo(query);
    const theirs = await assign(busy.teacher, busy.head.id, attack);
    const eve = await join(url, busy.head.code, 0);
    const quiet = await openClass(url);
    const task = linkTo("network?assignment=1&title=Circle&goal=loss_3");
    const own = await assign(quiet.teacher, quiet.head.id, task);
    const ada = await join(url, quiet.head.code, 1);
    const honest = await pack(trainReceipt(task, ada.learner));
    const endless = await packEndless(attack, eve.learner);
    for (let n = 0; n < attackers; n += 1) {
      await handIn(eve.ask, busy.head.id, theirs, endless);
    }
    const begun = performance.now();
    await handIn(ada.ask, quiet.head.id, own, honest);
    for (;;) {
      const { text } = await ada.ask(`/api/classes/${quiet.head.id}/mine`);
      const [receipt] = responses.mine.parse(JSON.parse(text)).receipts;
      if (receipt?.outcome) {
        if (receipt.outcome.verdict !== "confirmed")
          throw new Error(receipt.outcome.says);
        return performance.now() - begun;
      }
      await new Promise((go) => setTimeout(go, 20));
    }
  });

export type ClassAttacks = Awaited<ReturnType<typeof classAttacks>>;

/** Plays them one after another, each on a site of its own. */
export async function classAttacks() {
  return {
    memory: await memory(),
    smallHeap: await smallHeap(),
    keptOut: await keptOut(),
    dearest: await verdictBehind(
      "pictures?assignment=1&title=L&layers=64-64-64-64-64-64&passes=100000",
    ),
    dear: await verdictBehind("network?assignment=1&title=L&layers=64-64-64&passes=900"),
  };
}
