// A class that was exported, here or on another site, is opened anew with all that was in it.
import { readClassFile } from "@/app/server/class-file";
import { classRoute, refusal } from "@/app/server/class-route";
import { classServer } from "@/app/server/class-server";
import { answerOpened } from "@/app/server/open-class";
import { addressOf, spend } from "@/app/server/rate-limits";
import { withLines } from "@/app/server/read-lines";

const there =
  "This class is on this site already, or some of it: delete that one first, or open it by its private link.";

export const POST = classRoute(async (request) => {
  const { store, limits, checks } = await classServer();
  spend(limits.opening, addressOf(request));
  const answer = await withLines(request, async (texts) => {
    const { head, lines } = await readClassFile(texts);
    return answerOpened(request, head, async (opened) => {
      const restored = await store.restoreClass(opened, lines);
      if (restored === "there") throw refusal(409, there);
      return restored === "restored";
    });
  });
  // This site takes nobody's word: it judges every receipt itself.
  checks.sweep(Date.now() + 1);
  return answer;
});
