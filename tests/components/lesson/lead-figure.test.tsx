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

test.each(["machine-learning", "loss-functions"] as const)(
  "%s opens with moments of a training, each with a lower loss",
  (slug) => {
    const html = renderToStaticMarkup(<LeadFigure slug={slug} />);
    const losses = [...html.matchAll(/Pass \d+: <span>([\d.]+)/g)].map(([, loss]) =>
      Number(loss),
    );
    expect(losses.length).toBeGreaterThan(2);
    expect(losses).toEqual(losses.toSorted((one, other) => other - one));
    expect(losses.at(-1)).toBeLessThan(0.2);
  },
);
