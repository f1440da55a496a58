// The keys by which platforms know this site's messages, and what only this site can have
// written.
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import * as z from "zod";
import { jsonIn } from "@/content/class/message-fields";
import type { LtiKey, LtiStore } from "../store/lti-store";
import { newKey, publicJwk } from "./tokens";

const day = 24 * 60 * 60 * 1000;

/** How long a key signs, and how long it is shown after that, in milliseconds. */
export const keyLife = { signs: 90 * day, shown: 7 * day };

type Keys = Pick<LtiStore, "keys" | "rotateKeys">;

async function toolKeys(lti: Keys, now: number): Promise<readonly LtiKey[]> {
  const keys = await lti.keys();
  const before = now - keyLife.signs;
  if (keys.some(({ retired, created }) => retired === null && created > before)) {
    return keys;
  }
  return lti.rotateKeys(
    { ...(await newKey()), created: now },
    before,
    now - keyLife.shown,
  );
}

/** The key that signs at present; the first call makes it. */
export async function signingKey(lti: Keys, now = Date.now()): Promise<LtiKey> {
  const found = (await toolKeys(lti, now)).find(({ retired }) => retired === null);
  if (!found) throw new Error("No key signs.");
  return found;
}

/** The public keys, as a JSON Web Key Set. */
export async function keySet(lti: Keys, now = Date.now()) {
  const keys = await toolKeys(lti, now);
  const shown = keys.filter(
    ({ retired }) => retired === null || retired > now - keyLife.shown,
  );
  return { keys: shown.map(publicJwk) };
}

/** A key of its own kind for each purpose, so that no text of one can be used as another's. */
const seal = (key: LtiKey, purpose: string, body: string) => {
  const secret = createHash("sha256").update(`${purpose}\n${key.privateJwk}`).digest();
  return createHmac("sha256", secret).update(body).digest();
};

/** A text, fit for an address, that says `told` and that nobody else can write. */
export async function sealed(
  lti: Keys,
  purpose: string,
  told: object,
  expires: number,
): Promise<string> {
  const key = await signingKey(lti);
  const body = Buffer.from(JSON.stringify({ told, expires })).toString("base64url");
  return `${key.kid}.${body}.${seal(key, purpose, body).toString("base64url")}`;
}

const bodyShape = z.object({ told: z.unknown(), expires: z.number() });

/** What a text of `sealed` says; "forged" for any other text, "expired" after its time. */
export async function unsealed<T extends object>(
  lti: Keys,
  purpose: string,
  text: string,
  shape: z.ZodType<T>,
  now = Date.now(),
): Promise<T | "forged" | "expired"> {
  const [kid, body = "", mac = ""] = text.split(".");
  const key = (await toolKeys(lti, now)).find((one) => one.kid === kid);
  if (!key) return "forged";
  const [wanted, given] = [seal(key, purpose, body), Buffer.from(mac, "base64url")];
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return "forged";
  const read = bodyShape.safeParse(jsonIn(Buffer.from(body, "base64url").toString()));
  if (!read.success) return "forged";
  if (read.data.expires <= now) return "expired";
  return shape.safeParse(read.data.told).data ?? "forged";
}
