// JSON Web Tokens by Node's own cryptography (RFC 7515, 7517, 7519): the platform judges
// the tool with nothing that the tool itself uses.
import {
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKey,
  type KeyObject,
  randomUUID,
  sign,
  verify,
} from "node:crypto";

export type Claims = Record<string, unknown>;

export type PublicKey = JsonWebKey & { kid: string };

export type SigningKey = { kid: string; privateKey: KeyObject; publicKey: PublicKey };

/** A new RSA key of 2048 bits, as the Security Framework asks. */
export function makeKey(kid: string = randomUUID()): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const jwk = publicKey.export({ format: "jwk" });
  return { kid, privateKey, publicKey: { ...jwk, kid, alg: "RS256", use: "sig" } };
}

export const base64url = (text: string) => Buffer.from(text).toString("base64url");

/** The part of a token that is signed; a string is taken as it is, JSON or not. */
export function tokenBody(header: Claims | string, claims: Claims | string): string {
  const written = [header, claims].map((part) =>
    base64url(typeof part === "string" ? part : JSON.stringify(part)),
  );
  return written.join(".");
}

/** Signs with RS256; `header` adds to or replaces what the header says. */
export function signToken(
  claims: Claims | string,
  { kid, privateKey }: SigningKey,
  header: Claims = {},
): string {
  const body = tokenBody({ alg: "RS256", typ: "JWT", kid, ...header }, claims);
  return `${body}.${sign("sha256", Buffer.from(body), privateKey).toString("base64url")}`;
}

function readPart(part: string): Claims {
  const read: unknown = JSON.parse(Buffer.from(part, "base64url").toString());
  if (typeof read !== "object" || read === null) throw new Error("not an object");
  return { ...read };
}

/** The claims of a token that one of `keys` signed with RS256; throws what is wrong with it. */
export function verifyToken(token: string, keys: readonly PublicKey[]): Claims {
  const [header = "", claims = "", signature = "", ...more] = token.split(".");
  if (more.length > 0 || !signature) throw new Error("the token has not three parts");
  const { alg, kid } = readPart(header);
  if (alg !== "RS256") throw new Error(`the token's algorithm is ${alg}, not RS256`);
  const key = keys.find((key) => key.kid === kid);
  if (!key) throw new Error(`no key of the key set has the id ${kid}`);
  const isSigned = verify(
    "sha256",
    Buffer.from(`${header}.${claims}`),
    createPublicKey({ key, format: "jwk" }),
    Buffer.from(signature, "base64url"),
  );
  if (!isSigned) throw new Error("the token's signature is wrong");
  return readPart(claims);
}
