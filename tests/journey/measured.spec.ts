// The course measures itself: a class agrees, a learner may say no, an author reads the table.
import { expectAccessible } from "./accessible";
import { expect, test } from "./strict-test";

const head =
  'question,wording,wrong option,first answers,right at first,share right,share right from,share right to,item-rest correlation,correlation from,correlation to,correlated,"seconds, lower quartile","seconds, median","seconds, upper quartile",timed,said how sure,mean chance given (%),right of these,sure from 80 %,wrong of these,upper half,lower half,voted both times,right before,right after,changed to right,changed away from right,normalised gain';

const tableOf = (...lines: string[]) => ({
  mimeType: "text/csv",
  buffer: Buffer.from([head, ...lines, ""].join("\r\n")),
});

test("an author opens tables and reads what to rewrite first, and nothing is sent", async ({
  page,
}) => {
  const response = await page.request.get("/questions.json");
  const course: {
    id: string;
    lesson: string;
    question: {
      kind: string;
      reworded?: string;
      options: { id: string; right: boolean; text: string }[];
    };
  }[] = await response.json();
  const choices = course.filter(({ question }) => question.kind === "one");
  const bad = choices.find(({ question }) => question.reworded);
  const good = choices.find(({ question }) => !question.reworded);
  const wrong = bad?.question.options.find(({ right }) => !right);
  if (!bad || !good || !wrong) throw new Error("The course has such questions.");
  await page.goto("/questions/measured");
  const first = tableOf(
    `${good.id},both,,60,40,0.667,0.541,0.773,0.42,0.19,0.61,60,20,31,44,60,,,,,,30,30,,,,,,`,
    `${bad.id},both,,60,20,0.333,0.227,0.459,-0.41,-0.6,-0.17,60,20,31,44,60,,,,,,30,30,40,16,28,18,6,0.5`,
    `${bad.id},both,${wrong.id},30,,,,,,,,,,,,,,,,,,22,8,,,,,,`,
    `${bad.id},first,,30,5,,,,,,,,,,,,,,,,,,,,,,,,`,
    `${bad.id},second,,30,15,,,,,,,,,,,,,,,,,,,,,,,,`,
  );
  const asked: string[] = [];
  page.on("request", (request) => asked.push(`${request.method()} ${request.url()}`));
  await page
    .getByLabel("Tables of measured questions")
    .last()
    .setInputFiles([
      { name: "one.csv", ...first },
      { name: "again.csv", ...first },
      { name: "grades.csv", ...tableOf(), buffer: Buffer.from("name,points\nAda,3\n") },
    ]);
  await expect(page.getByRole("status").first()).toHaveText("1 table read: one.csv.");
  await expect(
    page.getByText("“again.csv” is the same as one that is here"),
  ).toBeVisible();
  await expect(
    page.getByText("“grades.csv”: This is no table of measured"),
  ).toBeVisible();
  const list = page.getByRole("region", { name: "Rewrite first" }).getByRole("listitem");
  await expect(list.first()).toContainText("Negative discrimination");
  await expect(list.first()).toContainText("draws the upper half: 22 of 30");
  await expect(list.first()).toContainText(
    "the second is easier, by 33 percentage points",
  );
  await expect(list.first()).toContainText(`The second: ${bad.question.reworded}`);
  await expect(list.first()).toContainText(
    "right before 16 (40 %), after 28 (70 %); 18 changed to right, 6 away from it; normalised gain 0.50",
  );
  await expect(list.first().getByRole("link")).toHaveAttribute(
    "href",
    `/lessons/${bad.lesson}#question-${bad.id}`,
  );
  const sound = page.getByRole("region", { name: "No reason found" });
  await expect(sound.getByRole("link")).toHaveAttribute(
    "href",
    new RegExp(`#question-${good.id}$`),
  );
  await expectAccessible(page);
  expect(
    asked.filter((one) => !/^GET .*(\.js|\.css|\.woff2|\/questions\.json)/.test(one)),
  ).toEqual([]);
});

test("an owner switches it on, and a learner reads of it and says no", async ({
  page,
}) => {
  const { class: opened } = await (
    await page.request.post("/api/classes", { data: { name: "Measured" } })
  ).json();
  const joining = { code: opened.code, name: "Ada" };
  await page.goto(`/class?c=${opened.id}`);
  const tick = page.getByLabel(
    "Count this class’s quiz answers and votes to find questions to rewrite",
  );
  await expect(tick).not.toBeChecked();
  await tick.check();
  await page.getByRole("button", { name: "Show how they do" }).click();
  await expect(
    page.getByText("Nobody has handed in answers or voted yet."),
  ).toBeVisible();

  const course: { question: { id: string; options?: { id: string; text: string }[] } }[] =
    await (await page.request.get("/questions.json")).json();
  const asked = course.find(({ question }) => question.options)?.question;
  const told = {
    ...{ question: asked?.id, wording: "both", answered: 60, right: 20 },
    ...{ discrimination: null, time: null, sure: null, votes: null },
    halves: { upper: 30, lower: 30 },
    pulls: asked?.options?.map(({ id }) => ({ option: id, drew: 0, halves: null })),
  };
  await page.route(/\/measured$/, (route) =>
    route.fulfill({ json: { questions: [told] } }),
  );
  await page.getByRole("button", { name: "Count again" }).click();
  const table = page.getByRole("group", { name: "How well the questions ask" });
  await expect(table.getByRole("cell").first()).toHaveText("60");
  await expect(table.getByRole("listitem")).toHaveText(
    asked?.options?.map(({ text }) => `${text}: 0`) ?? [],
  );
  await expectAccessible(page, "the measures", {
    within: '[aria-label="How well the questions ask"]',
  });

  await page.goto(`/class/join?code=${encodeURIComponent(joining.code)}`);
  await page.getByLabel("Your name").fill(joining.name);
  await page.getByRole("button", { name: "Join", exact: true }).click();
  const no = page.getByLabel("Leave my answers and votes out");
  await expect(no).not.toBeChecked();
  await no.check();
  await expect(no).toBeChecked();
  await page.reload();
  await expect(page.getByLabel("Leave my answers and votes out")).toBeChecked();
});
