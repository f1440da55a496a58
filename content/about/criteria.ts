// How the site meets each success criterion of WCAG 2.2 at levels A and AA, and what shows
// it: tests by their file and title (a `…` stands for what differs), rules of axe, or a look
// by hand with its date. The tests compare all of it with the truth.

export type Conformance = "supports" | "partly" | "fails" | "none";

/** A test below `tests/`. */
export type Shown = { file: string; title: string };

export type Criterion = {
  /** As in "1.4.3". */
  id: string;
  name: string;
  level: "A" | "AA";
  conformance: Conformance;
  /** In plain words: what meets it, or what does not. */
  says: string;
  tests: readonly Shown[];
  /** When somebody looked at it by hand, "2026-11-30"; null where tests alone show it. */
  looked: string | null;
};

/** When this report was last gone through from end to end. */
export const reportDate = "2026-11-30";

/** What each test that is named shows of the site. */
const shown = {
  everyPage: {
    file: "journey/page.spec.ts",
    title: "axe finds nothing: …, narrow and wide, light and dark",
  },
  inUse: {
    file: "journey/page.spec.ts",
    title: "axe finds nothing on a page in use, nor on one that is not there",
  },
  wrongLook: {
    file: "journey/page.spec.ts",
    title: "what is wrong in one look alone, or in a frame, is found",
  },
  links: {
    file: "journey/page.spec.ts",
    title: "every link of every page, as it is served, leads somewhere",
  },
  kit: {
    file: "journey/kit.spec.ts",
    title: "axe finds nothing in any piece of the kit, … px",
  },
  forced: {
    file: "journey/kit.spec.ts",
    title: "forced colours still tell the chosen part of a strip",
  },
  targets: {
    file: "journey/kit.spec.ts",
    title: "every control of the kit is large enough to be hit",
  },
  dialog: {
    file: "journey/kit.spec.ts",
    title: "a dialog takes the focus, closes on Escape and gives the focus back",
  },
  asksFirst: {
    file: "journey/kit.spec.ts",
    title: "what cannot be undone asks first, and tells what went wrong",
  },
  largeText: {
    file: "journey/kit.spec.ts",
    title: "text of twice the size leaves no piece wider than the screen",
  },
  tabs: {
    file: "journey/kit.spec.ts",
    title: "arrow keys walk along the tabs and show them",
  },
  longWords: {
    file: "journey/other-words.spec.ts",
    title: "in longer words, and from right to left, … is all there at 320 px",
  },
  labByKeys: {
    file: "journey/lab.spec.ts",
    title: "a lab is trained, paused and stepped by keyboard alone",
  },
  neuron: {
    file: "journey/lab.spec.ts",
    title: "a neuron's numbers are reached and read with the keyboard",
  },
  cross: {
    file: "journey/network-lab.spec.ts",
    title: "a cross moved with the arrow keys reads the map, and is told once",
  },
  points: {
    file: "journey/network-lab.spec.ts",
    title: "points are drawn, chosen, removed and typed by keyboard alone",
  },
  outlier: {
    file: "journey/loss-lab.spec.ts",
    title: "an outlier is moved, typed, turned and removed by keyboard alone",
  },
  weights: {
    file: "journey/network-lab.spec.ts",
    title: "a weight is reached by its line, typed, linked, kept by Reset and given back",
  },
  digit: {
    file: "journey/pictures-lab.spec.ts",
    title: "a digit is drawn, erased and undone with the keyboard alone",
  },
  testImage: {
    file: "journey/pictures-lab.spec.ts",
    title: "a test image is taken as it is, and changed",
  },
  question: {
    file: "journey/quiz.spec.ts",
    title: "“…” is answered by keyboard alone: wrong, explained, and then right",
  },
  assign: {
    file: "journey/assign.spec.ts",
    title: "an assignment is made by keyboard alone",
  },
  assigned: {
    file: "journey/assignment.spec.ts",
    title: "an assignment is done by keyboard alone",
  },
  receipt: {
    file: "journey/receipt.spec.ts",
    title: "everything is done by keyboard alone",
  },
  board: {
    file: "journey/class.spec.ts",
    title: "a class is opened and its board used by keyboard alone",
  },
  graded: {
    file: "journey/graded.spec.ts",
    title: "graded questions are assigned, answered and scored by keyboard alone",
  },
  term: {
    file: "journey/search.spec.ts",
    title: "a term of a lesson shows what it means, by keyboard and by pointer",
  },
  search: {
    file: "journey/search.spec.ts",
    title: "the search finds a term by another name and leads there, … px",
  },
  searchFocus: {
    file: "journey/search.spec.ts",
    title:
      "Escape closes the search and gives the focus back; its index is loaded once, and enough offline",
  },
  glossary: {
    file: "journey/search.spec.ts",
    title: "the glossary holds every term, and a menu of the phone leads to the pages",
  },
  outOfBounds: {
    file: "journey/lab.spec.ts",
    title: "a setting that is out of bounds is explained and not taken",
  },
  badLink: {
    file: "journey/lab.spec.ts",
    title: "bad text in a link is named, and the lab opens all the same",
  },
  csv: {
    file: "journey/network-lab.spec.ts",
    title: "a CSV becomes points, each bad one is explained, and nothing is lost",
  },
  resetAsks: {
    file: "journey/progress.spec.ts",
    title: "a reset asks first, by keyboard alone, and can be undone",
  },
  vowel: {
    file: "journey/sound-lab.spec.ts",
    title: "a vowel is heard, seen as 32 bands and described, by keyboard too",
  },
  stillEnd: {
    file: "journey/home.spec.ts",
    title: "with reduced motion the end of the run is shown at once",
  },
  slow: {
    file: "journey/shelf.spec.ts",
    title: "at 10 passes per second the loss can be watched, and full speed ends it",
  },
  ownCode: {
    file: "journey/join.spec.ts",
    title: "a learner on the list comes in by a code alone, on two devices, as one",
  },
  byEar: {
    file: "journey/by-ear.spec.ts",
    title:
      "a lab is heard once that is switched on, by keyboard alone, and silenced at once",
  },
  pitch: {
    file: "labs/sound/by-ear.test.ts",
    title: "a lower loss is never higher in pitch, and each tenth is as far down",
  },
  contrast: {
    file: "content/about/criteria.test.ts",
    title: "edges of controls, the focus and lines stand out by 3 to 1, day and night",
  },
  sources: {
    file: "content/about/criteria.test.ts",
    title:
      "nothing plays by itself, locks the screen, moves with the device or takes bare keys",
  },
} as const satisfies Record<string, Shown>;

