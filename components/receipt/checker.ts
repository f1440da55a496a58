// The page's line to one checking worker.
import type { FromChecker, ToChecker } from "./check-message";

/** A worker that says nothing for so many seconds while it checks is taken for dead. */
const patience = 60;

export type Checker = {
  check(packed: string): void;
  stop(): void;
  close(): void;
};

/**
 * Starts a worker. `onDeath` is called once, where it ends by itself, with a sentence and
 * whether it was ever heard.
 */
export function startChecker(
  onMessage: (message: FromChecker) => void,
  onDeath: (why: string, heard: boolean) => void,
): Checker {
  const worker = new Worker(new URL("./check-worker.ts", import.meta.url), {
    type: "module",
  });
  const post = (message: ToChecker) => worker.postMessage(message);
  let pulse: ReturnType<typeof setInterval> | undefined;
  let heard = false;
  let silence = 0;
  let open = true;

  const close = () => {
    open = false;
    clearInterval(pulse);
    worker.terminate();
  };
  const die = (why: string) => {
    if (!open) return;
    close();
    onDeath(why, heard);
  };
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    die(
      heard
        ? "The check stopped by itself, which says nothing of the receipt."
        : "The check could not be loaded. Try again once you are online.",
    );
  });
  worker.addEventListener("message", ({ data }: MessageEvent<FromChecker>) => {
    if (!open) return;
    heard = true;
    silence = 0;
    if (data.kind === "checked" || data.kind === "problem") clearInterval(pulse);
    onMessage(data);
  });
  return {
    check(packed) {
      silence = 0;
      // Ticks are counted, not time: a computer that wakes from sleep has missed them.
      pulse = setInterval(() => {
        silence += 1;
        if (silence > patience) die("The check no longer answers. Try again.");
      }, 1000);
      post({ kind: "check", packed });
    },
    stop: () => post({ kind: "stop" }),
    close,
  };
}
