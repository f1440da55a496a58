import { expect, test } from "vitest";
import { answerOpened, lifetime } from "@/app/server/open-class";
import { hashOf, readCode } from "@/app/server/secrets";
import type { NewClass } from "@/app/server/store/stored-rows";
import { responses } from "@/content/class/messages";

const request = new Request("https://school.test/api/classes", { method: "POST" });
const opening = { name: "5b", door: "open", approval: true } as const;

test("where a code is another class’s, others are tried, and then none", async () => {
  const tried: NewClass[] = [];
  const takenUntil = (free: number) => async (opened: NewClass) => {
    tried.push(opened);
    return tried.length >= free;
  };
  const none = answerOpened(request, opening, takenUntil(6));
  await expect(none).rejects.toThrow("No free class code");
  expect(new Set(tried.map(({ code }) => code)).size).toBe(5);
  expect(new Set(tried.map(({ id }) => id)).size).toBe(5);
  tried.length = 0;
  const answer = await answerOpened(request, opening, takenUntil(3));
  expect([answer.status, tried.length]).toEqual([201, 3]);
  const opened = tried[2];
  const told = responses.opened.parse(await answer.json());
  expect(told.class).toMatchObject({ id: opened?.id, ...opening });
  expect(readCode(told.class.code)?.code).toBe(opened?.code);
});

test("an opened class lasts a year, and both keys are told and kept as hashes", async () => {
  let kept: NewClass | undefined;
  const answer = await answerOpened(request, opening, async (opened) => {
    kept = opened;
    return true;
  });
  if (!kept) throw new Error("not opened");
  expect(lifetime).toBe(365 * 86_400_000);
  expect(kept.expires - kept.created).toBe(lifetime);
  expect(Math.abs(kept.created - Date.now())).toBeLessThan(60_000);
  const { secret, recovery } = responses.opened.parse(await answer.json());
  expect(hashOf(secret)).toBe(kept.teacherHash);
  const code = readCode(recovery);
  expect([code?.kind, hashOf(code?.code ?? "")]).toEqual(["recovery", kept.recoveryHash]);
  const [cookie, ...rest] = (answer.headers.get("set-cookie") ?? "").split("; ");
  expect(cookie).toBe(`teacher-${kept.id}=${secret}`);
  expect(rest.filter((part) => !part.startsWith("Max-Age="))).toEqual([
    ...[`Path=/api/classes/${kept.id}`, "HttpOnly", "SameSite=Strict", "Secure"],
  ]);
  // What an opening names of itself stays: a copy keeps its own moments.
  await answerOpened(request, { ...opening, created: 1, expires: 2 }, async (opened) => {
    kept = opened;
    return true;
  });
  expect(kept).toMatchObject({ created: 1, expires: 2 });
});