type ShownName = keyof typeof shown;

/** `id name`, what is found, in words, by which tests, and when by hand. */
function criterion(
  level: "A" | "AA",
  named: string,
  conformance: Conformance,
  says: string,
  names: readonly ShownName[] = [],
  looked: string | null = null,
): Criterion {
  const [id = ""] = named.split(" ");
  const tests = names.map((name) => shown[name]);
  return {
    ...{ id, name: named.slice(id.length + 1), level, conformance, says, tests, looked },
  };
}

const today = reportDate;

const perceivable: readonly Criterion[] = [
  criterion(
    "A",
    "1.1.1 Non-text Content",
    "partly",
    "Figures have a text, curves a table, and a cross moved by keys reads a map point by point. “By ear”, switched on by the reader, plays a curve as pitch and sweeps a line over a map, whose words tell the same. The small map in each neuron and the stills of cards have a name alone, not a description of what they show.",
    ["everyPage", "cross", "neuron", "vowel", "byEar", "pitch"],
  ),
  criterion(
    "A",
    "1.2.1 Audio-only and Video-only (Prerecorded)",
    "supports",
    "There is no recording. Vowels that the lab of sounds makes are drawn and described.",
    ["vowel"],
  ),
  ...[
    "1.2.2 Captions (Prerecorded)",
    "1.2.3 Audio Description or Media Alternative (Prerecorded)",
  ].map((named) => criterion("A", named, "none", "There is no video.", [], today)),
  ...["1.2.4 Captions (Live)", "1.2.5 Audio Description (Prerecorded)"].map((named) =>
    criterion("AA", named, "none", "There is no video, and nothing live.", [], today),
  ),
  criterion(
    "A",
    "1.3.1 Info and Relationships",
    "supports",
    "Headings, lists, tables with heads, groups and labels are marked as what they are.",
    ["everyPage", "inUse", "kit"],
  ),
  criterion(
    "A",
    "1.3.2 Meaningful Sequence",
    "supports",
    "The order of the page’s source is the order of reading; styles place what stands beside it.",
    ["labByKeys"],
    today,
  ),
  criterion(
    "A",
    "1.3.3 Sensory Characteristics",
    "partly",
    "Controls are called by their names. Some sentences of lessons say where a view stands beside its name.",
    [],
    today,
  ),
  criterion("AA", "1.3.4 Orientation", "supports", "No page asks for one.", ["sources"]),
  criterion(
    "AA",
    "1.3.5 Identify Input Purpose",
    "supports",
    "The one thing asked about a reader is a name; its field says so to the browser.",
    ["everyPage", "sources"],
  ),
  criterion(
    "A",
    "1.4.1 Use of Color",
    "supports",
    "The classes differ by shape, train and test by dash, what is right and wrong by a sign.",
    ["everyPage", "forced"],
    today,
  ),
  criterion(
    "A",
    "1.4.2 Audio Control",
    "supports",
    "Nothing sounds by itself. A vowel lasts less than three seconds; a lab by ear sounds once that is switched on, and Escape silences it.",
    ["sources", "vowel", "byEar"],
  ),
  criterion(
    "AA",
    "1.4.3 Contrast (Minimum)",
    "supports",
    "Looked for on every page, by day and by night. Letters in drawings are judged by axe where it can.",
    ["everyPage", "wrongLook", "kit"],
  ),
  criterion(
    "AA",
    "1.4.4 Resize Text",
    "supports",
    "With letters of twice the size no page is wider than the screen.",
    ["everyPage", "largeText"],
  ),
  criterion(
    "AA",
    "1.4.5 Images of Text",
    "supports",
    "There are none; formulas are text.",
    [],
    today,
  ),
  criterion(
    "AA",
    "1.4.10 Reflow",
    "supports",
    "At 320 px no page scrolls sideways, with words longer by 60 % either; wide tables scroll in their own boxes.",
    ["everyPage", "longWords"],
  ),
  criterion(
    "AA",
    "1.4.11 Non-text Contrast",
    "partly",
    "Edges of controls, the focus and the lines of charts stand out by 3 to 1. The shades of a map fade into each other where the network is unsure: there its number tells more.",
    ["contrast", "cross"],
  ),
  criterion(
    "AA",
    "1.4.12 Text Spacing",
    "partly",
    "Words longer by 60 % with marks above and below are all there at 320 px. The criterion’s own four spacings have not been tried.",
    ["longWords", "everyPage"],
  ),
  criterion(
    "AA",
    "1.4.13 Content on Hover or Focus",
    "supports",
    "What a term means stays while it is pointed at, can be pointed at itself, and goes by Escape.",
    ["term"],
  ),
];

