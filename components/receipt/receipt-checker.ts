import type { FromChecker, ToChecker } from "./check-report";

// Receipts that wait to be checked, and up to two workers that check them.

type Job = { id: number; packed: string; stopped: boolean };

type Seat = { checker: Checker; job: Job | null };

/** Two replays leave the page itself a core on most devices. */
const mostSeats = 2;

type Hear = (id: number, message: FromChecker | { kind: "begun" }) => void;

/** Opens no worker before there is something to check. */
export function createCheckQueue(hear: Hear) {
  let waiting: Job[] = [];
  let seats: Seat[] = [];
  let most = mostSeats;

  function openSeat(): Seat {
    const seat: Seat = { checker: startChecker(onMessage, onDeath), job: null };
    function onMessage(message: FromChecker) {
      const { job } = seat;
      if (!job) return;
      const over = message.kind === "checked" || message.kind === "problem";
      if (over) seat.job = null;
      hear(job.id, message);
      if (over) advance();
    }
    function onDeath(problem: string, heard: boolean) {
      seats = seats.filter((one) => one !== seat);
      const { job } = seat;
      // A second worker that cannot be loaded leaves its work to the first.
      if (job && !heard && seats.length > 0) {
        most = seats.length;
        waiting.unshift(job);
      } else if (job) hear(job.id, { kind: "problem", problem, again: true });
      advance();
    }
    seats.push(seat);
    return seat;
  }

  function freeSeat(): Seat | null {
    const free = seats.find(({ job }) => job === null);
    return free ?? (seats.length < most ? openSeat() : null);
  }

  function advance() {
    while (waiting.length > 0) {
      const seat = freeSeat();
      if (!seat) return;
      const job = waiting.shift()!;
      seat.job = job;
      hear(job.id, { kind: "begun" });
      seat.checker.check(job.packed);
      if (job.stopped) seat.checker.stop();
    }
  }

  return {
    add(id: number, packed: string) {
      waiting.push({ id, packed, stopped: false });
      advance();
    },
    /** Ends the replay of a receipt, or leaves it out where it has not begun. */
    stop(id: number) {
      const seat = seats.find(({ job }) => job?.id === id);
      seat?.checker.stop();
      for (const job of waiting) if (job.id === id) job.stopped = true;
    },
    /** Forgets all work and lets the workers go. */
    clear() {
      waiting = [];
      for (const { checker } of seats) checker.close();
      seats = [];
      most = mostSeats;
    },
  };
}

// The page's line to one checking worker.

/** A worker that says nothing for so many seconds while it checks is taken for dead. */
const patience = 60;

type Checker = {
  check(packed: string): void;
  stop(): void;
  close(): void;
};

/**
 * Starts a worker. `onDeath` is called once, where it ends by itself, with a sentence and
 * whether it was ever heard.
 */
function startChecker(
  onMessage: (message: FromChecker) => void,
  onDeath: (why: string, heard: boolean) => void,
): Checker {
  const worker = new Worker(new URL("./receipt-check-worker.ts", import.meta.url), {
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
