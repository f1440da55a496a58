// All of a class as a file, for its teachers: to keep, or to restore elsewhere.
import { classFile } from "@/app/server/class-file";
import { spend } from "@/app/server/rate-limits";
import { teacherRoute } from "@/app/server/sessions";

/** An export counts as many looks at the board: it reads all texts. */
const looks = 20;

/** A name that every system can keep: "class-5b-2026-12-01.jsonl.gz". */
function fileName(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .toLowerCase();
  const day = new Date().toISOString().slice(0, 10);
  return `${["class", plain, day].filter((part) => part !== "").join("-")}.jsonl.gz`;
}

export const GET = teacherRoute(async ({ schoolClass: { id, name }, store, limits }) => {
  spend(limits.board, id, looks);
  return new Response(classFile(store.exportClass(id)), {
    headers: {
      "Content-Type": "application/gzip",
      "Content-Disposition": `attachment; filename="${fileName(name)}"`,
    },
  });
});
