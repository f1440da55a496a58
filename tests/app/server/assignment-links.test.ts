import { expect, test } from "vitest";
import { changedLink, noLink, readAssigned } from "@/app/server/assignment-links";

const begun = "/labs/network?assignment=1&title=A&goal=loss_0.3&passes=30";

/** The sentence by which something is refused. */
function saysOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
  return "nothing";
}

test("a link is read strictly: each odd part is named", () => {
  expect(readAssigned(begun)).toMatchObject({ title: "A", note: "" });
  expect(saysOf(() => readAssigned("https://elsewhere.example"))).toBe(noLink);
  expect(saysOf(() => readAssigned("/labs/network"))).toContain("asks for nothing");
  const odd = saysOf(() => readAssigned(`${begun}&due=soon&tries=99`));
  expect(odd).toMatch(/99.*\. .*soon/);
});

const begunWith = (change: string) =>
  begun.replace(
    new RegExp(`${change.slice(0, change.indexOf("="))}=[^&]*|$`),
    `&${change}`,
  );

test.each([
  ...["title=B", "note=Look", "due=2030-01-31", "goal=loss_0.1*accuracy_90"],
  "quiz=a.b&tries=3&minutes=20&feedback=due&quizpoints=4",
])("what is asked may change to %s", (change) => {
  const next = changedLink(begun, begunWith(change));
  for (const part of change.split("&")) expect(next.split(/[?&]/)).toContain(part);
});

test.each(["noise=0.3", "lock=data", "passes=31"])(
  "what was trained may not change to %s",
  (change) => {
    expect(saysOf(() => changedLink(begun, begunWith(change)))).toContain("starting run");
  },
);

test("a link that an older site wrote, and this one cannot read, is not changed", () => {
  expect(saysOf(() => changedLink("/labs/later", begun))).toContain("starting run");
});