const operable: readonly Criterion[] = [
  criterion(
    "A",
    "2.1.1 Keyboard",
    "supports",
    "Training, maps, weights, own points, drawings, questions, assignments, receipts and classes are used by keyboard alone.",
    [
      "labByKeys",
      "cross",
      "points",
      "outlier",
      "digit",
      "question",
      "assign",
      "assigned",
      "receipt",
      "board",
      "graded",
    ],
  ),
  criterion(
    "A",
    "2.1.2 No Keyboard Trap",
    "supports",
    "Tab leaves every map, table and field; Escape closes what lies over the page.",
    ["dialog", "searchFocus", "assign", "graded"],
  ),
  criterion(
    "A",
    "2.1.4 Character Key Shortcuts",
    "supports",
    "The only shortcut of a page is Ctrl or ⌘ with K.",
    ["sources"],
  ),
  criterion(
    "A",
    "2.2.1 Timing Adjustable",
    "partly",
    "Lessons, labs and questions know no time. A graded quiz may have minutes that its teacher sets: the teacher cannot give a single learner more of them.",
    ["everyPage"],
    today,
  ),
  criterion(
    "A",
    "2.2.2 Pause, Stop, Hide",
    "supports",
    "Nothing moves before it is started. A training can be paused, and slowed; with reduced motion a card shows its end at once.",
    ["labByKeys", "slow", "stillEnd"],
  ),
  criterion(
    "A",
    "2.3.1 Three Flashes or Below Threshold",
    "partly",
    "Not measured. A map may change its colours often in a second while a run diverges; the speed can be set to 10 passes per second, and a run paused.",
    ["slow"],
  ),
  criterion(
    "A",
    "2.4.1 Bypass Blocks",
    "supports",
    "The first link skips to the content; regions and headings are marked.",
    ["everyPage"],
  ),
  criterion("A", "2.4.2 Page Titled", "supports", "Every page has a title of its own.", [
    "everyPage",
  ]),
  criterion(
    "A",
    "2.4.3 Focus Order",
    "supports",
    "The focus goes in the order of reading, into what opens, and back from what closes.",
    ["dialog", "searchFocus", "assign", "resetAsks"],
  ),
  criterion(
    "A",
    "2.4.4 Link Purpose (In Context)",
    "supports",
    "Every link has a name, and leads somewhere.",
    ["everyPage", "links"],
  ),
  criterion(
    "AA",
    "2.4.5 Multiple Ways",
    "supports",
    "Menu, search, glossary and the lists of lessons, labs and cases.",
    ["search", "glossary"],
  ),
  criterion(
    "AA",
    "2.4.6 Headings and Labels",
    "supports",
    "They name what follows.",
    [],
    today,
  ),
  criterion(
    "AA",
    "2.4.7 Focus Visible",
    "supports",
    "An outline of 3 px in the accent’s colour, as the kit draws it; it stands out by 3 to 1.",
    ["contrast"],
    today,
  ),
  criterion(
    "AA",
    "2.4.11 Focus Not Obscured (Minimum)",
    "partly",
    "The bar of a lab and that of a lesson stay in sight; what is scrolled to keeps clear of them. That no control is ever wholly under one has not been tried on every page.",
    ["labByKeys"],
  ),
  criterion(
    "A",
    "2.5.1 Pointer Gestures",
    "partly",
    "No gesture has two fingers. A digit is drawn along a path, as it is by nature; by keyboard it is drawn cell by cell, and a test image can be taken instead.",
    ["digit", "testImage"],
  ),
  criterion(
    "A",
    "2.5.2 Pointer Cancellation",
    "partly",
    "Buttons and links act when the pointer is let go. The board for digits draws at the press: that can be undone.",
    ["digit"],
    today,
  ),
  criterion(
    "A",
    "2.5.3 Label in Name",
    "partly",
    "Names begin with what is seen. axe’s rule for it is an experiment and not run.",
    [],
    today,
  ),
  criterion(
    "A",
    "2.5.4 Motion Actuation",
    "none",
    "Nothing is moved by moving the device.",
    ["sources"],
  ),
  criterion(
    "AA",
    "2.5.7 Dragging Movements",
    "supports",
    "Points and outliers that can be dragged can be typed, weights too.",
    ["points", "outlier", "weights"],
  ),
  criterion(
    "AA",
    "2.5.8 Target Size (Minimum)",
    "partly",
    "Every control of the kit is 24 px high and wide at least. Points, neurons and lines in drawings may be smaller: each can be reached and changed by keys or typed.",
    ["targets", "neuron", "points"],
  ),
];

