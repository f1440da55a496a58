// Rows for the tests of what the store keeps of LTI.
import type { LtiContext, LtiRegistration } from "@/app/server/store/lti-store";
import { now } from "./store-rows";

export const registrationRow = (id: string): LtiRegistration => ({
  id,
  name: `LMS ${id}`,
  issuer: "https://lms.test",
  clientId: `client ${id}`,
  authUrl: "https://lms.test/auth",
  tokenUrl: "https://lms.test/token",
  jwksUrl: "https://lms.test/jwks",
  audience: null,
  product: "moodle",
  created: now,
});

export const contextRow = (context: string, registration = "r"): LtiContext => ({
  id: `${registration} ${context}`,
  registration,
  deployment: "1",
  context,
  classId: context,
  membershipsUrl: null,
  lineItemsUrl: null,
});

export const personRow = (sub: string, tokenHash: string | null = `token of ${sub}`) => ({
  ...{ registration: "r", sub, role: "learner" as const, id: `id of ${sub}` },
  ...{ name: sub, tokenHash, now },
});
