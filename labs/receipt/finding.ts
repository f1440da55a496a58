// What a check has to say, line by line.

export type Finding = {
  about: "seed" | "settings" | "weights" | "curve" | "replay" | "goal" | "answer";
  /** "unsure" is no accusation: it could be either, and the sentence says why. */
  verdict: "good" | "bad" | "unsure";
  /** One sentence for the reader. */
  says: string;
};

/** A finding that leaves no doubt. */
export const finding = (
  about: Finding["about"],
  good: boolean,
  says: string,
): Finding => ({ about, verdict: good ? "good" : "bad", says });

/**
 * "confirmed": all goals are met, and the replay gives the receipt's numbers; "not met": it
 * does, and a goal is not met; "unconfirmed": nothing speaks against it, yet no replay
 * speaks for it; "contradicted": something in it cannot be.
 */
export type Verdict = "confirmed" | "not met" | "unconfirmed" | "contradicted";

/** The finding that decides, and what it decides. The order of `findings` does not count. */
export function verdictOf(findings: readonly Finding[]): {
  verdict: Verdict;
  decided: Finding | null;
} {
  const first = (test: (finding: Finding) => boolean) => findings.find(test) ?? null;
  const wrong = first(({ about, verdict }) => verdict === "bad" && about !== "goal");
  if (wrong) return { verdict: "contradicted", decided: wrong };
  const unmet = first(({ verdict }) => verdict === "bad");
  if (unmet) return { verdict: "not met", decided: unmet };
  const unsure = first(({ verdict }) => verdict === "unsure");
  if (unsure) return { verdict: "unconfirmed", decided: unsure };
  return { verdict: "confirmed", decided: first(({ about }) => about === "replay") };
}
