// A learning platform (LMS) on loopback, written from the texts of 1EdTech alone: Security
// Framework 1.0, LTI Core 1.3, Deep Linking 2.0, Assignment and Grade Services 2.0, Names
// and Role Provisioning Services 2.0, Dynamic Registration 1.0. It judges the tool, so it
// imports nothing of it.
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { openTokens } from "./access-tokens";
import { readContentItems } from "./deep-links";
import { type Gradebook, openGradebook } from "./gradebook";
import { type Client, openLogins } from "./logins";
import { type Course, type Member, roles } from "./messages";
import {
  gradebookPage,
  launchPage,
  postingPage,
  registrationPage,
  storagePage,
  wordsPage,
} from "./pages";
import { type Profile, plain } from "./profiles";
import { platformConfiguration, readTool, registered, type Tool } from "./registering";
import { type Served, wayInto } from "./services";
import { makeKey, type PublicKey, type SigningKey } from "./signed-tokens";
import { drip, flood, meet, openTroubles, type Service } from "./troubles";

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

async function keysAt(address: string): Promise<PublicKey[]> {
  const told: { keys: PublicKey[] } = await (await fetch(address)).json();
  return told.keys;
}

const html = (body: string): Served => ({
  status: 200,
  type: "text/html; charset=utf-8",
  body,
});

type Options = {
  profile?: Profile;
  /** "127.0.0.1" or "localhost": to a browser these are two sites. */
  host?: "127.0.0.1" | "localhost";
};

