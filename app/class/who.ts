// Who asks, as the cookies of a request prove it.
import { classServer } from "./class-server";
import type { StoredClass, StoredLearner } from "./class-store";
import { hashOf, isId } from "./random-texts";
import { refusal } from "./refusal";
import { secretIn } from "./session-cookie";

/** What a request is told that names what is not there. */
export const notThere = (what: string) =>
  refusal(404, `This site has no such ${what}, or it was deleted.`);

/** The class with an id from outside. Refuses, with 404, where there is none. */
export async function classWith(id: string): Promise<StoredClass> {
  const { store } = await classServer();
  const found = isId(id) ? await store.classOf(id, Date.now()) : null;
  if (!found) throw notThere("class");
  return found;
}

/** The class, where the request comes from its teacher; null where not. */
export async function taughtBy(
  request: Request,
  id: string,
): Promise<StoredClass | null> {
  const secret = isId(id) ? secretIn(request, "teacher", id) : null;
  const { store } = await classServer();
  return secret ? store.classOfTeacher(id, hashOf(secret), Date.now()) : null;
}

/** As `taughtBy`; refuses, with 404 or 403, where not. */
export async function classOfTeacher(request: Request, id: string): Promise<StoredClass> {
  const found = await taughtBy(request, id);
  if (found) return found;
  await classWith(id);
  throw refusal(
    403,
    "Only the teacher of this class may do that: open its private link.",
  );
}

/** The class and its learner that a request comes from. Refuses, with 404 or 403. */
export async function learnerOf(
  request: Request,
  id: string,
): Promise<{ of: StoredClass; learner: StoredLearner }> {
  const of = await classWith(id);
  const { store } = await classServer();
  const secret = secretIn(request, "learner", id);
  const learner = secret ? await store.learnerOf(id, hashOf(secret)) : null;
  if (!learner) {
    const says = "This browser is not in the class, or no longer: join it with its code.";
    throw refusal(403, says);
  }
  return { of, learner };
}
