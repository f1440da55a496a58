import type { Pace } from "./engine";

// Leads a training at a pace, whichever worker it is in.

type Order = { kind: "more"; passes: number } | { kind: "hold" } | { kind: "give" };

export type Lead = ReturnType<typeof leadAt>;

/** Allows a training what `pace` gives, each time once it stands still. */
export function leadAt(pace: Pace) {
  let post: ((order: Order) => void) | null = null;
  /** Whether it trains at full speed, or will once it is in another worker. */
  let free = false;
  let given = false;
  let left = false;
  let rests = () => {};

  async function lead() {
    while (!left) {
      const { passes, withdrawn } = await pace();
      if (left) return;
      const rest = new Promise<void>((resolve) => {
        rests = resolve;
      });
      free = passes === Number.POSITIVE_INFINITY;
      post?.({ kind: "more", passes });
      void withdrawn?.then(() => {
        free = false;
        post?.({ kind: "hold" });
      });
      await rest;
    }
  }

  return {
    /** Gives its orders to `next` from now on; `fail` hears where the pace breaks. */
    follow(next: (order: Order) => void, fail: (error: Error) => void) {
      const isFirst = post === null;
      post = next;
      given = false;
      if (isFirst) lead().catch(fail);
      else if (free) post({ kind: "more", passes: Number.POSITIVE_INFINITY });
      else rests();
    },
    /** The training stands still. */
    rests: () => rests(),
    /** Asks the worker to give it away, where that loses no time; tells whether it did. */
    give(): boolean {
      if (!free || given) return false;
      given = true;
      post?.({ kind: "give" });
      return true;
    },
    /** Leads no further. */
    leave() {
      left = true;
      rests();
    },
  };
}
