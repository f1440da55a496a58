// What the store promises of ballots, on both databases.
import { describe, expect, test } from "vitest";
import type { ClassStore } from "@/app/server/store/class-store";
import type { Round } from "@/content/class/ballot-messages";
import { uniform } from "@/labs/arithmetic/random";
import { soaking } from "../../../soak";
import { createStoreModel } from "./store-model";
import { openAt, places } from "./store-places";
import { classRow, collected, learnerRow, now, openClassOfAda, upTo } from "./store-rows";

const question = { id: "b", question: "plain-fall", opened: now };

const voteOf = (name: string, round: Round, option: string) => ({
  ...{ ballot: "b", learner: `id of ${name}`, round, option, at: now + round },
});

const many = soaking ? 300 : 30;

describe.each(places)("%s", (_, fresh) => {
  const open = async () => {
    const store = await openAt(await fresh());
    await openClassOfAda(store);
    await store.join("c", learnerRow("Bo"), upTo(10));
    await store.openBallot("c", question, 10);
    return store;
  };

  test("a vote counts in its own phase alone, and a later one replaces it", async () => {
    const store = await open();
    const vote = (round: Round, option: string) =>
      store.vote("c", voteOf("Ada", round, option));
    const counts = async () => (await store.ballotsOf("c")).counts;
    expect(await vote(1, "each")).toBe("kept");
    expect(await vote(1, "most")).toBe("kept");
    expect(await vote(2, "each")).toBe("over");
    expect(await store.leavePhase("c", "b", "first")).toBe("argue");
    expect([await vote(1, "each"), await vote(2, "each")]).toEqual(["over", "over"]);
    expect(await store.leavePhase("c", "b", "argue")).toBe("second");
    expect(await vote(1, "each")).toBe("over");
    expect(await vote(2, "each")).toBe("kept");
    expect(await store.leavePhase("c", "b", "second")).toBe("ended");
    expect(await vote(2, "most")).toBe("over");
    expect((await counts()).toSorted((one, other) => one.round - other.round)).toEqual([
      { ballot: "b", round: 1, option: "most", count: 1 },
      { ballot: "b", round: 2, option: "each", count: 1 },
    ]);
    expect(await store.votersOf("c", "b")).toEqual(["id of Ada"]);
  });

  test("a phase is left once, however many ask at once", async () => {
    const store = await open();
    const asked = Array.from({ length: 10 }, () => store.leavePhase("c", "b", "first"));
    expect(new Set(await Promise.all(asked))).toEqual(new Set(["argue"]));
  });

  test("of questions that are asked at once, one is before the class", async () => {
    const store = await open();
    await store.deleteBallot("c", "b");
    const asked = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        store.openBallot("c", { ...question, id: `b${at}` }, 10),
      ),
    );
    expect(asked.filter((kind) => kind === "opened")).toHaveLength(1);
    expect((await store.ballotsOf("c")).ballots).toHaveLength(1);
  });

  test("many vote at once, and each counts once", async () => {
    const store = await open();
    const names = Array.from({ length: many }, (_, at) => `Voter ${at}`);
    for (const name of names) {
      await store.join("c", learnerRow(name), upTo(400));
    }
    const kinds = await Promise.all(
      names.map((name, at) => store.vote("c", voteOf(name, 1, at % 3 ? "each" : "most"))),
    );
    expect(new Set(kinds)).toEqual(new Set(["kept"]));
    const { counts, learners } = await store.ballotsOf("c");
    expect(learners).toBe(many + 2);
    expect(
      Object.fromEntries(counts.map(({ option, count }) => [option, count])),
    ).toEqual({ each: (many / 3) * 2, most: many / 3 });
  });

  test("votes go with their learner, and with their class", async () => {
    const store = await open();
    await store.vote("c", voteOf("Ada", 1, "each"));
    await store.vote("c", voteOf("Bo", 1, "each"));
    await store.deleteLearners("c", ["id of Bo"]);
    expect(await store.votesOf("c", "b", "id of Ada")).toEqual([
      voteOf("Ada", 1, "each"),
    ]);
    expect(await store.votesOf("c", "b", "id of Bo")).toEqual([]);
    expect(await store.votersOf("c", "b")).toEqual(["id of Ada"]);
    await store.deleteClass("c");
    expect(await store.latestBallot("c")).toBeNull();
    await store.openClass(classRow("c"));
    expect(await store.ballotsOf("c")).toEqual({ ballots: [], counts: [], learners: 0 });
  });

  test("a file has a ballot once it has ended, a copy has none", async () => {
    const store = await open();
    const lines = async (id: string) => {
      const all = await collected(store.exportClass(id));
      return all.filter(({ is }) => is === "ballot" || is === "vote");
    };
    await store.vote("c", voteOf("Ada", 1, "each"));
    expect(await lines("c")).toEqual([]);
    for (const phase of ["first", "argue", "second"] as const) {
      await store.leavePhase("c", "b", phase);
    }
    expect(await lines("c")).toEqual([
      { is: "ballot", ...question },
      { is: "vote", ...voteOf("Ada", 1, "each") },
    ]);
    await store.copyClass("c", classRow("d"), () => "copied");
    expect(await lines("d")).toEqual([]);
  });

  test("both votes are counted once they have ended, but of nobody who declines", async () => {
    const store = await open();
    const measured = () => collected(store.measuredVotes("c"));
    await store.join("c", learnerRow("Cy"), upTo(10));
    await store.openClass(classRow("d"));
    for (const name of ["Ada", "Bo", "Cy"])
      await store.vote("c", voteOf(name, 1, "each"));
    await store.leavePhase("c", "b", "first");
    await store.leavePhase("c", "b", "argue");
    for (const name of ["Ada", "Bo"]) await store.vote("c", voteOf(name, 2, "most"));
    expect(await measured()).toEqual([]);
    await store.leavePhase("c", "b", "second");
    const pair = { question: "plain-fall", before: "each", after: "most" };
    const [pairs = []] = await measured();
    expect(
      pairs.toSorted((one, other) => (one.learner < other.learner ? -1 : 1)),
    ).toEqual([
      { ...pair, learner: "id of Ada" },
      { ...pair, learner: "id of Bo" },
    ]);
    await store.setDeclines("c", "id of Ada", true);
    expect(await measured()).toEqual([[{ ...pair, learner: "id of Bo" }]]);
    expect(await collected(store.measuredVotes("d"))).toEqual([]);
  });

  test("random calls are answered as a plain list in memory answers them", async () => {
    const [store, model] = [await open(), createStoreModel()];
    await openClassOfAda(model);
    await model.join("c", learnerRow("Bo"), upTo(10));
    await model.openBallot("c", question, 10);
    const draw = uniform(7);
    const pick = <T>(...from: readonly T[]) =>
      from[Math.floor(draw() * from.length)] as T;
    const met = new Set<unknown>();
    for (let at = 0; at < (soaking ? 2000 : 150); at += 1) {
      const ballot = pick("b", "b2", "b3");
      const [learner, classId] = [
        `id of ${pick("Ada", "Bo", "Cy")}`,
        pick("c", "c", "d"),
      ];
      const cast = { round: pick(1, 2), option: pick("x", "y"), at: now + at } as const;
      const asked = { id: ballot, question: "q", opened: now + at };
      const calls: ((of: ClassStore) => Promise<unknown>)[] = [
        (of) => of.openBallot(classId, { ...asked, opened: now + (at % 900) }, 2),
        (of) => of.leavePhase(classId, ballot, "second"),
        async (of) => {
          const latest = await of.latestBallot("c");
          return latest && of.leavePhase("c", latest.id, latest.phase);
        },
        (of) => of.vote(classId, { ballot, learner, ...cast }),
        (of) => of.vote("c", { ballot, learner, ...cast }),
        (of) => of.votesOf(classId, ballot, learner),
        (of) => of.votersOf(classId, ballot),
        ...(at % 9 ? [] : [(of: ClassStore) => of.deleteBallot(classId, ballot)]),
      ];
      const call = pick(...calls);
      const wanted = await call(model);
      expect([at, await call(store)]).toEqual([at, wanted]);
      met.add(wanted);
      const seen = async (of: ClassStore) => {
        const { counts, ...rest } = await of.ballotsOf("c");
        const texts = counts.map((row) => JSON.stringify(Object.entries(row).sort()));
        const pairs = (await collected(of.measuredVotes("c"))).map((list) =>
          list.map((one) => JSON.stringify(Object.entries(one).sort())).sort(),
        );
        return { at, ...rest, counts: texts.sort(), pairs };
      };
      if (at % 5 === 0) expect(await seen(store)).toEqual(await seen(model));
    }
    const every = ["opened", "open", "full", "kept", "over", "gone"];
    const phases = ["argue", "second", "ended", null];
    expect([...every, ...phases].filter((kind) => !met.has(kind))).toEqual([]);
  });
});
