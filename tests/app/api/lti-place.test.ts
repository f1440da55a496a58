// What a teacher chose goes to the LMS as one signed answer, which places it in the course.
import { createPublicKey, verify } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { placePurpose } from "@/app/server/lti/launch";
import { sealed } from "@/app/server/lti/tool-keys";
import { placeResponse } from "@/content/lti/placing";
import { openBrowser } from "./browser";
import {
  type Claims,
  claim,
  home,
  issuer,
  type Lms,
  launch,
  openLms,
  register,
  roles,
} from "./lti-lms";
import { canonical } from "./school";
import { openSite } from "./site";

const clientId = "client-place";
const deepLinking = "https://purl.imsglobal.org/spec/lti-dl/claim";

let site: Awaited<ReturnType<typeof openSite>>;
let lms: Lms;

beforeAll(async () => {
  site = await openSite(1000);
  lms = await openLms();
  await register(await site.open(), lms, clientId);
  return async () => {
    await lms.close();
  };
});
afterAll(() => site.close());

/** What an instructor’s browser has once the LMS asked what to place. */
async function ticket(settings: Claims = {}) {
  const { to } = await launch(
    lms,
    { clientId, target: "/" },
    {
      [claim("message_type")]: "LtiDeepLinkingRequest",
      [claim("resource_link")]: undefined,
      [claim("roles")]: [roles.instructor],
      [`${deepLinking}/deep_linking_settings`]: {
        deep_link_return_url: `${lms.url}/return?id=7`,
        ...{ accept_types: ["ltiResourceLink"], ...settings },
      },
    },
  );
  return to.replace("/embed/place#", "");
}

const browser = openBrowser();
const place = (body: object) => browser.post("/api/lti/place", body);

const keySet = z.object({ keys: z.array(z.record(z.string(), z.string())) });

/** The claims of a token that one of the tool’s public keys has signed. */
async function signedBySite(token: string): Promise<Record<string, unknown>> {
  const { told } = await browser.get("/api/lti/keys");
  const [head = "", body = "", signature = ""] = token.split(".");
  const [key] = keySet.parse(told).keys;
  const by = createPublicKey({ key: { ...key }, format: "jwk" });
  const text = Buffer.from(`${head}.${body}`);
  expect(verify("sha256", text, by, Buffer.from(signature, "base64url"))).toBe(true);
  return JSON.parse(Buffer.from(body, "base64url").toString());
}

async function placed(body: object) {
  const { to, token } = placeResponse.parse((await place(body)).told);
  const claims = await signedBySite(token);
  return { to, claims, items: claims[`${deepLinking}/content_items`] };
}

const link = canonical(
  "/labs/network?assignment=1&title=Two+arms&goal=loss_0.1*neurons_8&points=5-2.5&due=2026-12-01",
);

test("an assignment is placed with its title, due date and points", async () => {
  const given = await ticket({ data: "csrf &=1" });
  const { to, claims, items } = await placed({ ticket: given, link });
  expect(to).toBe(`${lms.url}/return?id=7`);
  expect(claims).toMatchObject({
    ...{ iss: clientId, aud: issuer, nonce: expect.stringMatching(/^.{20,}$/) },
    [claim("message_type")]: "LtiDeepLinkingResponse",
    [claim("version")]: "1.3.0",
    [claim("deployment_id")]: "1",
    [`${deepLinking}/data`]: "csrf &=1",
  });
  expect(Number(claims.exp) - Number(claims.iat)).toBe(600);
  expect(items).toEqual([
    {
      ...{ type: "ltiResourceLink", title: "Two arms", url: `${home}/labs/network` },
      custom: { assignment: link },
      lineItem: { label: "Two arms", scoreMaximum: 7.5 },
      // The day is over everywhere on Earth.
      submission: { endDateTime: "2026-12-02T12:00:00.000Z" },
    },
  ]);
});

test("a due moment is placed as it is", async () => {
  const timed = canonical(`${link.replace("2026-12-01", "2026-12-01T18:30Z")}`);
  const { items } = await placed({ ticket: await ticket(), link: timed });
  expect(items).toMatchObject([{ submission: { endDateTime: "2026-12-01T18:30:00Z" } }]);
});

test("what was placed opens the assignment that was placed", async () => {
  const { items } = await placed({ ticket: await ticket(), link });
  const [item] = items as [{ url: string; custom: { assignment: string } }];
  const { arrived } = await launch(
    lms,
    { clientId, target: new URL(item.url).pathname },
    { [claim("custom")]: item.custom, [claim("resource_link")]: { id: "placed" } },
  );
  expect(arrived.to).toBe(link);
});

test("a platform that takes no line item, and work without points, get none", async () => {
  const given = await ticket({ accept_lineitem: false });
  const [first] = (await placed({ ticket: given, link })).items as [object];
  expect(first).not.toHaveProperty("lineItem");
  const free = canonical("/labs/network?assignment=1&title=Play");
  const [second] = (await placed({ ticket: await ticket(), link: free })).items as [
    object,
  ];
  expect(second).toEqual({
    ...{ type: "ltiResourceLink", title: "Play", url: `${home}/labs/network` },
    custom: { assignment: free },
  });
});

test("a lesson is placed under its title", async () => {
  const lesson = { link: "/lessons/loss-functions", title: "Loss functions" };
  const { items } = await placed({ ticket: await ticket(), ...lesson });
  const { link: path, title } = lesson;
  expect(items).toEqual([{ type: "ltiResourceLink", title, url: home + path }]);
});

test("anything else is refused with a sentence", async () => {
  const given = await ticket();
  const title = "x";
  const { lti } = (await site.open()).store;
  const told = {
    ...{ registration: `registration-${clientId}`, deployment: "1" },
    ...{ returnUrl: `${lms.url}/return`, data: null, graded: true },
  };
  const refused: readonly (readonly [object, number, string])[] = [
    [{ ticket: given, link: "/labs/network", title }, 400, "asks for nothing"],
    [{ ticket: given, link: "/lessons/none", title }, 400, "no link of an assignment"],
    [{ ticket: given, link: "https://x.test", title }, 400, "no link of an assignment"],
    [{ ticket: given, link, title: "" }, 400, "What is placed"],
    [{ ticket: given, link: "/lessons/gpus" }, 400, "no link of an assignment"],
    [{ ticket: `${given}x`, link, title }, 403, "did not ask for this"],
    [{ ticket: "a.b.c", link, title }, 403, "did not ask for this"],
    [{ ticket: "", link, title }, 403, "did not ask for this"],
    [
      { ticket: await sealed(lti, "login", told, Date.now() + 9e6), link, title },
      ...([403, "did not ask for this"] as const),
    ],
    [
      {
        ...{ link, title },
        ticket: await sealed(
          ...([lti, placePurpose, { ...told, registration: "gone" }] as const),
          Date.now() + 9e6,
        ),
      },
      ...([403, "did not ask for this"] as const),
    ],
    [
      { ticket: await sealed(lti, placePurpose, told, Date.now() - 1), link, title },
      ...([403, "too long ago"] as const),
    ],
  ];
  for (const [body, status, problem] of refused) {
    const answer = await place(body);
    expect([answer.status, answer.told]).toEqual([
      status,
      { problem: expect.stringContaining(problem) },
    ]);
  }
  const sound = await sealed(lti, placePurpose, told, Date.now() + 9e6);
  expect((await place({ ticket: sound, link, title })).status).toBe(200);
});
