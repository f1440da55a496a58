// What the class store keeps of LTI 1.3: the platforms (LMSs) that this site is a tool of, and
// the courses, people and links that came from them. The terms are those of the 1EdTech texts.
import type { ClassStore } from "./class-store";
import type {
  Moment,
  NewClass,
  StoredAssignment,
  StoredExtension,
  StoredMark,
  StoredQuizStart,
  StoredReceipt,
  StoredTry,
} from "./stored-rows";

/** A platform that knows this site as its tool. */
export type LtiRegistration = {
  id: string;
  /** As the operator or the platform calls it. */
  name: string;
  issuer: string;
  clientId: string;
  /** The platform's OIDC authorization endpoint. */
  authUrl: string;
  tokenUrl: string;
  jwksUrl: string;
  /** The `aud` of a token request; null: the token endpoint's address. */
  audience: string | null;
  /** The platform's product family code, as "moodle"; empty where it has told none. */
  product: string;
  created: Moment;
};

/** A key of this site, by which platforms know its messages. */
export type LtiKey = {
  kid: string;
  /** A private JSON Web Key, as JSON. */
  privateJwk: string;
  created: Moment;
  /** When another took its place; null: it signs. */
  retired: Moment | null;
};

/** A course of a platform, which is a class here. */
export type LtiContext = {
  id: string;
  registration: string;
  deployment: string;
  /** The platform's own id of it. */
  context: string;
  classId: string;
  /** Where names and roles are read; null where the platform does not offer them. */
  membershipsUrl: string | null;
  lineItemsUrl: string | null;
};

/** A resource link: a place in a course that opens an assignment of its class. */
export type LtiLink = {
  id: string;
  /** The id of its `LtiContext`. */
  context: string;
  /** The platform's own id of it. */
  resourceLink: string;
  assignment: string;
  lineItemUrl: string | null;
  /** What the platform allows the assignment and grade service. */
  scopes: readonly string[];
  /** The origin of this site, as the platform's link has it. */
  site: string;
};

/** One person of a platform in one class, by the platform's `sub`. */
export type LtiUser = {
  registration: string;
  sub: string;
  learner: string | null;
  teacher: string | null;
  /** When a roster first said that they are in the course no more; null: they are in it. */
  gone: Moment | null;
};

/** A learner's grade at a resource link, which its platform is told. */
export type LtiScore = { link: string; learner: string };

/** All that decides what a platform is told of a grade, as it was at one moment. */
export type LtiScoreWork = {
  learner: string;
  /** The learner, as the platform calls them. */
  sub: string;
  /** The platform's own id of the link. */
  resourceLink: string;
  lineItemUrl: string | null;
  /** Where the course's line items are. */
  lineItemsUrl: string | null;
  scopes: readonly string[];
  /** See `LtiLink`. */
  site: string;
  classId: string;
  assignment: StoredAssignment;
  /** Of the assignment, of all learners. */
  extensions: readonly StoredExtension[];
  mark: StoredMark | null;
  /** Latest first. */
  receipts: readonly StoredReceipt[];
  quiz: (StoredQuizStart & { tries: readonly StoredTry[] }) | null;
  /** When the grade changed: later with each change. */
  changed: Moment;
  /** The `changed` of what the platform knows; null where it was told nothing. */
  sent: Moment | null;
  /** The score that it knows, as `scoreSent` was given it. */
  sentText: string | null;
  /** A later score that it may know, as `beginScore` was given it; null: there is none. */
  triedText: string | null;
  /** How many tries were begun since the last that did not fail. */
  failures: number;
};

