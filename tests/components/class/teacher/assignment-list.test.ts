import { expect, test } from "vitest";
import { checkedLink } from "@/components/class/teacher/assignment-list";

const link =
  "/labs/network?assignment=1&title=Circle&goal=loss_0.95&samples=60&passes=40";

test("an assignment's link is taken with or without the site's address", () => {
  const checked = checkedLink(`  https://course.example${link}  `);
  expect(checked).toHaveProperty("link", expect.stringMatching(/^\/labs\/network\?/));
  expect(checkedLink(link)).toEqual(checked);
});

test("what is no assignment is refused in words, and bad parts by name", () => {
  const problemsOf = (typed: string) => {
    const checked = checkedLink(typed);
    return "problems" in checked ? checked.problems.join(" ") : "";
  };
  expect(problemsOf(" ")).toContain("Paste the link");
  expect(problemsOf("https://course.example/lessons/gpus")).toContain("no link of a lab");
  expect(problemsOf("/labs/network?lr=0.1")).toContain("asks for nothing");
  expect(problemsOf(link.replace("loss_0.95", "beauty_3"))).toContain("beauty_3");
  expect(problemsOf(`${link}&lr=fast`)).toContain("Learning rate");
});
