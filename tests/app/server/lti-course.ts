// A class that is a course of the tests' own LMS.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished } from "vitest";
import { newKey } from "@/app/server/lti/tokens";
import { keySet } from "@/app/server/lti/tool-keys";
import type { LtiStore, SiteStore } from "@/app/server/store/lti-store";
import { scopes } from "@/tests/lti/messages";
import { openPlatform, type Platform } from "@/tests/lti/platform";
import { canonical } from "./check-school";
import { contextRow, personRow, registrationRow } from "./store/lti-rows";
import { classRow, now } from "./store/store-rows";

export const minute = 60_000;
const link = canonical(
  "/labs/network?assignment=1&title=Circle&goal=loss_0.9&points=3&due=2027-01-20",
);

const key = await newKey();

/** The address of the site's public keys. */
async function serveKeys(lti: LtiStore): Promise<string> {
  const created = Date.now();
  await lti.rotateKeys({ ...key, created }, created - minute, 0);
  const server = createServer(async (_, response) => {
    response.end(JSON.stringify(await keySet(lti)));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

type Options = {
  id?: string;
  platform?: Platform;
  column?: boolean;
  scope?: string[];
  asked?: string;
};

/** Opens a course of a platform with learners, whose link `id` asks for an assignment. */
export async function openCourse(
  store: SiteStore,
  names: string[],
  options: Options = {},
) {
  const { id = "c", column = true, scope = Object.values(scopes) } = options;
  const { asked = link } = options;
  const platform = options.platform ?? (await openPlatform());
  onTestFinished(() => platform.close().catch(() => {}));
  const { lti } = store;
  const clientId = platform.register({
    ...{ name: "Tool", loginUrl: "", redirectUris: [], targetLinkUri: "" },
    ...{ deepLinkingUri: "", jwksUrl: await serveKeys(lti) },
    scopes: Object.values(scopes),
  });
  const urls = { issuer: platform.issuer, tokenUrl: `${platform.url}/token` };
  await lti.addRegistration({ ...registrationRow(id), ...urls, clientId }, []);
  const course = platform.addCourse();
  const lineItemsUrl = `${platform.url}/courses/${course.id}/line_items`;
  const expires = now + 99 * 24 * 60 * minute;
  await lti.openContext(
    { ...contextRow(id, id), lineItemsUrl },
    { ...classRow(id), expires },
  );
  const subs = new Map<string, string>();
  for (const name of names) {
    const member = platform.enrol(course, name, "learner");
    subs.set(name, member.id);
    const person = { ...personRow(name), sub: member.id, registration: id };
    await lti.enter(id, { ...person, id: `${id} ${name}` }, 999);
  }
  const gradebook = platform.gradebookOf(course);
  const resourceLinkId = `link ${id}`;
  if (column) gradebook.add({ label: "Circle", scoreMaximum: 10, resourceLinkId });
  const [item] = gradebook.items.keys();
  const query = platform.profile.lineItemQuery;
  const place = async (lineItemUrl: string | null, allowed = scope) =>
    lti.placeLink(
      {
        ...{ id: `${id} link`, context: `${id} ${id}`, resourceLink: resourceLinkId },
        ...{ lineItemUrl, scopes: allowed, site: "https://course.test" },
      },
      { id: `${id} asked`, link: asked, created: now, closes: null },
      99,
    );
  await place(item ? `${lineItemsUrl}/${item}${query}` : null);
  const points = new Map<string, number>();
  return {
    ...{ platform, course, gradebook, subs, place },
    /** A teacher sets a learner's points, or takes them back. */
    async mark(by: SiteStore, name: string, value: number | null, at = now) {
      const whose = { assignment: `${id} asked`, learner: `${id} ${name}` };
      const rest = { verdict: null, reason: "", comment: "", by: "" };
      if (value === null) points.delete(name);
      else points.set(name, value);
      if (value === null) await by.unmark(id, whose, at);
      else await by.mark(id, { ...whose, ...rest, points: value, at });
    },
    /** How many requests the platform had for a service: the end of its address. */
    asked: (service = "/scores") =>
      platform.heard.filter((one) => one.endsWith(service)).length,
    /** The platform has each grade as the site has it, and each came later than the last. */
    law() {
      const [column = ""] = gradebook.items.keys();
      for (const [name, sub] of subs) {
        const told = gradebook.result(column, sub)?.resultScore;
        expect([name, told]).toEqual([name, points.get(name)]);
        const taken = gradebook.taken.filter(({ userId }) => userId === sub);
        for (const [at, score] of taken.entries()) {
          expect(score.timestamp > (taken[at - 1]?.timestamp ?? "")).toBe(true);
        }
      }
    },
  };
}
