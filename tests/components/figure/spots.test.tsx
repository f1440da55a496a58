import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import {
  heldLosses,
  passesApart,
  trainLosses,
} from "@/components/figure/spots/overfit-losses";
import { plot } from "@/components/figure/spots/plot";
import { spotFigure, spotFigureNames } from "@/components/figure/spots/spots";
import { readAllQuestions } from "@/content/quiz/lesson-questions";
import { labs } from "@/labs/catalog/labs";
import { lossOf } from "@/labs/network/curves";
import { trained } from "@/tests/labs/trained";

const lessons = await readAllQuestions();
const pointing = lessons
  .flatMap(({ questions }) => questions)
  .flatMap((question) => (question.kind === "point" ? [question] : []));

function drawn(name: string, spots: readonly string[], chosen: string | null) {
  const figure = spotFigure(name);
  if (!figure) throw new Error(`no figure with spots is called ${name}`);
  return renderToStaticMarkup(<figure.Drawing {...{ spots, chosen }} onChoose={null} />);
}

const found = (html: string, part: RegExp) =>
  [...html.matchAll(part)].map(([, what]) => what);

describe.each(spotFigureNames)("the figure %s", (name) => {
  const spots = spotFigure(name)?.spots ?? [];

  test("draws each of its spots once, with its letter", () => {
    const html = drawn(name, spots, null);
    expect(found(html, /data-spot="([^"]*)"/g).toSorted()).toEqual(spots.toSorted());
    const letters = found(html, />([A-E])<\/text>/g).toSorted();
    expect(letters).toEqual([..."ABCDE"].slice(0, spots.length));
  });

  test("marks what is chosen, and nothing that is not asked about", () => {
    const [first = "", second = ""] = spots;
    const html = drawn(name, [second, first], first);
    expect(found(html, /data-spot="([^"]*)" data-chosen="true"/g)).toEqual([first]);
    expect(found(html, /data-spot="([^"]*)"/g)).toHaveLength(2);
  });

  test("is described", () => {
    expect(drawn(name, spots, null)).toMatch(/role="img" aria-label="[^"]{60,}"/);
  });
});

/** The error and the loss at points along a drawn line. */
function pointsOf(line: string): { error: number; loss: number }[] {
  const { left, right, top, bottom } = plot;
  const parts = [...line.matchAll(/([MLQ])([^MLQ]+)/g)].flatMap(([, kind, text]) => {
    const numbers = text!.split(" ").map(Number);
    const places = numbers.flatMap((x, at) =>
      at % 2 === 0 ? [[x, numbers[at + 1]!]] : [],
    );
    return kind === "Q" ? [places] : places.map((place) => [place]);
  });
  return parts.slice(1).flatMap((part, at) => {
    const from = parts[at]!.at(-1)!;
    const [over, to] = [part.length > 1 ? part[0]! : from, part.at(-1)!];
    const bend = part.length > 1;
    return Array.from({ length: 21 }, (_, step) => {
      const share = step / 20;
      const [x, y] = [0, 1].map((axis) => {
        const straight = from[axis]! + share * (to[axis]! - from[axis]!);
        const towards = over[axis]! + share * (to[axis]! - over[axis]!);
        const away = from[axis]! + share * (over[axis]! - from[axis]!);
        return bend ? away + share * (towards - away) : straight;
      });
      return {
        error: 3 * ((2 * (x! - left)) / (right - left) - 1),
        loss: (5 * (bottom - y!)) / (bottom - top),
      };
    });
  });
}

test("the three losses are drawn where their formulas put them", () => {
  const order = ["squared", "absolute", "huber"] as const;
  const lines = found(drawn("loss-slopes", order, null), / d="(M[^"]*[LQ][^"]*)"/g);
  expect(lines).toHaveLength(6);
  order.forEach((name, at) => {
    const points = pointsOf(lines[2 * at]!);
    expect(points.length).toBeGreaterThan(20);
    const errors = Float64Array.from(points, ({ error }) => error);
    const wanted = lossOf(name, errors).values(errors.length, () => 0);
    points.forEach(({ error, loss }, k) => {
      expect(Math.abs(loss - wanted[k]!), `${name} at ${error}`).toBeLessThan(0.01);
    });
  });
});

test.each(pointing)("$id points at spots of its figure, each once", (question) => {
  const asked = question.options.map(({ spot }) => spot);
  expect(new Set(asked).size).toBe(asked.length);
  expect(spotFigure(question.figure)?.spots).toEqual(expect.arrayContaining(asked));
});

test("the course asks to be shown something", () => {
  expect(pointing.length).toBeGreaterThan(3);
});

test("the curves of learning by heart are those of the lab's run", () => {
  const { passes } = trained({ ...labs.overfitting.start, passes: 300 });
  const shown = passes.filter(({ pass }) => pass % passesApart === 0);
  const rounded = (losses: readonly number[]) =>
    losses.map((loss) => Number(loss.toFixed(3)));
  expect(rounded(shown.map(({ trainLoss }) => trainLoss))).toEqual(trainLosses);
  expect(rounded(shown.map(({ heldLoss }) => heldLoss))).toEqual(heldLosses);
});
