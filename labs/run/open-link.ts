import { readOwn } from "../formula/read-own";
import { parseRunWith } from "./link";
import type { Run } from "./run";

/** Reads a query string, with readers' own formulas: see `parseRunWith`. */
export const parseRun = (query: string, base: Run) => parseRunWith(readOwn, query, base);
