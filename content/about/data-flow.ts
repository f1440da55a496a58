// Everything that the site keeps, where, until when, who sees it and how it goes. The tests
// compare the names with the tables of the class store and with the code's names in browsers.

/** One kind of thing that is kept. */
export type Kept = {
  /** In a reader's words. */
  what: string;
  /** As the place itself calls it; a `…` stands for what differs. Empty where it has no name. */
  names: readonly string[];
  until: string;
  seenBy: string;
  deletedBy: string;
};

export type Place = {
  id: PlaceId;
  title: string;
  /** As the figure calls it. */
  short: string;
  says: string;
  kept: readonly Kept[];
};

export type PlaceId = "browser" | "class" | "server" | "copies" | "platform";

/** Columns of one table, as the data names them: `columns("class", "id name")`. */
const columns = (table: string, names: string) =>
  names.split(" ").map((name) => `${table}.${name}`);

const reader = "Whoever uses this browser";
const clearing = "Clear the site’s data in the browser’s settings";
const teachers = "The class’s teachers";
const both = "The learner and the class’s teachers";
const withClass = "When the class ends";

const browser: readonly Kept[] = [
  {
    what: "Your answers to the lessons’ questions, how sure you were, and when each is due again",
    names: ["next-pass-answers"],
    until: "You delete them",
    seenBy: `${reader}; a class’s teachers once you hand them in`,
    deletedBy: "“Reset everything” on the page Progress",
  },
  {
    what: "A number that decides which of two wordings of a question you are given, and says nothing of you",
    names: ["next-pass-wordings"],
    until: "You delete it",
    seenBy: reader,
    deletedBy: clearing,
  },
  {
    what: "How far you read in each lesson",
    names: ["next-pass-reading"],
    until: "You delete it",
    seenBy: reader,
    deletedBy: "“Reset everything” on the page Progress",
  },
  {
    what: "The claims that you saw hold",
    names: ["next-pass-claims"],
    until: "You delete them",
    seenBy: reader,
    deletedBy: "“Reset everything” on the page Progress",
  },
  {
    what: "Predictions that you skipped to read on",
    names: ["next-pass-read-on"],
    until: "The tab is closed",
    seenBy: reader,
    deletedBy: "Close the tab",
  },
  {
    what: "The runs on a lab’s shelf: links and curves",
    names: ["next-pass-shelf"],
    until: "You take them off",
    seenBy: reader,
    deletedBy: "Take the run off its shelf",
  },
  {
    what: "Light or dark, where you chose",
    names: ["next-pass-theme"],
    until: "You choose the other",
    seenBy: reader,
    deletedBy: clearing,
  },
  {
    what: "Whether you switched on that labs are heard",
    names: ["next-pass-by-ear"],
    until: "You clear the site’s data",
    seenBy: reader,
    deletedBy: clearing,
  },
  {
    what: "That this browser has the site’s fonts",
    names: ["next-pass-fonts"],
    until: "You delete it",
    seenBy: reader,
    deletedBy: clearing,
  },
  {
    what: "Your work on assignments: the name you gave, the run and its receipt",
    names: ["next-pass-work"],
    until: "40 later assignments push it out",
    seenBy: `${reader}; a class’s teachers once you hand it in`,
    deletedBy: clearing,
  },
  {
    what: "The assignment that you are making, and the last 50 links that you copied of yours",
    names: ["next-pass-assignment", "next-pass-sent-links"],
    until: "Later ones replace them",
    seenBy: reader,
    deletedBy: clearing,
  },
  {
    what: "The classes that you joined: names, your name there, their assignments",
    names: ["next-pass-classes"],
    until: "You leave the class, or 20 later ones push it out",
    seenBy: reader,
    deletedBy: "“Leave this class on this browser”",
  },
  {
    what: "The names of the classes that you teach; nothing that opens them",
    names: ["next-pass-opened-classes"],
    until: "You take them off the list",
    seenBy: reader,
    deletedBy: "“Take off this list”",
  },
  {
    what: "What waits to be handed in while the server cannot be reached; of what went in, only that it did",
    names: ["next-pass-outbox-…"],
    until: "It went in; of the last 100 the note that it did stays",
    seenBy: reader,
    deletedBy:
      "“Leave this class on this browser” for what waits; clear the site’s data for the notes",
  },
  {
    what: "Answers to graded questions that are not judged yet",
    names: ["next-pass-graded"],
    until: "They are judged, or 60 later ones push them out",
    seenBy: reader,
    deletedBy: clearing,
  },
  {
    what: "In a frame of a learning platform (LMS): who you are in its class, and a proof of it",
    names: ["next-pass-frame"],
    until: "The tab is closed",
    seenBy: reader,
    deletedBy: "Close the tab",
  },
  {
    what: "A text of the above that this version of the site cannot read, as it was",
    names: ["next-pass-…-unread-…"],
    until: "You delete it",
    seenBy: reader,
    deletedBy: clearing,
  },
  {
    what: "A cookie for each class, which goes to that class’s requests alone and which no script can read",
    names: ["teacher-…", "learner-…"],
    until: withClass,
    seenBy: "The browser and the site’s server",
    deletedBy:
      "“Leave this class on this browser” for a learner’s; for a teacher’s, clear the site’s data",
  },
  {
    what: "While a learning platform (LMS) opens the site: a cookie that proves that it is the same browser, or the same in the platform’s own storage; there are no other cookies",
    names: ["lti-…"],
    until: "Ten minutes",
    seenBy: "The browser, the site’s server and the platform",
    deletedBy: "By itself",
  },
  {
    what: "The site’s own pages and files, for use without a network; nothing of you is in them but which you opened",
    names: ["next-pass … files", "next-pass … opened", "next-pass … course …"],
    until: "A newer version replaces them",
    seenBy: reader,
    deletedBy:
      "“Remove it” on the page Without a network for the whole course; clear the site’s data for the rest",
  },
];

