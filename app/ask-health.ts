// Docker's question, asked of the site beside it: prints what it answers, and fails where
// that is not well.
import { sitePath } from "@/content/site-path";

const { PORT = "3000" } = process.env;
const url = `http://127.0.0.1:${PORT}${sitePath("/api/health")}`;

try {
  const response = await fetch(url, { signal: AbortSignal.timeout(4000) });
  console.log(await response.text());
  process.exitCode = response.ok ? 0 : 1;
} catch {
  console.log("The site does not answer.");
  process.exitCode = 1;
}
