import { expect, test } from "vitest";
import { type JoinedClass, parseJoined } from "@/components/class/joined-classes";

const link =
  "/labs/network?assignment=1&title=Circle&goal=loss_0.95&samples=60&passes=40";

test("joined classes come back as they were kept, and nothing else does", () => {
  const joined: JoinedClass = {
    classId: "class",
    className: "Biology 2b",
    learner: "learner",
    name: "Ada",
    assignments: [{ id: "circle", link }],
  };
  expect(parseJoined(JSON.stringify([joined]))).toEqual([joined]);
  const others = ["", "{}", "[1]", JSON.stringify([{ ...joined, assignments: [{}] }])];
  for (const text of others) expect(parseJoined(text), text).toBe(null);
});
