import { expect, test } from "vitest";
import { cameTrue } from "@/content/quiz/kinds/predict";

const options = ["loss < 0.1", "loss < 0.5 && rises > 0", "loss < 0.5", "loss > 1"].map(
  (when) => ({ when, id: when, text: when }),
);

test("the first option whose condition holds came true, or none", () => {
  expect(cameTrue(options, { loss: 0.05, rises: 3 })).toBe("loss < 0.1");
  expect(cameTrue(options, { loss: 0.3, rises: 3 })).toBe("loss < 0.5 && rises > 0");
  expect(cameTrue(options, { loss: 0.3, rises: 0 })).toBe("loss < 0.5");
  expect(cameTrue(options, { loss: 0.7, rises: 0 })).toBeNull();
});

test("a number that no run has is an error that names the condition", () => {
  expect(() => cameTrue(options, { rises: 0 })).toThrow("loss < 0.1");
});
