import { hashOf, newCode, shownCode } from "./secrets";
import type { ClassStore } from "./store/class-store";

/**
 * Gives learners new codes, told here alone; `ends`: their browsers are theirs no more.
 * Those who are not in the class are left out.
 */
export async function newCodes(
  store: ClassStore,
  classId: string,
  learners: readonly string[],
  ends: boolean,
) {
  const codes = new Map(learners.map((learner) => [learner, newCode("learner")]));
  if (codes.size === 0) return [];
  const hashes = [...codes].map(([learner, code]) => ({
    learner,
    codeHash: hashOf(code),
  }));
  const found = await store.renewCodes(classId, hashes, ends);
  return found.map(({ id, name }) => ({
    ...{ learner: id, name },
    code: shownCode(codes.get(id) ?? ""),
  }));
}
