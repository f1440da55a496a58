// What comes back from deep linking (Deep Linking 2.0, sections 4 and 5).
import { z } from "zod";
import { claim, deepLinking } from "./messages";
import { type PublicKey, verifyToken } from "./signed-tokens";

const linkForm = z.looseObject({
  type: z.literal("ltiResourceLink"),
  url: z.url().optional(),
  title: z.string().min(1).optional(),
  text: z.string().optional(),
  lineItem: z
    .looseObject({
      scoreMaximum: z.number().positive(),
      label: z.string().optional(),
      resourceId: z.string().optional(),
      tag: z.string().optional(),
    })
    .optional(),
  custom: z.record(z.string(), z.string()).optional(),
  available: z.looseObject({}).optional(),
  submission: z
    .looseObject({ endDateTime: z.iso.datetime({ offset: true }).optional() })
    .optional(),
});

const senderForm = z.looseObject({
  iss: z.string(),
  aud: z.union([z.string(), z.array(z.string()).nonempty()]),
  iat: z.number(),
  exp: z.number(),
  nonce: z.string().min(1),
});

const responseForm = z.looseObject({
  [claim("message_type")]: z.literal("LtiDeepLinkingResponse"),
  [claim("version")]: z.literal("1.3.0"),
  [claim("deployment_id")]: z.string(),
  [deepLinking("content_items")]: z.array(linkForm).optional(),
  [deepLinking("data")]: z.string().optional(),
});

export type ContentItem = z.infer<typeof linkForm>;

/** The items of a signed answer; a string says what is wrong with it. */
export async function readContentItems(
  form: URLSearchParams,
  issuer: string,
  keysOf: (clientId: string) => Promise<PublicKey[]> | undefined,
): Promise<ContentItem[] | string> {
  const token = form.get("JWT") ?? "";
  try {
    const [, payload = ""] = token.split(".");
    const named: unknown = JSON.parse(Buffer.from(payload, "base64url").toString());
    const sender = z.looseObject({ iss: z.string() }).parse(named).iss;
    const keys = await keysOf(sender);
    if (!keys) return `no client is called ${sender}`;
    const claims = verifyToken(token, keys);
    const { aud, iat, exp } = senderForm.parse(claims);
    const response = responseForm.parse(claims);
    if (![aud].flat().includes(issuer)) return "aud is not the platform";
    const now = Date.now() / 1000;
    if (exp < now - 60 || iat > now + 60) return "iat or exp is not of now";
    if (response[deepLinking("data")] !== "csrf:8af9")
      return "data is not as it was sent";
    return z.array(linkForm).parse(response[deepLinking("content_items")] ?? []);
  } catch (error) {
    return error instanceof Error ? error.message : "unreadable";
  }
}
