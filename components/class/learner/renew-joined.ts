// What the classes that this browser has joined ask for now.

import { readMine } from "@/content/class/class-api";
import type { MineMessage } from "@/content/class/messages";
import { renewJoined } from "./joined-classes";

/** Keeps what a class tells of itself. */
export const keepMine = (classId: string, mine: MineMessage) =>
  renewJoined(classId, {
    className: mine.className,
    name: mine.name,
    assignments: mine.assignments.map(({ id, link }) => ({ id, link })),
  });

/** Asks each class; what does not answer stays as it was known. */
export async function renewJoinedClasses(classIds: readonly string[]) {
  await Promise.all(
    classIds.map(async (classId) => {
      const answer = await readMine(classId);
      if (answer.ok) keepMine(classId, answer.value);
    }),
  );
}
