// One of two processes that want the same things of a store at the same time.
import { writeSync } from "node:fs";
import { createInterface } from "node:readline";
import { openStore } from "@/app/server/store/open-store";
import type { Place } from "./store-places";
import {
  answerRow,
  assignmentRow,
  classRow,
  now,
  receiptRow,
  tryRow,
  upTo,
} from "./store-rows";

const numbers = (count: number) => Array.from({ length: count }, (_, at) => at);

const say = (what: unknown) => writeSync(1, `${JSON.stringify(what)}\n`);

/** What it got, for the test to compare with what the other got. */
export type Spoils = {
  openedCode: boolean;
  assigned: string[];
  joined: string[];
  renewed: boolean;
  recovered: boolean;
  sharedReceipts: string[];
  ownReceipts: string[];
  answers: boolean[];
  tries: string[];
};

async function main() {
  const lines = createInterface(process.stdin)[Symbol.asyncIterator]();
  const orders: { place: Place; me: string } = JSON.parse((await lines.next()).value);
  const { place, me } = orders;
  const store = await openStore(place);
  say("open");
  await lines.next();

  const receipt = (id: string, key: string) => ({ ...receiptRow(id), key, packed: key });
  const [openedCode, assigned, joined, renewed, recovered, shared, own, answers, tries] =
    await Promise.all([
      store.openClass({ ...classRow(me), code: "ONE CODE" }),
      Promise.all(
        numbers(8).map((at) => store.addAssignment("c", assignmentRow(`${me}${at}`), 6)),
      ),
      Promise.all(
        numbers(30).map((at) => {
          const row = {
            id: `${me}${at}`,
            name: `Learner ${at}`,
            tokenHash: `${me}${at}`,
            codeHash: `${me}${at}`,
          };
          return store.join("c", { ...row, joined: now }, upTo(20));
        }),
      ),
      store.renewTeacher("c", "teacher of c", me),
      store.recover("recovery of d", { teacherHash: me, recoveryHash: `r ${me}` }, now),
      Promise.all(
        numbers(60).map((at) =>
          store.handIn("c", receipt(`${me} ${at}`, `shared ${at}`), 1000),
        ),
      ),
      Promise.all(
        numbers(40).map((at) => {
          const row = receipt(`${me} own ${at}`, `${me} ${at}`);
          return store.handIn("c", { ...row, learner: "id of Bo" }, 50);
        }),
      ),
      Promise.all(
        numbers(8).map((at) =>
          store.putAnswers("c", "id of Ada", [answerRow(`${me}${at}`, "right", now)], 10),
        ),
      ),
      Promise.all(
        numbers(20).map((at) =>
          store.putTry("c", tryRow(`q${at}`, 1, me), {
            tries: 1,
            longest: null,
            again: false,
          }),
        ),
      ),
    ]);
  const spoils: Spoils = {
    openedCode,
    assigned,
    joined: joined.map(({ kind }) => kind),
    renewed,
    recovered: recovered !== null,
    sharedReceipts: shared.map((one) =>
      "id" in one ? `${one.kind} ${one.id}` : one.kind,
    ),
    ownReceipts: own.map(({ kind }) => kind),
    answers,
    tries: tries.map(({ kind }) => kind),
  };
  say(spoils);
  await store.close();
  process.exit(0);
}

main().catch((error) => {
  say(`failed ${error}`);
  process.exit(1);
});
