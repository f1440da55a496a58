// What the bench asks of its page.
import { type Budget, measure } from "./measure";
import { peakFlops } from "./peak";
import { type PeerName, peers } from "./peers";
import { type Asked, problemOf } from "./problem";

const bench = {
  peakFlops,
  async measurePeer({ peer, ...asked }: Asked & { peer: PeerName }, budget: Budget) {
    return measure(await peers[peer].load(), await problemOf(asked), budget);
  },
};

declare global {
  var nextPassBench: typeof bench;
}

globalThis.nextPassBench = bench;
