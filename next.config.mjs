import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { PHASE_PRODUCTION_BUILD, PHASE_PRODUCTION_SERVER } from "next/constants.js";

// Every page is static, and no page needs inline script: app/build/finish-pages.ts turns
// those that Next writes into files. Styles may be inline: KaTeX and Shiki write them. The CPU
// trains with WebAssembly that is compiled for each network.
const directives = JSON.parse(
  readFileSync(new URL("app/build/content-policy.json", import.meta.url), "utf8"),
);
const policy = (ancestors) => [...directives, `frame-ancestors ${ancestors}`].join("; ");

// The lab that listens has the microphone, in a frame where the page around it says so too.
const permissions = [
  "microphone=(self)",
  ...["camera", "display-capture", "geolocation", "payment", "usb"].map(
    (feature) => `${feature}=()`,
  ),
].join(", ");

const headers = (ancestors) => [
  { key: "Content-Security-Policy", value: policy(ancestors) },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: permissions },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "same-origin" },
];

/** Who may load something into a page of their own: "same-origin" or "cross-origin". */
const loadedFrom = (who) => ({ key: "Cross-Origin-Resource-Policy", value: who });

// Browsers heed it on secure connections alone, and so it is only sent on those.
const secureForAYear = {
  source: "/:path*",
  has: [{ type: "header", key: "x-forwarded-proto", value: "https(,.*)?" }],
  headers: [{ key: "Strict-Transport-Security", value: "max-age=31536000" }],
};

// What stands on a class's pages is for the one who asked, and so is where they stand.
const forOne = [
  { key: "Cache-Control", value: "no-store" },
  { key: "Referrer-Policy", value: "no-referrer" },
];

// Next compresses what a route answers only where it finds the type as one text, and writes
// it as a list itself; what is set here comes first. Delete this when Next does without:
// https://github.com/vercel/next.js/issues/98007
const json = { key: "Content-Type", value: "application/json" };

// Any page may frame a lab under /embed; nobody may frame another page. The files of a lab
// in a sandboxed frame are loaded from nowhere: they are for everybody, too. The pages that an
// LMS opens in its own frame have their headers from app/server/lti/lti-page.ts.
const rules = [
  ...["/", "/((?!embed/|api/lti/(?:login|launch|register)$).*)"].map((source) => ({
    source,
    headers: [...headers("'none'"), loadedFrom("same-origin")],
  })),
  { source: "/embed/:path*", headers: [...headers("*"), loadedFrom("cross-origin")] },
  // What is placed in a course goes to the course's LMS as a form.
  {
    source: "/embed/place",
    headers: [
      {
        key: "Content-Security-Policy",
        value: policy("*").replace("form-action 'self'", "form-action *"),
      },
    ],
  },
  {
    source: "/(_next/static/.*|data/.*|theme.js)",
    headers: [
      loadedFrom("cross-origin"),
      { key: "Access-Control-Allow-Origin", value: "*" },
    ],
  },
  secureForAYear,
  { source: "/class/:path*", headers: forOne },
  { source: "/receipt", headers: forOne },
  { source: "/api/:path*", headers: forOne },
  {
    source: "/api/:path((?!classes/[^/]+/export$|lti/(?:login|launch|register)$).*)",
    headers: [json],
  },
];

// The page that shows the kit, app/kit/page.kit.tsx, is for those who build the site.
const showsKit = process.env.NODE_ENV !== "production" || process.env.KIT_PAGE === "1";

// On a slow line a request costs as much as a hundred kilobytes, and a browser makes six at
// a time: few large files let a page answer half a second sooner than many small ones. Of
// styles, each page brings its own along, and is the lighter the smaller their files are.
const fewFiles = {
  cssChunking: { type: "graph", requestCost: 30_000 },
  turbopackChunking: {
    firstPageLoadPriority: 1,
    requestCost: 2_000_000,
    minChunkSize: 300_000,
    maxMergeChunkSize: 2_000_000,
  },
};

/** The folder of the host that the site is built for, as "/course"; "" for its root. */
const basePath = process.env.BASE_PATH ?? "";
if (!/^(\/(?!\.+(\/|$))[\w.~-]+)*$/.test(basePath)) {
  console.error(
    `BASE_PATH cannot be “${basePath}”: it is written as “/course” or “/our/course”, of letters, digits and - . _ ~, with a slash before each folder and none at the end.`,
  );
  process.exit(1);
}

/** What is served knows by itself for which folder it was built. */
function builtFor() {
  const manifest = readFileSync(".next/routes-manifest.json", "utf8");
  return { basePath: JSON.parse(manifest).basePath };
}

// Unset, a lockfile in a folder above would move the root there; and where the path from it
// holds a letter that is no ASCII, the build panics. A copy within the project (see
// app/build/build-copy.ts) uses the project's modules.
const here = fileURLToPath(new URL(".", import.meta.url));
const isCopy = !existsSync(`${here}node_modules`);
const root = isCopy ? path.dirname(here) : here;

/** For a host of plain files: see app/build/export-site.ts. */
const plainFiles = process.env.PLAIN_FILES === "1" && {
  output: "export",
  trailingSlash: true,
  headers: undefined,
};

/** @type {import("next").NextConfig} */
const config = {
  turbopack: { root },
  outputFileTracingRoot: root,
  basePath,
  env: { BASE_PATH: basePath, PLAIN_FILES: plainFiles ? "1" : "" },
  poweredByHeader: false,
  reactStrictMode: true,
  experimental: fewFiles,
  pageExtensions: ["tsx", "ts", ...(showsKit ? ["kit.tsx"] : [])],
  serverExternalPackages: [
    "mdx-bundler",
    "esbuild",
    "shiki",
    "@shikijs/rehype",
    "better-sqlite3",
    "pg",
  ],
  // While developing, Next itself needs inline scripts and eval.
  headers: async () => (process.env.NODE_ENV === "production" ? rules : []),
  // The types of a copy are checked where it comes from.
  typescript: { ignoreBuildErrors: isCopy },
  ...plainFiles,
};

/** @param {string} phase */
export default (phase) => {
  if (phase === PHASE_PRODUCTION_SERVER) return { ...config, ...builtFor() };
  if (phase !== PHASE_PRODUCTION_BUILD || isCopy) return config;
  // What the site needs to run elsewhere: app/build/pack-site.ts completes it.
  return { output: "standalone", ...config };
};