/** Calls of `ClassStore`, with all that holds for those. */
export type LtiStore = {
  registrations(): Promise<readonly LtiRegistration[]>;
  registration(id: string): Promise<LtiRegistration | null>;
  /** False where a platform with this issuer and client is registered already. */
  addRegistration(
    registration: LtiRegistration,
    deployments: readonly string[],
  ): Promise<boolean>;
  /** With its courses and their links; the classes stay. False where there is none. */
  removeRegistration(id: string): Promise<boolean>;
  /** All deployments of a registration. */
  deploymentsOf(registration: string): Promise<readonly string[]>;
  /**
   * Whether a deployment is the registration's. A registration that has none takes the first
   * that it is asked about.
   */
  takeDeployment(registration: string, deployment: string): Promise<boolean>;

  addInvitation(hash: string, expires: Moment): Promise<void>;
  hasInvitation(hash: string, now: Moment): Promise<boolean>;
  /** When it would have expired; null where it is spent, or never was. */
  spendInvitation(hash: string, now: Moment): Promise<Moment | null>;

  /** The newest first. */
  keys(): Promise<readonly LtiKey[]>;
  /**
   * Makes `next` the key that signs, where the one that does is from before `before`, or
   * there is none; keys retired before `forget` are deleted. Gives all keys, newest first.
   */
  rotateKeys(
    next: Omit<LtiKey, "retired">,
    before: Moment,
    forget: Moment,
  ): Promise<readonly LtiKey[]>;
  /** Whether nobody has used the nonce with this hash before, in whichever process. */
  takeNonce(hash: string, expires: Moment, now: Moment): Promise<boolean>;

  /**
   * The class of a course; its services' addresses are as the latest launch told them.
   * `opened` becomes its class where it has none; "code": its code is another class's.
   */
  openContext(context: LtiContext, opened: NewClass): Promise<LtiContext | "code">;
  contextsOf(classId: string): Promise<readonly LtiContext[]>;
  /**
   * Lets one person in, once with each `tokenHash`; null: without a browser, as a roster does.
   * `name` and `id` are those of somebody who was not here before; two with one name are two.
   * `leads`: by this launch the class is theirs, for a while (see `TaughtClass`).
   * "full": the class takes no more, or is gone.
   */
  enter(
    classId: string,
    person: {
      registration: string;
      sub: string;
      role: "learner" | "teacher";
      leads?: boolean;
      id: string;
      name: string;
      tokenHash: string | null;
      now: Moment;
    },
    most: number,
  ): Promise<{ kind: "in"; id: string } | { kind: "full" }>;
  /** Everybody of a class who came from a platform. */
  usersOf(classId: string): Promise<readonly LtiUser[]>;
  /** Notes which of a platform’s people have left a course, and which are in it again. */
  markGone(
    classId: string,
    registration: string,
    noted: { left: readonly string[]; back: readonly string[]; now: Moment },
  ): Promise<void>;
  /**
   * The link of a place in a course, with the line item and scopes of the latest launch. One
   * that is new asks for `assignment`, or for what the class has with the same link. "full":
   * the class takes no more assignments, or is gone.
   */
  placeLink(
    link: Omit<LtiLink, "assignment">,
    assignment: StoredAssignment,
    most: number,
  ): Promise<LtiLink | "full">;
  /** The link of a place; null where nobody has launched it. */
  linkAt(context: string, resourceLink: string): Promise<LtiLink | null>;

  /** Whether any grade is due to be told now. */
  hasDueScores(now: Moment): Promise<boolean>;
  /**
   * Takes at most `most` of the grades that are due, all of the platform that has waited for
   * longest; nobody else gets any of that platform before `until`, or `holdScores`. One that
   * did not change since it was told has changed at `now`. Null: nothing is due.
   */
  claimScores(
    now: Moment,
    until: Moment,
    most: number,
  ): Promise<{ registration: string; scores: readonly LtiScore[] } | null>;
  /** Null where the learner, or the link, is gone. */
  scoreWork(score: LtiScore): Promise<LtiScoreWork | null>;
  /** The line item of a link that has none. */
  setLineItem(link: string, lineItemUrl: string): Promise<void>;
  /**
   * From now on the platform may know `text` as the grade at a moment, which is given: later
   * than that of another text which it may know. Null: the grade has changed since `changed`.
   */
  beginScore(
    score: LtiScore,
    begun: { changed: Moment; text: string },
  ): Promise<Moment | null>;
  /**
   * The platform knows the grade as it was at `changed`; one that has changed since stays due.
   * `text`: the score, null where there is nothing to tell; `again`: when to look again,
   * though nothing changes.
   */
  scoreSent(
    score: LtiScore,
    sent: { changed: Moment; text: string | null; again: Moment | null },
  ): Promise<void>;
  /**
   * The platform was not told; `next`: when to try again, null: once something changes.
   * `trouble` is for the teachers; null where it may pass by itself.
   */
  scoreFailed(
    score: LtiScore,
    failed: { changed: Moment; next: Moment | null; trouble: string | null },
  ): Promise<void>;
  /** Nothing is due for this platform before `until`; 0: it is anybody's now. */
  holdScores(registration: string, until: Moment): Promise<void>;
  /** The grades of a class that a platform knows, or is to know. */
  scoresOf(classId: string): Promise<
    readonly {
      assignment: string;
      learner: string;
      /** Whether the platform knows less than the grade is now. */
      waits: boolean;
      trouble: string | null;
    }[]
  >;
};

/** All that a site keeps: its classes, and what LTI adds to them. */
export type SiteStore = ClassStore & { lti: LtiStore };
