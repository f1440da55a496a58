// A class comes to be: opened, copied or restored.
import { classHeadOf } from "./class-heads";
import { hashOf, newCode, newId, newSecret, shownCode } from "./secrets";
import { sessionHeaders } from "./sessions";
import type { ClassSecrets, NewClass, StoredClass } from "./store/stored-rows";

/** How long a class and all in it is kept at most: a year, in milliseconds. */
export const lifetime = 365 * 24 * 60 * 60 * 1000;

/** A random code is taken less than once in a million classes. */
const tries = 5;

type Opening = Pick<StoredClass, "name" | "door" | "approval"> & Partial<StoredClass>;

/** Both keys of a class's owner: told once, and kept as hashes. */
function newKeys() {
  const [secret, recovery] = [newSecret(), newCode("recovery")];
  const hashes: ClassSecrets = {
    teacherHash: hashOf(secret),
    recoveryHash: hashOf(recovery),
  };
  return { secret, recovery, hashes };
}

/** The answer that gives a class's keys to the browser that is its owner's from now on. */
export const keysAnswer = (
  request: Request,
  schoolClass: StoredClass,
  keys: { secret: string; recovery: string },
  status: number,
) =>
  Response.json(
    {
      class: classHeadOf(schoolClass),
      secret: keys.secret,
      recovery: shownCode(keys.recovery),
    },
    { status, headers: sessionHeaders(request, "teacher", schoolClass, keys.secret) },
  );

/**
 * Opens a class as `open` does, which gives false where the code is another class's, and
 * answers with its keys.
 */
export async function answerOpened(
  request: Request,
  opening: Opening,
  open: (opened: NewClass) => Promise<boolean>,
): Promise<Response> {
  const created = Date.now();
  const keys = newKeys();
  for (let left = tries; left > 0; left -= 1) {
    const opened: StoredClass = {
      ...{ id: newId(), created, expires: created + lifetime },
      ...opening,
      ...{ code: newCode("class"), measured: false },
    };
    if (!(await open({ ...opened, ...keys.hashes }))) continue;
    return keysAnswer(request, opened, keys, 201);
  }
  throw new Error("No free class code was found.");
}
