// The way into a packed site (app/build/pack-site.ts): what is written before Next has loaded
// anything is written as LOG_FORMAT says, too.
import path from "node:path";
import { tellAllAsJson } from "./server/log";

tellAllAsJson();
// Next's own file moves to its folder.
process.env.COURSE_DATA_DIR ||= path.resolve("data");
await import(new URL("server.js", import.meta.url).href);
