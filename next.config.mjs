// Every page is static, and no page needs inline script: app/move-inline-scripts.ts turns
// those that Next writes into files. Styles may be inline: KaTeX and Shiki write them.
const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join("; ");

const headers = [
  { key: "Content-Security-Policy", value: policy },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "same-origin" },
];

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ["mdx-bundler", "esbuild", "shiki", "@shikijs/rehype"],
  // While developing, Next itself needs inline scripts and eval.
  headers: async () =>
    process.env.NODE_ENV === "production" ? [{ source: "/:path*", headers }] : [],
};

export default config;
