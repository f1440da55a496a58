// Checks receipts beside the page: those that wait, and up to two workers at work.
import { watchWorker } from "@/labs/engine/watchdog";
import type { CheckReport, CheckRequest, ToCheck } from "./check-report";

type Job = { id: number; check: ToCheck; stopped: boolean };

type Seat = { worker: CheckWorker; job: Job | null };

/** Two replays leave the page itself a core on most devices. */
const mostSeats = 2;

/** Opens no worker before there is something to check; `hear` is told of each receipt by its id. */
export function createReceiptChecker(
  hear: (id: number, report: CheckReport | { kind: "begun" }) => void,
) {
  let waiting: Job[] = [];
  let seats: Seat[] = [];
  let most = mostSeats;

  function openSeat(): Seat {
    const seat: Seat = { worker: startWorker(onReport, onDeath), job: null };
    function onReport(report: CheckReport) {
      const { job } = seat;
      if (!job) return;
      const over = report.kind === "checked" || report.kind === "problem";
      if (over) seat.job = null;
      hear(job.id, report);
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
      seat.worker.check(job.check);
      if (job.stopped) seat.worker.stop();
    }
  }

  return {
    add(id: number, check: ToCheck) {
      waiting.push({ id, check, stopped: false });
      advance();
    },
    /** Ends the replay of a receipt, or leaves it out where it has not begun. */
    stop(id: number) {
      const seat = seats.find(({ job }) => job?.id === id);
      seat?.worker.stop();
      for (const job of waiting) if (job.id === id) job.stopped = true;
    },
    /** Forgets all work and lets the workers go. */
    clear() {
      waiting = [];
      for (const { worker } of seats) worker.close();
      seats = [];
      most = mostSeats;
    },
  };
}

/** In seconds: a worker at work that says nothing for so long is taken for dead. */
const patience = { first: 60, later: 60 };

type CheckWorker = {
  check(check: ToCheck): void;
  stop(): void;
  close(): void;
};

/**
 * Starts a worker. `onDeath` is called once, where it ends by itself, with a sentence and
 * whether it was ever heard.
 */
function startWorker(
  onReport: (report: CheckReport) => void,
  onDeath: (problem: string, heard: boolean) => void,
): CheckWorker {
  const worker = new Worker(new URL("./receipt-check-worker.ts", import.meta.url), {
    type: "module",
  });
  const post = (request: CheckRequest) => worker.postMessage(request);
  const watchdog = watchWorker(worker, {
    patience,
    onDeath: (why, heard) =>
      onDeath(
        why === null
          ? "The check no longer answers. Try again."
          : heard
            ? "The check stopped by itself, which says nothing of the receipt."
            : "The check could not be loaded. Try again once you are online.",
        heard,
      ),
  });
  worker.addEventListener("message", ({ data }: MessageEvent<CheckReport>) => {
    if (data.kind === "checked" || data.kind === "problem") watchdog.rest();
    onReport(data);
  });
  return {
    check(check) {
      watchdog.watch();
      post({ kind: "check", ...check });
    },
    stop: () => post({ kind: "stop" }),
    close: watchdog.end,
  };
}
