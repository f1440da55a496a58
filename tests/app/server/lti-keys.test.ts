// The site's own keys, and what only it can have written.
import { createPublicKey, verify } from "node:crypto";
import { expect, test } from "vitest";
import * as z from "zod";
import { signToken } from "@/app/server/lti/tokens";
import {
  keyLife,
  keySet,
  sealed,
  signingKey,
  unsealed,
} from "@/app/server/lti/tool-keys";
import { freshFolder, openAt } from "./store/store-places";

const openKeys = async () => (await openAt({ folder: freshFolder() })).lti;

test("a key signs for a time, and is shown a while longer, without its private part", async () => {
  const lti = await openKeys();
  const start = 1_800_000_000_000;
  const first = await signingKey(lti, start);
  expect(await signingKey(lti, start + keyLife.signs - 1)).toEqual(first);
  const shown = await keySet(lti, start + 1);
  expect(shown.keys.map((key) => Object.keys(key).sort())).toEqual([
    ["alg", "e", "kid", "kty", "n", "use"],
  ]);
  const after = start + keyLife.signs;
  const [next, together] = await Promise.all([
    signingKey(lti, after),
    signingKey(lti, after),
  ]);
  expect(together).toEqual(next);
  expect(next.kid).not.toBe(first.kid);
  const kids = async (now: number) => (await keySet(lti, now)).keys.map(({ kid }) => kid);
  expect(await kids(after + keyLife.shown - 1)).toEqual([next.kid, first.kid]);
  expect(await kids(after + keyLife.shown)).toEqual([next.kid]);
});

test("what a key signs is proved by the key that is shown", async () => {
  const lti = await openKeys();
  const key = await signingKey(lti);
  const token = await signToken(key, { iss: "client" }, 60);
  const [head = "", body = "", signature = ""] = token.split(".");
  const [shown] = (await keySet(lti)).keys;
  const jwk = createPublicKey({ key: { ...shown }, format: "jwk" });
  const text = Buffer.from(`${head}.${body}`);
  const bytes = Buffer.from(signature, "base64url");
  expect(verify("sha256", text, jwk, bytes)).toBe(true);
  const read = (part: string) => JSON.parse(Buffer.from(part, "base64url").toString());
  expect(read(head)).toEqual({ alg: "RS256", typ: "JWT", kid: shown?.kid });
  const { iss, exp, iat } = read(body);
  expect([iss, exp - iat]).toEqual(["client", 60]);
});

test("a sealed text is read for its purpose alone, in its time, and unchanged", async () => {
  const lti = await openKeys();
  const shape = z.object({ a: z.number() });
  const text = await sealed(lti, "login", { a: 1 }, 1000);
  const read = (given: string, purpose = "login", now = 999) =>
    unsealed(lti, purpose, given, shape, now);
  expect(await read(text)).toEqual({ a: 1 });
  expect(await read(text, "place")).toBe("forged");
  expect(await read(text, "login", 1000)).toBe("expired");
  const [kid, body, mac] = text.split(".");
  const other = Buffer.from('{"told":{"a":2},"expires":1000}').toString("base64url");
  for (const wrong of ["", "a.b.c", `${kid}.${other}.${mac}`, `${kid}.${body}.`]) {
    expect(await read(wrong)).toBe("forged");
  }
  expect(await read(await sealed(lti, "login", { b: 1 }, 1000))).toBe("forged");
});
