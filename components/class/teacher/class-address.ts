// The addresses of classes: the boards, the private link, and the way for learners to join.

/** The part of /class that its address names. */
type ClassPlace =
  | { kind: "list" }
  /** A teacher's private link, to be exchanged. */
  | { kind: "enter"; classId: string; secret: string }
  | { kind: "board"; classId: string };

const isId = (text: string) => /^[A-Za-z0-9_-]{16,40}$/.test(text);
const isSecret = (text: string) => /^[A-Za-z0-9_-]{22,64}$/.test(text);

/** Reads a query ("?c=…") and a fragment ("#<id>.<secret>"). */
export function classPlace(address: { search: string; hash: string }): ClassPlace {
  const [id = "", secret = ""] = address.hash.slice(1).split(".");
  if (isId(id) && isSecret(secret)) return { kind: "enter", classId: id, secret };
  const classId = new URLSearchParams(address.search).get("c") ?? "";
  return isId(classId) ? { kind: "board", classId } : { kind: "list" };
}

/** Where the board of a class is, as a path of the site. */
export const boardPath = (classId: string) => `/class?c=${classId}`;

/** The private link of a class's teacher, as a path of the site. */
export const privatePath = (classId: string, secret: string) =>
  `/class#${classId}.${secret}`;

/** Where learners join, as a path of the site. */
export const joinPath = (code: string) => `/class/join?code=${encodeURIComponent(code)}`;

/** Where a question is shown to the class's room, as a path of the site. */
export const wallPath = (classId: string) => `/class/wall?c=${classId}`;

/** Where the room votes, as a path of the site; with a code, also who has yet to join. */
export const votePath = (classId: string, code: string | null) =>
  `/class/vote?c=${classId}${code === null ? "" : `&code=${encodeURIComponent(code)}`}`;

/** Where a receipt of a class is checked line by line, as a path of the site. */
export const checkPath = (classId: string, receipt: string) =>
  `/receipt#class=${classId}/${receipt}`;
