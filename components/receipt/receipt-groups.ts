// Receipts by the link that they bear: those of the link that was sent, then all others.
import type { ListedReceipt } from "./listed-receipt";

/** Receipts that bear one link. */
export type ReceiptGroup = {
  /** The link; "" for those that are not opened, or cannot be. */
  link: string;
  title: string;
  /** How they are judged, in a sentence or two; "" where nothing can be said. */
  says: string;
  receipts: readonly ListedReceipt[];
};

const asks = (goals: readonly string[]) =>
  goals.length > 0 ? goals.join(" · ") : "no goal";

/** Decides where a group stands, and what is said of it. */
function kindOf({ summary }: ListedReceipt): "sent" | "other" | "own word" | "unread" {
  if (!summary) return "unread";
  const { judging, assignment } = summary;
  if (!judging) return "own word";
  return judging.link === assignment ? "sent" : "other";
}

const kinds = ["sent", "other", "own word", "unread"] as const;

function groupOf(receipts: readonly [ListedReceipt, ...ListedReceipt[]]): ReceiptGroup {
  const [first] = receipts;
  const { summary } = first;
  if (!summary) {
    return { link: "", title: "Not opened, or not readable", says: "", receipts };
  }
  const { assignment: link, title, goals, differs, judging } = summary;
  const by = judging?.from === "class" ? "the link of the class" : "the link you sent";
  const says = {
    sent: `This is ${by}: ${asks(goals)}.`,
    other: `Another link, judged by ${by}: ${differs.join("; ")}.`,
    "own word": `No link of yours judges these. Their own word: ${asks(goals)}.`,
    unread: "",
  }[kindOf(first)];
  return { link, title, says, receipts };
}

/** Groups receipts by their links; within a group they keep their order. */
export function groupReceipts(receipts: readonly ListedReceipt[]): ReceiptGroup[] {
  const byLink = new Map<string, [ListedReceipt, ...ListedReceipt[]]>();
  for (const receipt of receipts) {
    const { summary } = receipt;
    // The class of a receipt may have given its link another wording since.
    const key = summary ? `${summary.assignment} ${summary.judging?.link}` : "";
    const group = byLink.get(key);
    if (group) group.push(receipt);
    else byLink.set(key, [receipt]);
  }
  return [...byLink.values()]
    .toSorted(
      ([one], [other]) => kinds.indexOf(kindOf(one)) - kinds.indexOf(kindOf(other)),
    )
    .map(groupOf);
}
