// The pages that the routes of LTI answer with, in a frame of the LMS or in a window.
import { randomBytes } from "node:crypto";
import { type LaunchRefusalCode, launchRefusals } from "@/content/lti/launch-refusals";

/** A text within HTML. */
export const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A value within a script of `ltiPage`. */
export const inScript = (value: unknown) =>
  JSON.stringify(value).replaceAll("<", "\\u003c");

const style = `body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 36rem; margin: 2rem auto;
padding: 0 1rem; color-scheme: light dark; } code { font-size: 0.9em; }
a.go, button { font: inherit; display: inline-block; padding: 0.5rem 1rem; border-radius: 4px;
border: 0; background: CanvasText; color: Canvas; text-decoration: none; }`;

type LtiPage = {
  /** HTML. */
  body: string;
  /** Runs once the body is there. */
  script?: string;
  status?: number;
  /** Why something was refused. */
  refusal?: LaunchRefusalCode;
  headers?: HeadersInit;
};

/** A page that any LMS may frame, which loads nothing and runs only its own script. */
export function ltiPage({ body, script = "", status = 200, refusal, headers }: LtiPage) {
  const nonce = randomBytes(16).toString("base64");
  const only = `'nonce-${nonce}'`;
  const policy = [
    ...["default-src 'none'", `script-src ${only}`, `style-src ${only}`],
    ...["form-action 'self'", "base-uri 'none'", "frame-ancestors *"],
    // What a page of the site in this frame asks for.
    "connect-src 'self'",
  ].join("; ");
  const sign = refusal === undefined ? "" : ` data-refusal="${refusal}"`;
  const html = `<!doctype html>
<html lang="en"${sign}>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Next Pass</title>
<style nonce="${nonce}">${style}</style>
<body>
${body}
${script && `<script nonce="${nonce}">${script}</script>`}
</body>
</html>
`;
  const answer = new Response(html, { status, ...(headers && { headers }) });
  answer.headers.set("Content-Type", "text/html; charset=utf-8");
  answer.headers.set("Content-Security-Policy", policy);
  answer.headers.set("Cache-Control", "no-store");
  answer.headers.set("Referrer-Policy", "same-origin");
  answer.headers.set("X-Content-Type-Options", "nosniff");
  return answer;
}

/** The page of a refusal; `more` is HTML that helps the reader on. */
export function refusalPage(
  code: LaunchRefusalCode,
  more = "<p>Open the link in your LMS once more. If that does not help, tell your teacher or the LMS’s operator this code.</p>",
) {
  const [status, says] = launchRefusals[code];
  const body = `<h1>This did not open</h1>
<p>${escaped(says)}</p>
${more}
<p>Code: <code>${code}</code></p>`;
  return ltiPage({ body, status, refusal: code });
}
