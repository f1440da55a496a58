import { expect, test } from "vitest";
import { times } from "../../../soak";
import { bundle, startChild } from "./store-child";
import { openAt, type Place, places } from "./store-places";
import type { Spoils } from "./store-rival";
import { assignmentRow, classRow, learnerRow, now, upTo } from "./store-rows";

const count = (list: readonly unknown[], one: unknown) =>
  list.filter((each) => each === one).length;

/** Two processes on one new store; what each of them got. */
async function rival(place: Place, script: string) {
  const rivals = [startChild(script), startChild(script)] as const;
  // Both find an empty place, and both make the tables.
  for (const [at, one] of rivals.entries()) one.tell({ place, me: "xy"[at] });
  for (const { lines, nextLine } of rivals) {
    if (lines.length === 0) await nextLine();
    expect(lines).toEqual(['"open"']);
  }
  const store = await openAt(place);
  await store.openClass(classRow("c"));
  await store.addAssignment("c", assignmentRow("a"), 1);
  for (const name of ["Ada", "Bo", "Cy"])
    await store.join("c", learnerRow(name), upTo(3));
  await store.openClass(classRow("d"));
  const quiz = { assignment: "a", learner: "id of Ada", started: now, secret: "s" };
  await store.startQuiz("c", quiz);
  for (const one of rivals) one.tell("go");
  await Promise.all(rivals.map(({ ended }) => ended));
  const spoils = rivals.map(({ lines }): Spoils => JSON.parse(lines[1] ?? "null"));
  return { store, spoils };
}

const rounds = times(1, 3);

test.each(places)(
  "two processes on one %s keep every limit and promise",
  async (_, fresh) => {
    const script = await bundle("store/store-rival");
    for (let round = 0; round < rounds; round += 1) {
      const { store, spoils } = await rival(await fresh(), script);
      const all = <T>(of: (one: Spoils) => readonly T[]) => spoils.flatMap(of);
      expect(
        count(
          all(({ openedCode }) => [openedCode]),
          true,
        ),
      ).toBe(1);

      expect(
        count(
          all(({ assigned }) => assigned),
          "added",
        ),
      ).toBe(5);
      expect(
        count(
          all(({ assigned }) => assigned),
          "full",
        ),
      ).toBe(11);
      expect(
        count(
          all(({ joined }) => joined),
          "joined",
        ),
      ).toBe(17);
      // One of two that renew a link, or use a recovery code, wins, and each is told.
      for (const won of ["renewed", "recovered"] as const) {
        expect(all((one) => [one[won]]).sort()).toEqual([false, true]);
        const winner = spoils[0]?.[won] ? "x" : "y";
        const id = won === "renewed" ? "c" : "d";
        for (const one of ["x", "y"]) {
          const taught = await store.classOfTeacher(id, one, now);
          expect(taught !== null).toBe(one === winner);
        }
      }
      const { assignments, learners, receipts } = await store.board("c", 0);
      expect(assignments).toHaveLength(6);
      expect(learners).toHaveLength(20);
      expect(new Set(learners.map(({ name }) => name)).size).toBe(20);

      // Each shared key was taken from one of them, and both were told the same id.
      const [one = [], other = []] = spoils.map(({ sharedReceipts }) => sharedReceipts);
      for (const [at, got] of one.entries()) {
        const kinds = [got, other[at] ?? ""].map((each) => each.split(" ")[0]).sort();
        expect(kinds).toEqual(["taken", "there"].sort());
        expect(got.replace(/^\w+/, "")).toBe(other[at]?.replace(/^\w+/, ""));
      }
      expect(receipts.filter(({ learner }) => learner === "id of Ada")).toHaveLength(60);

      expect(
        count(
          all(({ ownReceipts }) => ownReceipts),
          "taken",
        ),
      ).toBe(50);
      expect(receipts.filter(({ learner }) => learner === "id of Bo")).toHaveLength(50);
      expect(
        count(
          all(({ answers }) => answers),
          true,
        ),
      ).toBe(10);
      expect(await store.answersOf("c")).toHaveLength(10);

      // Of each try that both sent, one of them was kept.
      const [mine = [], theirs = []] = spoils.map(({ tries }) => tries);
      for (const [at, got] of mine.entries()) {
        expect([got, theirs[at]].sort()).toEqual(["kept", "other"]);
      }
      expect((await store.quizzesOf("c")).tries).toHaveLength(20);
    }
  },
);
