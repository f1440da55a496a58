// Fetches receipts that were handed in to a class.
import type { ClassReceipt } from "./receipt-address";
import type { Received } from "./row";

const onlyFor =
  "A class’s receipts are shown to its teacher and to the learner who handed them in, on a browser where they opened or joined the class.";

const unloaded =
  "This part of the page could not be loaded. Try again once you are online.";

/** Asks the site's server, as whom this browser's cookies say. Never rejects. */
export async function fetchReceipt({
  classId,
  receiptId,
}: ClassReceipt): Promise<Received | { problem: string }> {
  // Loaded late: most who come here have no class.
  const api = await import("../class/api").catch(() => null);
  if (!api) return { problem: unloaded };
  const answer = await api.readReceipt(classId, receiptId);
  if (answer.ok) {
    const { packed, name } = answer.value;
    return { packed, file: "", handedInBy: name };
  }
  const refused = answer.status === 401 || answer.status === 403;
  return { problem: refused ? `${answer.problem} ${onlyFor}` : answer.problem };
}

/** Fetches several, one after the other, and says why some are missing. */
export async function fetchReceipts(links: readonly ClassReceipt[]) {
  const received: Received[] = [];
  const problems = new Map<string, number>();
  for (const link of links) {
    const found = await fetchReceipt(link);
    if (!("problem" in found)) received.push(found);
    else problems.set(found.problem, (problems.get(found.problem) ?? 0) + 1);
  }
  const leftOut = [...problems].map(
    ([problem, count]) => `Left out, ${count} from a class: ${problem}`,
  );
  return { received, leftOut };
}
