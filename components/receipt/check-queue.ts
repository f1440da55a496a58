// Receipts that wait to be checked, and up to two workers that check them.
import type { FromChecker } from "./check-message";
import { type Checker, startChecker } from "./checker";

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
