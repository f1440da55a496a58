import { expect, test } from "vitest";
import { permuted } from "@/content/quiz/kinds/draw";
import { readAllQuestions } from "@/content/quiz/lesson-questions";

const seeds = Array.from({ length: 400 }, (_, at) => at + 1);

const ids = (await readAllQuestions())
  .flatMap(({ questions }) => questions.map(({ id }) => id))
  .slice(0, 16);

/** For each seed, what stands at a place of so many. */
const standing = (id: string, of: number, place: number) =>
  seeds.map((seed) => permuted([...Array(of).keys()], `${id} options`, seed)[place]);

test.each([2, 3, 4, 5])(
  "of two questions, the orders of %i options for a seed are independent",
  (of) => {
    // Five standard errors: of some thousand pairs none should lie beyond.
    const most = 5 * Math.sqrt(((1 / of) * (1 - 1 / of)) / seeds.length);
    for (let place = 0; place < of; place += 1) {
      const all = ids.map((id) => standing(id, of, place));
      for (const [at, one] of all.entries()) {
        for (const other of all.slice(0, at)) {
          const same = one.filter((part, seed) => part === other[seed]).length;
          expect(Math.abs(same / seeds.length - 1 / of)).toBeLessThan(most);
        }
      }
    }
  },
);

test("each order of four comes, and about as often as any other", () => {
  const orders = new Map<string, number>();
  for (const id of ids) {
    for (const seed of seeds) {
      const order = permuted(["a", "b", "c", "d"], id, seed).join("");
      orders.set(order, (orders.get(order) ?? 0) + 1);
    }
  }
  const wanted = (ids.length * seeds.length) / 24;
  expect(orders.size).toBe(24);
  const chi = [...orders.values()].reduce(
    (sum, count) => sum + (count - wanted) ** 2 / wanted,
    0,
  );
  // 23 degrees of freedom; one in ten thousand lies beyond.
  expect(chi).toBeLessThan(54.9);
});
