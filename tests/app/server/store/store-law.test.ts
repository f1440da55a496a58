import { expect, test } from "vitest";
import type { ClassStore } from "@/app/server/store/class-store";
import { soaking } from "../../../soak";
import { createStoreModel } from "./store-model";
import { openAt, places } from "./store-places";
import { randomSteps } from "./store-steps";

// The shorter list is one of those that soon hold every call.
const [seed, calls] = soaking ? [1, 6000] : [1427, 900];

test.each(places)(
  `%s answers ${calls} random calls as a plain list in memory`,
  async (_, fresh) => {
    const store = await openAt(await fresh());
    const model = createStoreModel();
    const met = new Set<string>();
    for (const [at, { says, take }] of randomSteps(seed, calls).entries()) {
      const wanted = await take(model);
      expect({ says, gives: await take(store) }).toEqual({ says, gives: wanted });
      const kind =
        typeof wanted === "object" && wanted && "kind" in wanted && wanted.kind;
      met.add(`${says.split(" ")[0]} ${kind || JSON.stringify(wanted)}`);
      for (const id of at % 5 ? [] : ["c", "d"]) {
        expect({ says, board: await store.board(id, 0) }).toEqual({
          says,
          board: await model.board(id, 0),
        });
        const answersOf = async (of: ClassStore) =>
          [...(await of.answersOf(id)), ...(await of.measuredAnswersOf(id))].map((one) =>
            JSON.stringify(Object.entries(one).sort()),
          );
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
    // The calls met each other in every way there is.
    const every = [
      ...["openClass true", "openClass false", "renewTeacher true", "deleteExpired 1"],
      ...["renewTeacher false", "renewRecovery true", "renewRecovery false"],
      ...['addTeacher "added"', 'addTeacher "full"', "recover null"],
      ...["changed", "there", "gone"].map((kind) => `changeAssignment ${kind}`),
      ...["extend true", "extend false", "mark true", "mark false"],
      ...["setOutcome true", "setOutcome false", "move restored", "move there"],
      ...['addAssignment "added"', 'addAssignment "there"', 'addAssignment "full"'],
      ...["join joined", "join name taken", "join full"],
      ...["taken", "there", "other", "full", "heavy", "gone"].map(
        (kind) => `handIn ${kind}`,
      ),
      ...["kept", "other", "handed", "over", "spent", "early", "closed", "gone"].map(
        (kind) => `putTry ${kind}`,
      ),
      ...['packedOf "text"', "putAnswers true", "putAnswers false"],
      ...["declines true", "declines false"],
    ];
    expect(every.filter((one) => !met.has(one))).toEqual([]);
  },
);
