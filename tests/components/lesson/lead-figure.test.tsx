import { fromHtml } from "hast-util-from-html";
import { select, selectAll } from "hast-util-select";
import { toString as textOf } from "hast-util-to-string";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LeadFigure } from "@/components/lesson/lead-figure";
import { course } from "@/content/course";

test.each(course)("%s opens with a drawing that says what it shows", (slug) => {
  const html = renderToStaticMarkup(<LeadFigure slug={slug} />);
  const figure = fromHtml(html, { fragment: true });
  const [picture] = selectAll("[role=img]", figure);
  expect(String(picture?.properties.ariaLabel).length).toBeGreaterThan(100);
  expect(textOf(select("figcaption", figure)!).length).toBeGreaterThan(40);
  expect(html.length).toBeLessThan(40_000);
});

test("a first drawing tells the losses that its runs end with", () => {
  const html = renderToStaticMarkup(<LeadFigure slug="machine-learning" />);
  const [raw, squares] = [...html.matchAll(/loss ([\d.]+)/g)].map(([, loss]) =>
    Number(loss),
  );
  // As the claims of the lab have it, which the tests train.
  expect(raw).toBeGreaterThan(0.75);
  expect(squares).toBeLessThan(0.25);
});
