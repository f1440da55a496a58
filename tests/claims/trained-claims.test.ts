// The claims of the course and what learners predict of them, trained again.
import { expect, test } from "vitest";
import { claimName } from "@/labs/claim/held-claims";
import { spreadOf } from "@/labs/claim/spread";
import { provideData } from "../labs/provide-data";
import { times } from "../soak";
import { everyClaim, soakedSeeds, trainSpread } from "./claim-runs";
import { everyPrediction, timesRight } from "./prediction-runs";

provideData();

const predictions = await everyPrediction();

// One after the other, so that no run is trained for both.
const told = everyClaim.map((named) => {
  const count = times(1, soakedSeeds(named.name.split("/", 1)[0] ?? ""));
  if (!named.claim.worked) {
    test(`${named.name}: the kept numbers are those of a training`, () => {
      const kept = spreadOf(named.name)?.slice(0, count);
      expect(trainSpread(named, count)).toEqual(kept);
    });
  }
  const own = predictions.filter(
    ({ lab, claim }) => claimName(lab, claim) === named.name,
  );
  test.each(own)("$id: exactly the option called right comes true: $asks", (question) => {
    expect(timesRight(question, count).problem).toBeNull();
  });
  return own.length;
});

test("every prediction is of a claim", () => {
  expect(told.reduce((one, other) => one + other)).toBe(predictions.length);
});