const classStore: readonly Kept[] = [
  {
    what: "Of the class: its name, its code, who may join, whether its answers and votes are counted to improve the questions, when it was opened and when it ends",
    names: columns("class", "id name code door approval measured created expires"),
    until: "A year after it was opened at most; 60 days where it stays empty",
    seenBy: "Its teachers; its learners see the name",
    deletedBy: "An owner deletes the class",
  },
  {
    what: "Fingerprints (SHA-256) of private links, recovery codes, learners’ own codes and browsers, which recognise them and from which they cannot be had back",
    names: [
      ...columns("class", "teacher_hash recovery_hash"),
      ...columns("teacher", "secret_hash"),
      ...columns("learner", "code_hash"),
      ...columns("learner_token", "learner_id token_hash added"),
    ],
    until: withClass,
    seenBy: "Nobody",
    deletedBy: "With the class, the co-teacher or the learner",
  },
  {
    what: "Of co-teachers: the names that they were given, and when",
    names: columns("teacher", "id class_id name created"),
    until: withClass,
    seenBy: teachers,
    deletedBy: "The owner revokes the link",
  },
  {
    what: "The assignments: their links, when they came and when they close",
    names: columns("assignment", "id class_id link link_digest created closes"),
    until: withClass,
    seenBy: "Learners and teachers of the class",
    deletedBy: "A teacher deletes the assignment",
  },
  {
    what: "Of a learner: the name typed in or put on the list, an id and a section if a teacher adds them, when they joined, whether they wait to be let in",
    names: columns(
      "learner",
      "id class_id name name_key section student_id joined waiting size",
    ),
    until: withClass,
    seenBy: both,
    deletedBy: "A teacher deletes the learner",
  },
  {
    what: "Receipts that were handed in, and when: the name, the run, the final weights, the loss curve, what the device calls itself, answers that the assignment asked for; and what the check found",
    names: columns(
      "receipt",
      "id class_id assignment_id learner_id key received changed outcome packed work size",
    ),
    until: withClass,
    seenBy: both,
    deletedBy: "A teacher deletes the learner or the assignment",
  },
  {
    what: "Answers to the lessons’ questions that were handed in: of each the first and the latest, whether they were right, when, how long the first took, and which of two wordings it had",
    names: columns(
      "answer",
      "learner_id question first_text first_right first_took second_wording latest_text latest_right answered",
    ),
    until: withClass,
    seenBy: both,
    deletedBy: "A teacher deletes the learner",
  },
  {
    what: "Where the class’s answers and votes are counted: whether a learner leaves theirs out, and how sure they said they were of each first answer; both are in no file of a class, and teachers see counts of all, without names",
    names: ["learner.declines", "answer.first_sure"],
    until: withClass,
    seenBy: "Nobody",
    deletedBy:
      "How sure: “Leave my answers and votes out”, or the owner switches the counting off; both when a teacher deletes the learner",
  },
  {
    what: "Of a graded quiz: when a learner began and handed in, each try, whether it was right, when and how long it took",
    names: [
      ...columns("quiz_start", "assignment_id learner_id started secret handed"),
      ...columns(
        "quiz_try",
        "assignment_id learner_id question try_number answer_text is_right answered took",
      ),
    ],
    until: withClass,
    seenBy: both,
    deletedBy: "A teacher deletes the learner or the assignment",
  },
  {
    what: "The predictions that the class votes on: which, when, and how far the voting is",
    names: columns("ballot", "id class_id question phase opened"),
    until: withClass,
    seenBy: "Learners and teachers of the class",
    deletedBy: "“Delete the votes” on the wall of the class",
  },
  {
    what: "Votes: what a learner chose in the first and in the second vote, and when",
    names: columns("vote", "ballot_id learner_id round option_id voted"),
    until: withClass,
    seenBy:
      "The learner; teachers see how many chose what and who voted, once the second vote has ended, and in the file of the class who chose what",
    deletedBy: "“Delete the votes” on the wall of the class; with the learner",
  },
  {
    what: "A teacher’s word on the work: a later due date, points, a verdict and a comment, which the learner reads; a reason, which teachers alone read",
    names: [
      ...columns("extension", "assignment_id learner_id due"),
      ...columns(
        "mark",
        "assignment_id learner_id points verdict reason comment marked marked_by",
      ),
    ],
    until: withClass,
    seenBy: both,
    deletedBy: "A teacher takes it back, or deletes the learner or the assignment",
  },
  {
    what: "The version of the tables",
    names: ["class_store_version.version"],
    until: "Always",
    seenBy: "Nobody; it tells nothing of a person",
    deletedBy: "With the database",
  },
];

