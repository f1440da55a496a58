import { expect, test } from "vitest";
import {
  codeOf,
  hashOf,
  idOf,
  isId,
  newCode,
  newId,
  newSecret,
  readCode,
  secretOf,
  shownCode,
} from "@/app/server/secrets";

const fifty = <T>(make: () => T) => Array.from({ length: 50 }, make);

test("ids and secrets are long, of letters that a path keeps, and no two alike", () => {
  const [ids, secrets] = [fifty(newId), fifty(newSecret)];
  for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]{22}$/);
  for (const secret of secrets) expect(secret).toMatch(/^[A-Za-z0-9_-]{32}$/);
  expect(new Set([...ids, ...secrets]).size).toBe(100);
  expect(ids.every(isId)).toBe(true);
});

test("an id is 16 to 40 characters of base64url, and nothing beside", () => {
  const lengths = [15, 16, 40, 41].map((length) => isId("a".repeat(length)));
  expect(lengths).toEqual([false, true, true, false]);
  for (const odd of [" ", "\n", "é", "/", "."]) {
    expect([isId("a".repeat(20) + odd), isId(odd + "a".repeat(20))]).toEqual([
      ...[false, false],
    ]);
  }
});

test("what is kept of a secret is its SHA-256", () => {
  expect(hashOf("abc")).toBe("ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0");
});

test("each kind of code has its length, and is read as it is shown", () => {
  for (const [kind, length] of [
    ...([
      ["class", 8],
      ["learner", 12],
      ["recovery", 16],
    ] as const),
  ]) {
    const codes = fifty(() => newCode(kind));
    for (const code of codes) {
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]+$/);
      expect(code).toHaveLength(length);
      expect(readCode(shownCode(code))).toEqual({ kind, code });
    }
    expect(new Set(codes).size).toBe(50);
    // Every letter may come.
    expect(new Set(codes.join("")).size).toBeGreaterThan(25);
  }
  expect(newCode()).toHaveLength(8);
  expect(shownCode("K7QM3XTP")).toBe("K7QM-3XTP");
  expect(shownCode("")).toBe("");
});

test("a code is read however it is typed", () => {
  const code = "K0QM1X1P";
  for (const typed of [
    ...["K0QM-1X1P", "koqm ixlp", " K0QM–1X1P ", "K0 QM\t1X 1P", "Ｋ０ＱＭ１Ｘ１Ｐ"],
    ...["K\u200bOQM\u00adLXIP", "k-0-q-m-1-x-1-p"],
  ]) {
    expect(readCode(typed)).toEqual({ kind: "class", code });
  }
  for (const typed of ["", "K0QM-1X1", "K0QM-1X1PP", "K0QM-1X1U", "K0QM.1X1P"]) {
    expect(readCode(typed)).toBe(null);
  }
});

test("what is made of a key is the same for the same texts, today and later", () => {
  expect(secretOf("class", "key")).toBe("Dp_zzBV8f-j_S5VuLRcBUpsLT0V8Pvqi");
  expect(idOf("class", "key")).toBe("xOljZ5jVTA6v88H59GwHvC");
  expect(codeOf("class", "class", "key")).toBe("DPH1ZGZP");
  expect(codeOf("learner", "class", "key")).toBe("PFYQMNHAK3SC");
  expect(codeOf("recovery", "class", "key")).toBe("Q3G767HQQF0NST8X");
  expect(secretOf("class", "kez")).not.toBe(secretOf("class", "key"));
  expect(secretOf("clas", "skey")).not.toBe(secretOf("class", "key"));
});
