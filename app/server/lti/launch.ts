// A launch: the platform's answer to a login, which brings somebody into a course's class.
import { timingSafeEqual } from "node:crypto";
import * as z from "zod";
import { arrivalPath } from "@/content/lti/arrival";
import { sitePath } from "@/content/site-path";
import { isFromOtherSite } from "../class-route";
import type { ClassServer } from "../class-server";
import { hashOf } from "../secrets";
import type { LtiRegistration } from "../store/lti-store";
import { type ChoiceLaunch, checkLaunch } from "./check-launch";
import { enterCourse } from "./enter-course";
import { type LoginState, pageOfSite, proofCookie, proofName, stateShape } from "./login";
import { escaped, inScript, ltiPage, refusalPage } from "./lti-page";
import { launchRefusal, requireField } from "./lti-route";
import { sealed, unsealed } from "./tool-keys";

function cookieIn(request: Request, name: string): string | null {
  const pairs = (request.headers.get("cookie") ?? "").split(/;\s*/);
  const found = pairs.find((pair) => pair.startsWith(`${name}=`));
  return found?.slice(name.length + 1) ?? null;
}

/** Whether a text is what the login gave this browser to keep. */
function proves(proof: string | null | undefined, { browser }: LoginState): boolean {
  const [given, wanted] = [Buffer.from(hashOf(proof ?? "")), Buffer.from(browser)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** Says in plain words that it goes on in a window, and begins the login anew there. */
const inWindow = ({ again }: LoginState) =>
  `<p><a class="go" href="${escaped(sitePath(`/api/lti/login?${again}`))}" target="_blank">Open in a new window</a></p>
<p>If this is a new window already, let your browser keep cookies of this site, and open the link in your LMS once more.</p>`;

/** Asks the platform's storage for the proof, and posts the launch once more with it. */
function storagePage(
  fields: ReadonlyMap<string, string>,
  state: LoginState,
  frame: string,
  origin: string,
) {
  const hidden = ["id_token", "state"].map(
    (name) =>
      `<input type="hidden" name="${name}" value="${escaped(fields.get(name) ?? "")}">`,
  );
  const body = `<form method="post" action="${escaped(sitePath("/api/lti/launch"))}">
${hidden.join("\n")}
<input type="hidden" name="proof" value=""></form>
<p>The page opens. It needs JavaScript.</p>
<div hidden><p>Your browser keeps nothing for this site inside your LMS, so it goes on in a window of its own.</p>
${inWindow(state)}</div>`;
  const script = `
const frame = ${inScript(frame)}, origin = ${inScript(origin)};
const key = ${inScript(proofName(state.nonce))};
const page = window.parent !== window ? window.parent : window.opener;
const fail = () => { document.querySelector("div").hidden = false; };
const timer = setTimeout(fail, 2500);
addEventListener("message", ({ data, origin: from }) => {
  if (from !== origin || !data || data.message_id !== key) return;
  clearTimeout(timer);
  if (typeof data.value !== "string") return fail();
  document.forms[0].elements.proof.value = data.value;
  document.forms[0].submit();
});
try {
  const store = frame === "_parent" ? page : page.frames[frame];
  store.postMessage({ subject: "lti.get_data", message_id: key, key }, origin);
} catch { fail(); }
`;
  return ltiPage({ body, script });
}

/** What a teacher who looks for something to place brings along to that page and back. */
export const ticketShape = z.object({
  registration: z.string(),
  deployment: z.string(),
  /** Where the platform takes what is chosen. */
  returnUrl: z.string(),
  /** What the platform wants back as it is. */
  data: z.string().nullable(),
  /** Whether the platform takes line items. */
  graded: z.boolean(),
});

/** What a teacher who looks for something to place brings along. */
export type PlaceTicket = z.infer<typeof ticketShape>;

/** The purpose of a sealed `PlaceTicket`. */
export const placePurpose = "place";

/** How long a teacher may look for something to place, in milliseconds. */
const ticketLife = 2 * 60 * 60_000;

const whereTo = (to: string, cookie: string) =>
  new Response(null, {
    status: 303,
    headers: {
      ...{ Location: to, "Set-Cookie": cookie },
      ...{ "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" },
    },
  });

async function placePath(
  { store }: ClassServer,
  { id }: LtiRegistration,
  { deployment, settings }: ChoiceLaunch,
): Promise<string> {
  const ticket: PlaceTicket = {
    ...{ registration: id, deployment },
    returnUrl: settings.deep_link_return_url,
    data: settings.data ?? null,
    graded: settings.accept_lineitem ?? true,
  };
  const expires = Date.now() + ticketLife;
  const text = await sealed(store.lti, placePurpose, ticket, expires);
  return sitePath(`/embed/place#${text}`);
}

type Server = ClassServer & { registrations: readonly LtiRegistration[] };

/** Answers a platform's message by sending the browser on, or refuses it. */
export async function answerLaunch(
  request: Request,
  server: Server,
  fields: ReadonlyMap<string, string>,
): Promise<Response> {
  const { lti } = server.store;
  const state = await unsealed(lti, "login", fields.get("state") ?? "", stateShape);
  if (state === "forged") throw launchRefusal("bad-state");
  if (state === "expired") throw launchRefusal("expired-state");
  if (fields.has("error")) throw launchRefusal("platform-error");
  const token = requireField(fields, "id_token");
  const registration = server.registrations.find(({ id }) => id === state.registration);
  if (!registration) throw launchRefusal("unknown-platform");
  const proof = fields.get("proof");
  if (!proves(cookieIn(request, proofName(state.nonce)), state)) {
    if (state.storage !== null && proof === undefined) {
      const { origin } = new URL(registration.authUrl);
      return storagePage(fields, state, state.storage, origin);
    }
    // Only this site's own page has asked the platform's storage for it.
    if (isFromOtherSite(request) || !proves(proof, state)) {
      return refusalPage("not-this-browser", inWindow(state));
    }
  }
  const page = pageOfSite(request, state.target);
  if (page === null) throw launchRefusal("target-elsewhere");
  const launch = await checkLaunch(lti, registration, state, token);
  const to =
    launch.asks === "choice"
      ? await placePath(server, registration, launch)
      : sitePath(arrivalPath(await enterCourse(server, registration, launch, page)));
  return whereTo(to, proofCookie(request, state.nonce, "", 0));
}