const withRegistration = "Whoever runs the site removes the registration";
const runner = "Whoever runs the site";

/** In the class store, too, once the site is registered with a learning platform (LMS). */
const fromPlatforms: readonly Kept[] = [
  {
    what: "Of each learning platform (LMS) that this site is registered with: its name, its addresses, and when it is to be told grades again",
    names: [
      ...columns(
        "lti_registration",
        "id name issuer client_id auth_url token_url jwks_url audience product created held",
      ),
      ...columns("lti_deployment", "registration_id deployment_id"),
    ],
    until: withRegistration,
    seenBy: runner,
    deletedBy: withRegistration,
  },
  {
    what: "Of a platform’s course: the platform’s own id of it, its class here, where its members and its gradebook are asked for",
    names: columns(
      "lti_context",
      "id registration_id deployment_id context_id class_id memberships_url line_items_url",
    ),
    until: withClass,
    seenBy: runner,
    deletedBy: "An owner deletes the class",
  },
  {
    what: "Of a person who came from a platform: the platform’s own id of them, which learner or teacher they are here, whether they teach or administer the course, and when they left it",
    names: columns(
      "lti_user",
      "class_id registration_id sub learner_id teacher_id gone leads",
    ),
    until: withClass,
    seenBy: runner,
    deletedBy: "With the learner, the teacher or the class",
  },
  {
    what: "Of a link in a platform’s course: the assignment that it opens, where its grades go, what the platform allows and this site’s address",
    names: columns(
      "lti_link",
      "id lti_context_id resource_link_id assignment_id line_item_url scopes site",
    ),
    until: withClass,
    seenBy: runner,
    deletedBy: "A teacher deletes the assignment",
  },
  {
    what: "Of a grade for a platform: when it changed, fingerprints of what was sent, when to try again, and what went wrong",
    names: columns(
      "lti_score",
      "link_id learner_id changed sent sent_text tried_text next_try failures trouble",
    ),
    until: withClass,
    seenBy: runner,
    deletedBy: "With the learner or the assignment",
  },
  {
    what: "Fingerprints of a teacher’s browsers that came from a platform, of invitations to register and of launches that were used",
    names: [
      ...columns("teacher_token", "teacher_id token_hash added"),
      ...columns("lti_invitation", "hash expires"),
      ...columns("lti_nonce", "hash expires"),
    ],
    until: "The class ends; an invitation or a launch expires",
    seenBy: "Nobody",
    deletedBy: "By itself",
  },
  {
    what: "The site’s own keys, by which platforms know its messages; they tell nothing of a person",
    names: columns("lti_key", "kid private_jwk created retired"),
    until: "The database goes",
    seenBy: runner,
    deletedBy: "With the database",
  },
];

