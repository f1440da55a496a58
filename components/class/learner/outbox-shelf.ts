// Keeps the outbox's entries in the browser's storage, each under a name of its own, so that
// two tabs never overwrite each other's. Of an entry that went in the key stays for a while.
import * as z from "zod";
import { readerOf } from "@/content/class/message-fields";
import { type OutboxEntry, parseEntry } from "./outbox-entry";

export type EntryStorage = Pick<
  Storage,
  "length" | "key" | "getItem" | "setItem" | "removeItem"
>;

const prefix = "next-pass-outbox-";

/** The most entries that went in whose keys stay. */
const mostSent = 100;

/** Stays of an entry that went in: when that was. */
const parseSent = readerOf(z.object({ sent: z.number() }));

const sentAt = (text: string): number | null => parseSent(text)?.sent ?? null;

/** Whether a name in the browser's storage is one of the outbox's. */
export const isOutboxName = (name: string) => name.startsWith(prefix);

/** A shelf in `storage`; an entry that it refuses is kept as long as the shelf itself. */
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
      // Storage is blocked: there is only what could not be kept.
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
      // Storage is blocked: nothing is there.
    }
  }

  return {
    remove,
    put: (entry: OutboxEntry) => write(entry.key, JSON.stringify(entry)),

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

    /** Entries that wait or were refused, oldest first; the keys of those that went in. */
    all() {
      const entries: OutboxEntry[] = [];
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
