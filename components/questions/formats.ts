// The formats in which questions leave, in the order of their buttons.

/** `name`: on buttons. `says`: what its file holds, and where it goes, in a sentence. */
export const formats = {
  gift: {
    name: "GIFT",
    says: "Text, in the form in which Moodle’s question bank imports it.",
  },
  qti: {
    name: "QTI 2.1",
    says: "A zip with an item for each question and a test that asks them all, by the standard of 2012.",
  },
  canvas: {
    name: "QTI 1.2",
    says: "A zip with one quiz, in the form in which Canvas writes its own.",
  },
  cartridge: {
    name: "Cartridge",
    says: "Common Cartridge 1.3: lessons and their labs as links, and a quiz for each lesson, to fill a course in any system that takes cartridges.",
  },
  yaml: {
    name: "YAML",
    says: "Text for a copy of this site. It alone keeps hints, links from wrong answers to labs, and how numbers are drawn.",
  },
} as const;

/** A format, as its file is asked for. */
export type FormatName = keyof typeof formats;

/** All of them. */
export const formatNames = Object.keys(formats).filter((name): name is FormatName =>
  Object.hasOwn(formats, name),
);
