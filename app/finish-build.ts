// Runs after `next build`: completes the pages of what `next start` serves.
import { finishPages } from "./finish-pages";

await finishPages({ pages: ".next/server/app", next: ".next" });
