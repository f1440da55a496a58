import type { LabState } from "./lab-state";
import type { Side } from "./side";
import type { LabControls } from "./use-lab";

/** What every view of a lab is given; `side` is the one of `state.sides` to show. */
export type ViewProps = { state: LabState; side: Side; controls: LabControls };
