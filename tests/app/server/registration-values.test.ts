import { expect, test } from "vitest";
import { platformGuides, registrationValues } from "@/app/(site)/lti/platform-guides";
import { serviceScopes, toolConfiguration } from "@/app/server/lti/register";

const toolKey = "https://purl.imsglobal.org/spec/lti-tool-configuration";

/** A value as it stands on the page of https://school.test. */
function shown(wanted: (typeof registrationValues)[number]["name"]) {
  const found = registrationValues.find(({ name }) => name === wanted);
  return found && ("path" in found ? `https://school.test${found.path}` : found.text);
}

test("the values to register by hand are those of dynamic registration", () => {
  const request = new Request("https://school.test/api/lti/register", {
    headers: { host: "school.test", "x-forwarded-proto": "https" },
  });
  process.env.TRUST_PROXY = "1";
  const described = toolConfiguration(request);
  delete process.env.TRUST_PROXY;
  expect(described.initiate_login_uri).toBe(shown("login"));
  expect(described.redirect_uris).toEqual([shown("launch")]);
  expect(described.jwks_uri).toBe(shown("keys"));
  const tool = described[toolKey];
  expect(tool).toMatchObject({ target_link_uri: shown("target") });
  expect(tool).toMatchObject({
    messages: [{}, { target_link_uri: shown("deepLinking") }],
  });
  expect(shown("scopes")).toBe(serviceScopes.join(" "));
});

test("each LMS is told the login, the redirect and the keys, and of its traps", () => {
  for (const { name, fields, traps } of platformGuides) {
    const told: unknown[] = fields.map(([, value]) => value);
    expect([
      name,
      ...["login", "launch", "keys"].filter((one) => !told.includes(one)),
    ]).toEqual([name]);
    expect(traps.length).toBeGreaterThan(0);
  }
});
