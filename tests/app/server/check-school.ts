// Classes in a store whose learners hand in receipts to be checked.
import { workOf } from "@/app/server/check-receipt";
import type { ClassStore } from "@/app/server/store/class-store";
import { outcomeShape } from "@/content/class/messages";
import { linkOf } from "@/labs/assignment/assignment-link";
import { assignmentOf } from "@/tests/labs/receipt/train-receipt";
import { freshFolder, openAt } from "./store/store-places";

/** The one text of a link of an assignment. */
export const canonical = (link: string) => linkOf(assignmentOf(link));

export type Pupil = { id: string; name: string };

/** The next id of a kind. */
function createIds() {
  let made = 0;
  return (kind: string) => {
    made += 1;
    return `${kind}-${made}`.padEnd(24, "-");
  };
}

const nextId = createIds();

/** Opens a class with one assignment in a store. */
export async function openClassIn(store: ClassStore, link: string) {
  const id = nextId("class");
  const code = id.slice(6, 14).toUpperCase();
  const times = { created: Date.now(), expires: Date.now() + 1e9 };
  const secrets = { teacherHash: id, recoveryHash: null };
  const doors = { door: "open", approval: false } as const;
  await store.openClass({ id, name: "5b", code, ...doors, ...times, ...secrets });

  async function assign(link: string) {
    const assignment = nextId("assignment");
    const row = { id: assignment, link, created: Date.now(), closes: null };
    await store.addAssignment(id, row, 99);
    return assignment;
  }

  const assignment = await assign(link);
  return {
    id,
    assignment,
    assign,
    async join(name: string): Promise<Pupil> {
      const learner = nextId("learner");
      const hashes = { tokenHash: learner, codeHash: `code of ${learner}` };
      const row = { id: learner, name, joined: 1, ...hashes };
      await store.join(id, row, { most: 99, waiting: false });
      return { id: learner, name };
    },
    /** Gives the receipt as it waits. */
    async handIn(learner: Pupil, packed: string, to = assignment) {
      const receipt = nextId("receipt");
      const work = await workOf(packed);
      const texts = { key: receipt, packed, assignment: to, learner: learner.id };
      const row = { id: receipt, ...texts, received: Date.now(), work };
      const { kind } = await store.handIn(id, row, 99);
      if (kind !== "taken") throw new Error(`It was not taken: ${kind}`);
      return { id: receipt, classId: id, learner: learner.id, work };
    },
    async outcomes() {
      const { receipts } = await store.board(id, 0);
      return new Map(
        receipts.map(({ id, outcome }) => [
          id,
          outcome === null ? null : outcomeShape.parse(JSON.parse(outcome)),
        ]),
      );
    },
  };
}

/** A store with one such class. */
export async function openCheckSchool(link: string, folder = freshFolder()) {
  const store = await openAt({ folder });
  return { store, ...(await openClassIn(store, link)) };
}
