// A learner's vote on its way: the latest choice is sent until it is taken, or refused for good.
import { useEffect, useRef, useState } from "react";
import type * as z from "zod";
import { vote } from "@/content/class/ballot-api";
import type { ballotRequests } from "@/content/class/ballot-messages";
import { mayRetry, retryPause } from "@/content/class/class-api";

type Vote = z.infer<typeof ballotRequests.vote>;

type Sent = Vote & {
  state: "sending" | "kept" | "refused";
  /** Why it was not taken yet, or not at all: a sentence for the reader. */
  problem: string | null;
};

/** The shortest wait before the same vote is sent again, in milliseconds. */
const shortest = 1000;

/** `choose` votes, also in the place of what was chosen before; `sent` is the latest choice. */
export function useVote(classId: string) {
  const [sent, setSent] = useState<Sent | null>(null);
  const wanted = useRef<Vote | null>(null);
  const sending = useRef(false);

  useEffect(
    () => () => {
      wanted.current = null;
    },
    [],
  );

  /** One vote after the other, so that none arrives behind a later one. */
  async function send() {
    if (sending.current) return;
    sending.current = true;
    for (let failures = 0; wanted.current; ) {
      const tried = wanted.current;
      const answer = await vote(classId, tried);
      const again = !answer.ok && mayRetry(answer.status);
      failures = again ? failures + 1 : 0;
      if (wanted.current === tried) {
        if (!again) wanted.current = null;
        const state = again ? "sending" : answer.ok ? "kept" : "refused";
        setSent({ ...tried, state, problem: answer.ok ? null : answer.problem });
      }
      if (again) {
        const wait = retryPause(shortest, failures - 1, answer.wait);
        await new Promise((go) => setTimeout(go, wait));
      }
    }
    sending.current = false;
  }

  function choose(choice: Vote) {
    wanted.current = choice;
    setSent({ ...choice, state: "sending", problem: null });
    void send();
  }

  return { sent, choose };
}
