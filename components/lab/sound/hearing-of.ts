import type { Run } from "@/labs/run";
import { asBands, asWave, type Hearing } from "@/labs/sound/hearing";

/** What the network of a run on sound is given. */
export const hearingOf = ({ data }: Run): Hearing =>
  data === "waves" ? asWave : asBands;
