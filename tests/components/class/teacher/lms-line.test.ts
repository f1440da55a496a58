import { expect, test } from "vitest";
import { filledText, gradesText } from "@/components/class/teacher/lms-line";

const lms = { courses: [], told: 1, waits: 0, troubles: [], gone: [] };

test("the line tells what the LMS has, and what else only where there is any", () => {
  expect(gradesText(lms)).toBe("The LMS has 1 grade.");
  const trouble = { assignment: "a", learner: "l", says: "No." };
  expect(
    gradesText({ ...lms, told: 12, waits: 3, troubles: [trouble], gone: ["l", "m"] }),
  ).toBe(
    "The LMS has 12 grades · 3 on the way · 1 could not be sent: open their cells to read why · 2 learners left the course there.",
  );
});

test("filling the class tells who is new, who left and who found no room", () => {
  expect(filledText({ added: 0, left: 0, full: 0, unread: 0 })).toBe("0 learners added.");
  expect(filledText({ added: 1, left: 2, full: 3, unread: 0 })).toBe(
    "1 learner added, 2 no longer in the course: they stay in the class, no room for 3.",
  );
  expect(filledText({ added: 2, left: 0, full: 0, unread: 1 })).toBe(
    "2 learners added, 1 entry could not be read, so it is not said who left.",
  );
});