/** Starts a platform on a free port; `close` ends it. */
export async function openPlatform({
  profile = plain,
  host = "127.0.0.1",
}: Options = {}) {
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      complaints.push(`fault: ${error}`);
      response.destroy();
    });
  });
  server.listen(0, host);
  await once(server, "listening");
  const listening = server.address();
  if (typeof listening !== "object" || !listening) throw new Error("No port.");
  const url = `http://${host}:${listening.port}`;
  const issuer = profile.issuer(url);

  /** Made once somebody asks for one: a key takes a moment. */
  const keys: SigningKey[] = [];
  const clients = new Map<string, Client>();
  const courses = new Map<string, Course & { gradebook: Gradebook }>();
  const registrationTokens = new Set<string>();
  const troubles = openTroubles();
  const tokens = openTokens(clients, [`${url}/token`, issuer]);
  /** Why each request that the platform refused was refused. */
  const complaints: string[] = [];
  /** Every request, as "POST /token". */
  const heard: string[] = [];
  /** What came back from deep linking. */
  const contentItems: Record<string, unknown>[] = [];
  /** `url`: what the addresses of its line items begin with. */
  const settings = { pageSize: 50, filters: true, url };

  function signing(): SigningKey {
    const key = keys.at(-1) ?? makeKey();
    if (keys.length === 0) keys.push(key);
    return key;
  }
  function keySet() {
    signing();
    return keys.map(({ publicKey }) => publicKey);
  }
  const logins = openLogins({
    ...{ url, issuer, profile, clients, signing },
    columnsOf: (course, linkId) =>
      [...gradebookOf(course).items.values()].flatMap(({ id, resourceLinkId }) =>
        resourceLinkId === linkId ? id : [],
      ),
  });

  function gradebookOf(course: Course): Gradebook {
    const found = courses.get(course.id);
    if (!found) throw new Error("There is no such course.");
    return found.gradebook;
  }

  function register(tool: Tool): string {
    const clientId = `client-${randomUUID()}`;
    clients.set(clientId, { ...tool, clientId, readKeys: () => keysAt(tool.jwksUrl) });
    return clientId;
  }

  function addCourse(title = "Machine learning"): Course {
    const id = randomUUID();
    const course: Course = { id, label: "ML1", title, members: [] };
    const isMember = (user: string) => course.members.some(({ id }) => id === user);
    courses.set(id, Object.assign(course, { gradebook: openGradebook(isMember) }));
    return course;
  }

  function enrol(course: Course, name: string, role: keyof typeof roles): Member {
    const [givenName = "", ...rest] = name.split(" ");
    const member: Member = {
      ...{ id: randomUUID(), givenName, familyName: rest.join(" ") || "Test" },
      ...{ email: `${givenName.toLowerCase()}@school.test`, status: "Active" },
      roles: [roles[role]],
    };
    course.members.push(member);
    return member;
  }

  function authorize(fields: URLSearchParams): Served {
    const prepared = logins.prepare(fields);
    if (typeof prepared === "string") return { status: 400, problem: prepared };
    return html(postingPage(prepared.redirectUri, logins.formOf(prepared)));
  }

  function registerItself(token: string | undefined, body: string): Served {
    const [, given = ""] = /^Bearer (\S+)$/i.exec(token ?? "") ?? [];
    if (!registrationTokens.delete(given)) {
      return { status: 401, problem: "the registration token is not one that was given" };
    }
    const read = readTool(JSON.parse(body));
    if (typeof read === "string") return { status: 400, problem: read };
    const { sent, tool } = read;
    return { status: 200, body: registered(sent, register(tool), profile.deploymentId) };
  }

  /** The address of a page that registers a tool: it opens the tool's own with a token. */
  function registrationOf(toolAddress: string): string {
    const token = randomUUID();
    registrationTokens.add(token);
    const address = new URL(toolAddress);
    address.searchParams.set(
      "openid_configuration",
      `${url}/.well-known/openid-configuration`,
    );
    address.searchParams.set("registration_token", token);
    return address.href;
  }

  async function deepLink(body: string): Promise<Served> {
    const read = await readContentItems(new URLSearchParams(body), issuer, (id) =>
      clients.get(id)?.readKeys(),
    );
    if (typeof read === "string") return { status: 400, problem: read };
    contentItems.push(...read);
    return html(wordsPage(`${read.length} placed`));
  }

  /** The gradebook of a course, as a page for people. */
  function gradebookShown({ members, gradebook }: Course & { gradebook: Gradebook }) {
    const columns = [...gradebook.items.values()];
    const people = members.map(({ id, givenName, familyName }) => ({
      name: `${givenName} ${familyName}`,
      cells: columns.map((column) => {
        const { resultScore, resultMaximum, comment } =
          gradebook.result(column.id, id) ?? {};
        const points =
          resultScore === undefined ? "–" : `${resultScore} of ${resultMaximum}`;
        return { points, comment: comment ?? "" };
      }),
    }));
    return html(
      gradebookPage(
        columns.map(({ label }) => label),
        people,
      ),
    );
  }

  async function served(request: IncomingMessage, address: URL): Promise<Served> {
    const body = await readBody(request);
    const { method = "GET", headers } = request;
    const [room = "", one = "", ...rest] = address.pathname.slice(1).split("/");
    const contentType = headers["content-type"] ?? "";
    switch (`${method} ${room}`) {
      case "GET keys":
        return { status: 200, body: { keys: keySet() } };
      case "GET .well-known":
        return { status: 200, body: platformConfiguration(issuer, url, profile) };
      case "POST registrations":
        return registerItself(headers.authorization, body);
      case "GET authorize":
        return authorize(address.searchParams);
      case "POST authorize":
        return authorize(new URLSearchParams(body));
      case "POST token":
        return tokens.give(contentType, body);
      case "GET storage":
        return html(storagePage());
      case "GET register":
        return html(registrationPage(address.searchParams.get("tool") ?? ""));
      case "GET launch": {
        const { course, link } = logins.launchOf(one);
        const way = rest[0] === "window" ? "window" : "frame";
        const title = link?.title ?? course.title;
        return html(launchPage(title, logins.loginOf(one), way, profile.storageTarget));
      }
    }
    const course = room === "courses" ? courses.get(one) : undefined;
    if (!course) return { status: 404, problem: "there is nothing here" };
    if (method === "POST" && rest[0] === "deep_link") return deepLink(body);
    if (method === "GET" && rest[0] === "gradebook") return gradebookShown(course);
    const { gradebook } = course;
    const ask = { method, address, contentType, accept: headers.accept ?? "", body };
    const place = { course, gradebook, profile, ...settings };
    const way = wayInto(place, rest, ask);
    if (!way) return { status: 404, problem: "there is nothing here" };
    const closed = tokens.refusal(headers.authorization, way.scopes);
    return closed === null ? way.answer() : { status: closed, problem: "the token" };
  }

  const serviceOf = ({ pathname }: URL): Service | null => {
    if (pathname === "/token") return "token";
    if (pathname === "/keys") return "keys";
    if (/\/scores$/.test(pathname)) return "scores";
    if (/\/memberships$/.test(pathname)) return "memberships";
    return /\/line_items\b/.test(pathname) ? "lineItems" : null;
  };

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const address = new URL(request.url ?? "/", url);
    heard.push(`${request.method} ${address.pathname}`);
    const service = serviceOf(address);
    const trouble = service && troubles.next(service);
    if (trouble && !(await meet(trouble, response))) return;
    const told = await served(request, address);
    const { problem, type = "application/json", link, body } = told;
    if (problem !== undefined) {
      complaints.push(`${request.method} ${address.pathname}: ${problem}`);
    }
    const kind = trouble?.kind;
    const says = typeof body === "string" ? body : JSON.stringify(body ?? { problem });
    const text = kind === "flood" ? flood + says : says;
    const status =
      told.status === 204 && (kind === "flood" || kind === "drip") ? 200 : told.status;
    const isEmpty = status === 204;
    const half = kind === "cut" ? text.slice(0, text.length / 2) : null;
    if (kind === "mute" || (half !== null && isEmpty)) {
      response.destroy();
      return;
    }
    if (kind === "drip") {
      response.writeHead(status);
      drip(response);
      return;
    }
    response.writeHead(status, {
      "Cache-Control": "no-store",
      ...(!isEmpty && {
        "Content-Type": type,
        "Content-Length": Buffer.byteLength(text),
      }),
      ...(link && { Link: link }),
    });
    if (half !== null) {
      response.write(half, () => response.destroy());
      return;
    }
    response.end(isEmpty ? undefined : text);
  }

  async function close() {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  }

  return {
    ...{ url, issuer, profile, host, complaints, heard, contentItems, settings },
    ...{ register, addCourse, enrol, registrationOf },
    ...logins,
    /** The ids of the tools that are registered, in the order they came. */
    clientIds: () => [...clients.keys()],
    ...{ plan: troubles.plan, calm: troubles.calm },
    forgetTokens: tokens.forget,
    /** The key that signs now. */
    signing,
    /** Signs with a new key from now on; the old ones stay in the key set. */
    rotate: () => keys.push(makeKey()),
    /** Signs with a new key, and takes every other out of the key set. */
    replaceKeys: () => keys.splice(0, keys.length, makeKey()),
    gradebookOf,
    /** The page that shows the grades of a course. */
    gradebookPageOf: ({ id }: Course) => `${url}/courses/${id}/gradebook`,
    /** The page in which a browser begins a launch. */
    pageOf: (launchId: string, way: "frame" | "window") =>
      `${url}/launch/${launchId}/${way}`,
    /** The page in which a browser registers the tool whose registration is at an address. */
    registrationPageOf: (toolAddress: string) =>
      `${url}/register?tool=${encodeURIComponent(registrationOf(toolAddress))}`,
    /** Refuses every connection until it comes back. */
    close,
    async comeBack() {
      server.listen(listening.port, host);
      await once(server, "listening");
    },
  };
}

export type Platform = Awaited<ReturnType<typeof openPlatform>>;
