import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, expect, test } from "vitest";
import { ConfusionView } from "@/components/lab/picture/confusion-view";
import { MisreadView } from "@/components/lab/picture/misread-view";
import { startSide } from "@/components/lab/training/side";
import type { ViewProps } from "@/components/lab/training/use-lab";
import { plainRun, type Run } from "@/labs/run/run";
import { provideData } from "@/tests/labs/provide-data";

beforeAll(provideData);

/** What a view shows of a run before its first pass; it looks at nothing but the side. */
function shown(View: (props: ViewProps) => React.ReactNode, run: Run): string {
  const props = { side: startSide({ label: "", run }) } as ViewProps;
  return renderToStaticMarkup(<View {...props} />);
}

const cells = (html: string) =>
  [...html.matchAll(/<button[^>]*>(\d+)<\/button>/g)].map(([, count]) => Number(count));

const sum = (counts: readonly number[]) => counts.reduce((one, other) => one + other, 0);

test("vowels have a confusion matrix as digits have, with their own letters", () => {
  const run: Run = { ...plainRun, data: "vowels", loss: "categorical", samples: 100 };
  const html = shown(ConfusionView, run);
  const rows = [...html.matchAll(/<th scope="row">([^<]+)</g)].map(([, name]) => name);
  expect(rows.length).toBe(5);
  expect(new Set(rows).size).toBe(5);
  expect(cells(html).length).toBe(25);
  expect(sum(cells(html))).toBe(50);
});

test("two classes of the plane have one too", () => {
  const html = shown(ConfusionView, plainRun);
  expect(html).toContain('<th scope="row">orange<');
  expect(cells(html).length).toBe(4);
  expect(sum(cells(html))).toBe(150);
});

test("where targets are numbers, one sentence says what is needed", () => {
  const html = shown(ConfusionView, { ...plainRun, data: "hills" });
  expect(html).toContain("Choose data with classes");
  expect(cells(html)).toEqual([]);
});

test("misread images are shown of pictures only, each with what it is", () => {
  expect(shown(MisreadView, plainRun)).toBe("");
  const run: Run = { ...plainRun, data: "digits", loss: "categorical", samples: 200 };
  const html = shown(MisreadView, run);
  expect(
    html.match(/aria-label="This is an? \d, read as an? \d, \d+\.\d %"/g)?.length,
  ).toBe(12);
});