const understandable: readonly Criterion[] = [
  criterion(
    "A",
    "3.1.1 Language of Page",
    "supports",
    "Every page says that it is English.",
    ["everyPage"],
  ),
  criterion(
    "AA",
    "3.1.2 Language of Parts",
    "supports",
    "All parts are English, apart from names.",
    ["everyPage"],
    today,
  ),
  criterion(
    "A",
    "3.2.1 On Focus",
    "supports",
    "The focus alone changes nothing but what is told of a place.",
    ["term", "neuron"],
  ),
  criterion(
    "A",
    "3.2.2 On Input",
    "supports",
    "A setting changes the run, its pictures and its link, and leads nowhere else.",
    ["outOfBounds"],
    today,
  ),
  criterion(
    "AA",
    "3.2.3 Consistent Navigation",
    "supports",
    "Header, menu and footer are the same on every page.",
    ["glossary"],
    today,
  ),
  criterion(
    "AA",
    "3.2.4 Consistent Identification",
    "supports",
    "What does the same is the same piece of the kit, with the same name.",
    ["kit"],
    today,
  ),
  criterion(
    "A",
    "3.2.6 Consistent Help",
    "none",
    "The site offers no contact and no help desk: whoever runs a copy of it may.",
    [],
    today,
  ),
  criterion(
    "A",
    "3.3.1 Error Identification",
    "supports",
    "What cannot be taken is named in a sentence beside its field, and nothing else is lost.",
    ["outOfBounds", "badLink", "csv"],
  ),
  criterion("A", "3.3.2 Labels or Instructions", "supports", "Every field has a label.", [
    "everyPage",
    "inUse",
  ]),
  criterion(
    "AA",
    "3.3.3 Error Suggestion",
    "supports",
    "The sentence says what would be taken.",
    ["outOfBounds", "csv"],
  ),
  criterion(
    "AA",
    "3.3.4 Error Prevention (Legal, Financial, Data)",
    "partly",
    "What cannot be undone asks first. The last try at a graded question that is judged at once is judged without a further question.",
    ["asksFirst", "resetAsks", "graded"],
  ),
  criterion(
    "A",
    "3.3.7 Redundant Entry",
    "supports",
    "A name is typed once in a class or an assignment, and kept.",
    ["assigned"],
    today,
  ),
  criterion(
    "AA",
    "3.3.8 Accessible Authentication (Minimum)",
    "supports",
    "There are no passwords: a link or a code lets in, and both can be pasted.",
    ["ownCode"],
  ),
];

const robust: readonly Criterion[] = [
  criterion(
    "A",
    "4.1.2 Name, Role, Value",
    "supports",
    "Controls are the browser’s own where it has them; the others have names, roles and states.",
    ["everyPage", "inUse", "kit", "tabs"],
  ),
  criterion(
    "AA",
    "4.1.3 Status Messages",
    "supports",
    "How a run stands, what the map says and what went wrong is told without the focus; a training when it begins and when it is done, not by the pass.",
    ["cross", "question", "asksFirst", "byEar"],
  ),
];

/** The four principles of WCAG, each with its criteria in their order. */
export const principles: readonly { name: string; criteria: readonly Criterion[] }[] = [
  { name: "Perceivable", criteria: perceivable },
  { name: "Operable", criteria: operable },
  { name: "Understandable", criteria: understandable },
  { name: "Robust", criteria: robust },
];
