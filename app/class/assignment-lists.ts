// What each class is asked to do, kept for the moment in which a whole class asks for it.
import type { ClassStore, StoredAssignment } from "./class-store";

/** For how long another process's change may go unseen, in milliseconds. */
const lifetime = 2000;

const mostKept = 1000;

/** No receipt has changed since. */
const never = Number.MAX_SAFE_INTEGER;

type Kept = { until: number; list: Promise<readonly StoredAssignment[]> };

export function createAssignmentLists(store: Pick<ClassStore, "board">) {
  const kept = new Map<string, Kept>();
  const read = async (classId: string) => (await store.board(classId, never)).assignments;

  return {
    /** The assignments of a class, as `ClassStore` has them. */
    async of(classId: string): Promise<readonly StoredAssignment[]> {
      const known = kept.get(classId);
      if (known && performance.now() < known.until) return known.list;
      if (kept.size >= mostKept) kept.clear();
      const list = read(classId);
      kept.set(classId, { until: performance.now() + lifetime, list });
      try {
        return await list;
      } catch (error) {
        kept.delete(classId);
        throw error;
      }
    },
    /** For after a change. */
    forget: (classId: string) => kept.delete(classId),
  };
}
