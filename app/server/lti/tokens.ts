// The one door to jose: keys, and tokens that are signed with RS256 as LTI has it.
import {
  calculateJwkThumbprint,
  compactVerify,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  SignJWT,
} from "jose";
import * as z from "zod";
import { doubledName, strictJson } from "./strict-json";

/** A new key as the store keeps it: a private JSON Web Key, as JSON, and its thumbprint. */
export async function newKey(): Promise<{ kid: string; privateJwk: string }> {
  const pair = await generateKeyPair("RS256", { modulusLength: 2048, extractable: true });
  const jwk = await exportJWK(pair.privateKey);
  return { kid: await calculateJwkThumbprint(jwk), privateJwk: JSON.stringify(jwk) };
}

const rsaKey = z.looseObject({ kty: z.literal("RSA"), n: z.string(), e: z.string() });

/** What anybody may know of a key of `newKey`. */
export function publicJwk({ kid, privateJwk }: { kid: string; privateJwk: string }) {
  const { kty, n, e } = rsaKey.parse(JSON.parse(privateJwk));
  return { kty, n, e, kid, alg: "RS256", use: "sig" };
}

/** Signs claims with a key of `newKey`; `lasts`, in seconds, from now on. */
export async function signToken(
  key: { kid: string; privateJwk: string },
  claims: Record<string, unknown>,
  lasts: number,
): Promise<string> {
  const jwk: JWK = rsaKey.parse(JSON.parse(key.privateJwk));
  return new SignJWT(claims)
    .setProtectedHeader({ alg: "RS256", typ: "JWT", kid: key.kid })
    .setIssuedAt()
    .setExpirationTime(`${lasts}s`)
    .sign(await importJWK(jwk, "RS256"));
}

const part = /^[A-Za-z0-9_-]+$/;

const objectShape = z.record(z.string(), z.unknown());

function jsonPart(encoded: string | undefined): Record<string, unknown> | null {
  if (!encoded || !part.test(encoded)) return null;
  const bytes = Buffer.from(encoded, "base64url");
  const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  return objectShape.safeParse(strictJson(text)).data ?? null;
}

/**
 * Both parts of a signed token, which nobody has checked yet; "malformed" for what is none,
 * "doubled" where one of its objects has a name twice.
 */
export function readToken(
  token: string,
):
  | { header: Record<string, unknown>; claims: Record<string, unknown> }
  | "malformed"
  | "doubled" {
  const [head, body, signature, ...more] = token.split(".");
  if (!signature || more.length > 0) return "malformed";
  try {
    const [header, claims] = [jsonPart(head), jsonPart(body)];
    return header && claims ? { header, claims } : "malformed";
  } catch (error) {
    return error === doubledName ? "doubled" : "malformed";
  }
}

/** A public key as a platform shows it. */
export const platformKey = z.looseObject({
  kty: z.string(),
  kid: z.string().max(500).optional(),
  use: z.string().optional(),
  alg: z.string().optional(),
});

/** A public key as a platform shows it. */
export type PlatformKey = z.infer<typeof platformKey>;

/** Whether a token bears the RS256 signature of this key. */
export async function isSignedBy(token: string, key: PlatformKey): Promise<boolean> {
  try {
    const jwk: JWK = rsaKey.parse(key);
    const trusted = await importJWK(jwk, "RS256");
    const { protectedHeader } = await compactVerify(token, trusted, {
      algorithms: ["RS256"],
    });
    // An extension could make the claims another text than was read here (RFC 7797, 7).
    return protectedHeader.crit === undefined;
  } catch {
    return false;
  }
}
