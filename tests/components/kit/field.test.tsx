import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Button } from "@/components/kit/button";
import { Field, TextField } from "@/components/kit/field";
import { ProblemList } from "@/components/kit/notice";
import { Problem, Status } from "@/components/kit/status";

test("a field ties its control to label, hint and problem", () => {
  const html = renderToStaticMarkup(
    <TextField id="name" label="Name" hint="As called." problem="Too long." />,
  );
  expect(html).toContain('<label for="name">Name</label>');
  expect(html).toMatch(/<input[^>]* id="name"/);
  expect(html).toMatch(/<input[^>]* aria-describedby="name-hint name-problem"/);
  expect(html).toMatch(/<input[^>]* aria-invalid="true"/);
  expect(html).toMatch(/<p[^>]* id="name-problem" role="alert">Too long\.<\/p>/);
});

test("a field that can be wrong and is not says so", () => {
  const html = renderToStaticMarkup(<TextField id="name" label="Name" problem={null} />);
  expect(html).toMatch(/<input[^>]* aria-invalid="false"/);
  expect(html).toMatch(/<p[^>]* id="name-problem" role="alert"><\/p>/);
});

test("a field without hint and problem describes its control by nothing", () => {
  const html = renderToStaticMarkup(
    <Field label="Name">{(control) => <input {...control} />}</Field>,
  );
  expect(html).not.toMatch(/aria-(describedby|invalid)/);
});

test("a field keeps the descriptions that its control is given", () => {
  const html = renderToStaticMarkup(
    <TextField id="name" label="Name" hint="As called." aria-describedby="why" />,
  );
  expect(html).toContain('aria-describedby="name-hint why"');
});

test("a button sends no form unless it is told to, and an inactive one keeps the focus", () => {
  expect(renderToStaticMarkup(<Button>Go</Button>)).toContain('type="button"');
  expect(renderToStaticMarkup(<Button type="submit">Go</Button>)).toContain(
    'type="submit"',
  );
  const inactive = renderToStaticMarkup(<Button inactive>Go</Button>);
  expect(inactive).toContain('aria-disabled="true"');
  expect(inactive).not.toContain('disabled=""');
});

test("news and alerts are in the page before they have anything to say", () => {
  expect(renderToStaticMarkup(<Status />)).toMatch(/^<p role="status"/);
  expect(renderToStaticMarkup(<Problem role="alert" />)).toMatch(/role="alert"/);
  expect(renderToStaticMarkup(<ProblemList role="alert" sentences={[]} />)).toContain(
    'role="alert"',
  );
  expect(renderToStaticMarkup(<ProblemList sentences={[]} />)).toBe("");
});
