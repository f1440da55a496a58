// Runs after `next build`: completes the pages of what `next start` serves.
import { finishPages } from "./finish-pages";
import { serverBuild, writeOffline } from "./write-offline";

await finishPages(serverBuild);
await writeOffline(serverBuild);
