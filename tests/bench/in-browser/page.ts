// What the bench asks of its page.
import { peakFlops } from "./peak";
import { type PeerName, peers } from "./peers";
import { type Asked, problemOf } from "./problem";
import { openTurns, type Turns } from "./turns";

const underWay = new Map<PeerName, Turns>();

function of(peer: PeerName): Turns {
  const turns = underWay.get(peer);
  if (!turns) throw new Error(`${peer} is not open.`);
  return turns;
}

const bench = {
  peakFlops,
  /** Gives the milliseconds to the first pass, or why the peer cannot run here. */
  async open(peer: PeerName, asked: Asked): Promise<number | string> {
    const turns = await openTurns(await peers[peer].load(), await problemOf(asked));
    if (typeof turns === "string") return turns;
    underWay.set(peer, turns);
    return turns.firstPass;
  },
  warmUp: (peer: PeerName, milliseconds: number) => of(peer).warmUp(milliseconds),
  turn: (peer: PeerName, milliseconds: number) => of(peer).turn(milliseconds),
  end: (peer: PeerName) => of(peer).end(),
};

declare global {
  var nextPassBench: typeof bench;
}

globalThis.nextPassBench = bench;
