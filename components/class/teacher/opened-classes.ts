"use client";
// The classes whose teacher this browser is or was: names only, nothing that opens them.
import * as z from "zod";
import { createBrowserStore } from "@/components/kit/browser-store";
import { readerOf } from "@/content/class/message-fields";
import { hasServer } from "@/content/site-path";

const openedClass = z.object({ classId: z.string(), name: z.string() });

type OpenedClass = z.infer<typeof openedClass>;

const mostOpened = 100;

const none: readonly OpenedClass[] = [];

const parseOpened = readerOf<readonly OpenedClass[]>(
  z.array(openedClass).transform((classes) => classes.slice(0, mostOpened)),
);

const store = createBrowserStore<readonly OpenedClass[]>({
  key: "next-pass-opened-classes",
  none,
  // Another copy of the site may lie on the same host, and have its server.
  parse: hasServer ? parseOpened : () => none,
  format: JSON.stringify,
});

/** The latest first. */
export const useOpenedClasses = store.useValue;

/** Takes a class off the list. */
export const forgetOpened = (classId: string) =>
  store.change((classes) => classes.filter((one) => one.classId !== classId));

/** Puts a class first, or leaves it where it is under the same name. */
export const keepOpened = (opened: OpenedClass) =>
  store.change((classes) => {
    const known = classes.some(
      ({ classId, name }) => classId === opened.classId && name === opened.name,
    );
    if (known) return classes;
    const others = classes.filter(({ classId }) => classId !== opened.classId);
    return [opened, ...others].slice(0, mostOpened);
  });
