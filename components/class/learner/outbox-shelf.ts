// Where the outbox keeps its entries: each under a name of its own, so that two tabs never
// write over each other's. Of what went in, only the key stays for a while.
import { isFields } from "@/content/fields";
import { type Entry, parseEntry } from "./outbox-entry";

export type EntryStorage = Pick<
  Storage,
  "length" | "key" | "getItem" | "setItem" | "removeItem"
>;

const prefix = "next-pass-outbox-";

/** Of how many entries that went in the keys are known. */
const mostSent = 100;

function sentAt(text: string): number | null {
  try {
    const found: unknown = JSON.parse(text);
    return isFields(found) && typeof found.sent === "number" ? found.sent : null;
  } catch {
    return null;
  }
}

/** Whether a name in the browser's storage is one of the outbox's. */
export const isOutboxName = (name: string) => name.startsWith(prefix);

/** A shelf in `storage`; what that refuses is kept as long as the shelf itself. */
export function createShelf(storage: () => EntryStorage) {
  const unkept = new Map<string, string>();

  function read(): Map<string, string> {
    const texts = new Map<string, string>();
    try {
      const stored = storage();
      for (let at = 0; at < stored.length; at += 1) {
        const name = stored.key(at) ?? "";
        if (isOutboxName(name)) {
          texts.set(name.slice(prefix.length), stored.getItem(name) ?? "");
        }
      }
    } catch {
      // Blocked: there is only what could not be kept.
    }
    for (const [key, text] of unkept) texts.set(key, text);
    return texts;
  }

  function write(key: string, text: string) {
    try {
      storage().setItem(prefix + key, text);
      unkept.delete(key);
    } catch {
      unkept.set(key, text);
    }
  }

  function remove(key: string) {
    unkept.delete(key);
    try {
      storage().removeItem(prefix + key);
    } catch {
      // Blocked: nothing is there.
    }
  }

  return {
    remove,
    put: (entry: Entry) => write(entry.key, JSON.stringify(entry)),

    /** Keeps of an entry only that it went in. */
    settle(key: string, at: number) {
      // A full storage takes the shorter text once the longer one is gone.
      remove(key);
      write(key, JSON.stringify({ sent: at }));
      const sent = [...read()].flatMap(([key, text]) => {
        const at = sentAt(text);
        return at === null ? [] : [{ key, at }];
      });
      const old = sent.sort((one, other) => other.at - one.at).slice(mostSent);
      for (const { key } of old) remove(key);
    },

    /** What waits or was refused, oldest first; the keys of what went in. */
    all() {
      const entries: Entry[] = [];
      const sent = new Set<string>();
      for (const [key, text] of read()) {
        if (sentAt(text) !== null) sent.add(key);
        else {
          const entry = parseEntry(text);
          if (entry?.key === key) entries.push(entry);
        }
      }
      entries.sort((one, other) => one.at - other.at);
      return { entries, sent };
    },

    /** Whether the browser keeps an entry beyond this page. */
    keeps: (key: string) => !unkept.has(key),
  };
}

export type Shelf = ReturnType<typeof createShelf>;
