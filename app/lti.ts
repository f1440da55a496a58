// `npm run lti`: the LMSs that know this site as their tool. See “Use it in an LMS” in the README.
import { parseArgs } from "node:util";
import { isPlatformAddress } from "./server/lti/ask-platform";
import { hashOf, newId, newSecret } from "./server/secrets";
import type { LtiRegistration, LtiStore } from "./server/store/lti-store";
import { openStore } from "./server/store/open-store";

const usage = `npm run lti -- invite <address of this site>   an address by which one LMS registers itself, within a week
npm run lti -- add --issuer … --client … --auth … --token … --keys … [--name …] [--audience …] [--deployment …]
npm run lti -- list
npm run lti -- remove <id>                     its courses and grades are sent no more; the classes stay`;

const week = 7 * 24 * 60 * 60 * 1000;

async function invite(lti: LtiStore, site = ""): Promise<string> {
  if (!isPlatformAddress(site)) {
    throw new Error("Name the address of this site: npm run lti -- invite https://…");
  }
  const secret = newSecret();
  await lti.addInvitation(hashOf(secret), Date.now() + week);
  const address = `${site.replace(/\/+$/, "")}/api/lti/register?invitation=${secret}`;
  return `Give this address to one LMS, where it adds a tool by dynamic registration; it holds for a week, and once:\n${address}`;
}

/** The options of `add`, and what each names. */
const required = {
  issuer: "the issuer (platform ID)",
  client: "the client ID",
  auth: "the authentication request URL",
  token: "the access token URL",
  keys: "the public keyset URL",
} as const;

async function add(lti: LtiStore, args: string[]): Promise<string> {
  const one = { type: "string" } as const;
  const { values } = parseArgs({
    args,
    options: {
      ...{ issuer: one, client: one, auth: one, token: one, keys: one },
      ...{ name: one, audience: one, deployment: { ...one, multiple: true } },
    },
  });
  const asked = (name: keyof typeof required) => {
    const value = values[name];
    if (!value) throw new Error(`--${name} is missing: ${required[name]}.`);
    return value;
  };
  const address = (name: "auth" | "token" | "keys") => {
    const value = asked(name);
    if (isPlatformAddress(value)) return value;
    throw new Error(`--${name} is no address that begins with https: ${required[name]}.`);
  };
  const registration: LtiRegistration = {
    ...{ id: newId(), issuer: asked("issuer"), clientId: asked("client") },
    ...{ authUrl: address("auth"), tokenUrl: address("token") },
    ...{ jwksUrl: address("keys"), audience: values.audience ?? null, product: "" },
    ...{ name: values.name ?? asked("issuer"), created: Date.now() },
  };
  if (!(await lti.addRegistration(registration, values.deployment ?? []))) {
    throw new Error("An LMS with this issuer and this client is registered already.");
  }
  return `${registration.name} is registered, as ${registration.id}.`;
}

async function list(lti: LtiStore): Promise<string> {
  const lines = (await lti.registrations()).map(async (one) => {
    const deployments = await lti.deploymentsOf(one.id);
    const where = deployments.length > 0 ? deployments.join(" ") : "not launched yet";
    return `${one.id}  ${one.name}  ${one.issuer}  client ${one.clientId}  deployment ${where}`;
  });
  return (await Promise.all(lines)).join("\n") || "No LMS is registered.";
}

async function remove(lti: LtiStore, id = ""): Promise<string> {
  if (await lti.removeRegistration(id)) return `${id} is registered no more.`;
  throw new Error("No LMS has this id: npm run lti -- list");
}

async function main([what, ...args]: string[]) {
  if (what === undefined || !["invite", "add", "list", "remove"].includes(what)) {
    throw new Error(usage);
  }
  const store = await openStore();
  try {
    const { lti } = store;
    if (what === "invite") console.log(await invite(lti, args[0]));
    else if (what === "add") console.log(await add(lti, args));
    else if (what === "list") console.log(await list(lti));
    else console.log(await remove(lti, args[0]));
  } finally {
    await store.close();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
