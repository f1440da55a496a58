// The platform's pages: a course from which a browser launches, in a frame or a new window,
// and the storage that the page keeps for the tool (LTI Client Side postMessages 0.1, LTI
// postMessage Storage 0.1).

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const page = (title: string, body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escaped(title)}</title>${body}</html>`;

const inputs = (fields: Iterable<[string, string]>) =>
  [...fields]
    .map(
      ([name, value]) =>
        `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
    )
    .join("");

/** A page that posts a form at once, as `response_mode=form_post` has it. */
export const postingPage = (to: string, fields: Iterable<[string, string]>) =>
  page(
    "Going on",
    `<form method="post" action="${escaped(to)}">${inputs(fields)}</form>
<script>document.forms[0].submit()</script>`,
  );

/** A page that says one sentence. */
export const wordsPage = (words: string) => page("Platform", `<p>${escaped(words)}</p>`);

/** What a gradebook shows of somebody in a column. */
export type GradebookCell = { points: string; comment: string };

const linked = (text: string) =>
  escaped(text).replace(
    /https?:\S+/g,
    (address) => `<a href="${address}">${address}</a>`,
  );

/** The gradebook as whoever grades sees it: a row for each person, links in comments. */
export const gradebookPage = (
  columns: readonly string[],
  people: readonly { name: string; cells: readonly GradebookCell[] }[],
) =>
  page(
    "Gradebook",
    `<table><tr><th>Name</th>${columns.map((name) => `<th>${escaped(name)}</th>`).join("")}</tr>
${people
  .map(({ name, cells }) => {
    const told = cells.map(
      ({ points, comment }) => `<td>${escaped(points)}<p>${linked(comment)}</p></td>`,
    );
    return `<tr><th>${escaped(name)}</th>${told.join("")}</tr>`;
  })
  .join("\n")}</table>`,
  );

/** What answers a tool's messages; each origin of a tool has a store of its own. */
const storageScript = `
const kept = new Map();
addEventListener("message", ({ data, origin, source }) => {
  if (typeof data !== "object" || data === null) return;
  const { subject, message_id, key, value } = data;
  const answer = (more) =>
    source.postMessage({ subject: subject + ".response", message_id, ...more }, origin);
  const wrong = (code, message) => answer({ error: { code, message } });
  if (subject === "org.imsglobal.lti.close") { document.body.dataset.closed = "yes"; return; }
  if (typeof subject !== "string" || !subject.startsWith("lti.")) return;
  if (!message_id) return wrong("bad_request", "message_id is missing");
  const mine = kept.get(origin) ?? new Map();
  if (subject === "lti.capabilities") {
    const subjects = ["lti.capabilities", "lti.put_data", "lti.get_data"];
    return answer({ supported_messages: subjects.map((subject) => ({ subject })) });
  }
  if (subject === "lti.put_data") {
    if (typeof key !== "string" || key === "") return wrong("bad_request", "key is missing");
    if (value === null || value === undefined) mine.delete(key);
    else if (typeof value !== "string") return wrong("bad_request", "value is no string");
    else if (value.length > 4096 || mine.size >= 500) return wrong("storage_exhaustion", "full");
    else mine.set(key, value);
    kept.set(origin, mine);
    return answer({ key, value });
  }
  if (subject === "lti.get_data") {
    if (typeof key !== "string" || key === "") return wrong("bad_request", "key is missing");
    return answer({ key, value: mine.get(key) ?? null });
  }
  wrong("unsupported_subject", subject);
});`;

type Way = "frame" | "window";

/** The page of one launch: its form begins the login, in a frame or a new window. */
export function launchPage(
  title: string,
  login: { url: string; method: string; fields: Iterable<[string, string]> },
  way: Way,
  storageTarget: string | null,
): string {
  const own = storageTarget !== null && storageTarget !== "_parent";
  return page(
    title,
    `<body><h1>${escaped(title)}</h1>
<form method="${login.method}" action="${escaped(login.url)}" target="${way === "frame" ? "tool" : "_blank"}" ${way === "window" ? 'rel="opener"' : ""}>
${inputs(login.fields)}<button>Open the tool</button></form>
${own ? `<iframe name="${escaped(storageTarget)}" src="/storage" hidden></iframe>` : ""}
${way === "frame" ? '<iframe name="tool" title="Tool" width="100%" height="800" allow="clipboard-write"></iframe>' : ""}
${storageTarget === "_parent" ? `<script>${storageScript}</script>` : ""}</body>`,
  );
}

/** The frame that keeps data where a platform has it in a frame of its own. */
export const storagePage = () =>
  page("Storage", `<body><script>${storageScript}</script></body>`);

/** The page in which a tool is registered: the tool's own page lies in it. */
export const registrationPage = (address: string) =>
  page(
    "Add a tool",
    `<body><h1>Add a tool</h1><iframe name="tool" title="Tool" width="100%" height="600" src="${escaped(address)}"></iframe>
<script>${storageScript}</script></body>`,
  );