const server: readonly Kept[] = [
  {
    what: "How often an address, a learner or a class asked, so that nobody can try codes by the thousand",
    names: [],
    until: "An hour at most, or the site is started anew",
    seenBy: "Nobody",
    deletedBy: "By itself",
  },
  {
    what: "The site’s log: what failed and why, with neither ids, names, addresses nor anything that people typed",
    names: ["stdout", "stderr"],
    until: "Whoever runs the site decides",
    seenBy: "Whoever runs the site",
    deletedBy: "Whoever runs the site",
  },
  {
    what: "Logs of a proxy, a host or a network in front of the site, which may hold addresses: those are not the site’s",
    names: [],
    until: "Whoever runs them decides",
    seenBy: "Whoever runs them",
    deletedBy: "Whoever runs them",
  },
];

const copies: readonly Kept[] = [
  {
    what: "Copies of the whole class store, made by whoever runs the site",
    names: ["npm run backup"],
    until:
      "Whoever runs the site deletes them: what was deleted in a class stays in copies of before",
    seenBy: "Whoever runs the site",
    deletedBy: "Whoever runs the site",
  },
  {
    what: "The database of before, which stays beside one that was put back from a copy (SQLite)",
    names: ["npm run restore"],
    until: "Whoever runs the site deletes it",
    seenBy: "Whoever runs the site",
    deletedBy: "Whoever runs the site",
  },
  {
    what: "Files that a teacher saved of a class, its gradebook and its receipts",
    names: [],
    until: "The teacher deletes them",
    seenBy: "Whoever has the file",
    deletedBy: "The teacher",
  },
];

const platform: readonly Kept[] = [
  {
    what: "What goes to it of each grade of a class that came from it: the points, how far the work is and whether it is judged, the verdict in words, that it came late, the teacher’s comment, and the link of the receipt, which holds the learner’s name and run",
    names: [],
    until: "The platform’s operator decides",
    seenBy: "Whom the platform shows a grade: the learner and the course’s teachers",
    deletedBy: "The platform’s operator; what is deleted here stays there",
  },
];

/** The places where something is kept, from the reader outwards. */
export const places: readonly Place[] = [
  {
    id: "browser",
    title: "Your browser",
    short: "Your browser",
    says: "Lessons, labs, answers and receipts need no server: what they keep stays here. There is no account, no e-mail address, no password and no tracking.",
    kept: browser,
  },
  {
    id: "class",
    title: "The class store",
    short: "Class store",
    says: "Only a class needs the site’s server, which keeps it in SQLite or PostgreSQL. When a class ends it is deleted with all that is in it. Any name will do that the teacher knows you by.",
    kept: [...classStore, ...fromPlatforms],
  },
  {
    id: "server",
    title: "The server’s memory and logs",
    short: "Memory and logs",
    says: "A request brings the network address that it comes from. The site counts addresses in its memory and writes none down.",
    kept: server,
  },
  {
    id: "copies",
    title: "Copies and files",
    short: "Copies and files",
    says: "What is deleted is gone from the class store at once. It is not gone from copies that were made before.",
    kept: copies,
  },
  {
    id: "platform",
    title: "A learning platform",
    short: "A platform (LMS)",
    says: "Whoever runs this site may register it with a learning platform (LMS). Who opens it there comes with the platform’s own id of them and of the course, their role, and their name where the platform tells it; no e-mail address is kept here. Without a registration none of this is there.",
    kept: platform,
  },
];

type Flow = { from: PlaceId; to: PlaceId; says: string };

/** What goes from one place to another, and when; nothing else does. */
export const flows: readonly Flow[] = [
  { from: "browser", to: "class", says: "only what you hand in" },
  { from: "browser", to: "server", says: "every request" },
  { from: "class", to: "copies", says: "backups, saved files" },
  { from: "class", to: "platform", says: "grades" },
];
