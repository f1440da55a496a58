// For what watches over the site, such as Docker: 200 where it can do its work, else 503.
import { siteTrouble } from "@/app/server/health";

export const dynamic = "force-dynamic";

export async function GET() {
  const problem = await siteTrouble();
  const answer = problem === null ? { ok: true } : { ok: false, problem };
  const headers = { "Cache-Control": "no-store" };
  return Response.json(answer, { status: problem === null ? 200 : 503, headers });
}
