import { expect, test } from "vitest";
import type { ClassStore } from "@/app/server/store/class-store";
import { soaking } from "../../../soak";
import { createStoreModel } from "./store-model";
import { openAt, places } from "./store-places";
import { collected } from "./store-rows";
import { randomSteps, type Step, wayOf } from "./store-steps";

/** Every way in which the calls meet each other. */
const every = [
  ...["openClass true", "openClass false", "renewTeacher true", "deleteExpired 1"],
  ...["renewTeacher false", "renewRecovery true", "renewRecovery false"],
  ...['addTeacher "added"', 'addTeacher "full"', "recover null"],
  ...["changed", "there", "gone"].map((kind) => `changeAssignment ${kind}`),
  ...["extend true", "extend false", "mark true", "mark false"],
  ...["setOutcome true", "setOutcome false", "move restored", "move there"],
  ...['addAssignment "added"', 'addAssignment "there"', 'addAssignment "full"'],
  ...["join joined", "join name taken", "join full"],
  ...["taken", "there", "other", "full", "heavy", "gone"].map((kind) => `handIn ${kind}`),
  ...["kept", "other", "handed", "over", "spent", "early", "closed", "gone"].map(
    (kind) => `putTry ${kind}`,
  ),
  ...['packedOf "text"', "putAnswers true", "putAnswers false"],
  ...["declines true", "declines false"],
];

/** After so many calls something is never met. */
const most = 60_000;

/** How many of the first calls are all taken. */
const taken = soaking ? 6000 : 0;

/** How many calls that change nothing are taken of each kind. */
const samples = 3;

/**
 * Random calls until they have met in every way: those that change what is kept, and a few
 * of those that do not. The model alone, which costs little, says which these are.
 */
async function tellingSteps(seed: number): Promise<Step[]> {
  const model = createStoreModel();
  const missing = new Set(every);
  const idle = new Map<string, number>();
  const steps: Step[] = [];
  let kept = model.kept();
  let drawn = 0;
  for (const step of randomSteps(seed)) {
    drawn += 1;
    const isNew = missing.delete(wayOf(step, await step.take(model)));
    const before = kept;
    kept = model.kept();
    const [call = ""] = step.says.split(" ");
    const times = kept === before ? (idle.get(call) ?? 0) + 1 : 0;
    if (times > 0) idle.set(call, times);
    if (isNew || times <= samples || drawn <= taken) steps.push(step);
    if (drawn >= most || (missing.size === 0 && drawn >= taken)) break;
  }
  if (missing.size > 0) throw new Error(`Never met: ${[...missing]}.`);
  return steps;
}

// With any other seed it takes longer, or less long.
const steps = await tellingSteps(3);

test.each(places)(
  `%s answers ${steps.length} random calls as a plain list in memory`,
  async (_, fresh) => {
    const store = await openAt(await fresh());
    const model = createStoreModel();
    for (const [at, { says, take }] of steps.entries()) {
      const wanted = await take(model);
      expect({ says, gives: await take(store) }).toEqual({ says, gives: wanted });
      for (const id of at % 5 ? [] : ["c", "d"]) {
        expect({ says, board: await store.board(id, 0) }).toEqual({
          says,
          board: await model.board(id, 0),
        });
        const answersOf = async (of: ClassStore) =>
          [
            ...(await of.answersOf(id)),
            ...(await collected(of.measuredAnswers(id))).flat(),
          ].map((one) => JSON.stringify(Object.entries(one).sort()));
        expect((await answersOf(store)).sort()).toEqual((await answersOf(model)).sort());
        const quizzesOf = async (of: ClassStore) =>
          Object.values(await of.quizzesOf(id)).map((list) =>
            list.map((one) => JSON.stringify(Object.entries(one).sort())).sort(),
          );
        expect({ says, quizzes: await quizzesOf(store) }).toEqual({
          says,
          quizzes: await quizzesOf(model),
        });
      }
    }
  },
);
