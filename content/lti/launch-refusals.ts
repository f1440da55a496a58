// Why a login or a launch from an LMS is refused: a stable code, the HTTP status, and one
// sentence for the reader. Each page that refuses has its code in `data-refusal`.

/** All reasons, by their codes. */
export const launchRefusals = {
  "bad-form": [400, "What the LMS sent is no form."],
  "too-large": [413, "What the LMS sent is longer than this site reads."],
  "doubled-field": [400, "The LMS sent a field twice."],
  "missing-field": [400, "What the LMS sent lacks a field."],
  "unknown-platform": [403, "This site is not registered with this LMS."],
  "target-elsewhere": [400, "The LMS asks for a page that is not of this site."],
  "platform-error": [400, "The LMS could not say who you are."],
  "bad-state": [400, "This answer belongs to no login of this site."],
  "expired-state": [400, "The login took too long."],
  "not-this-browser": [
    403,
    "Your browser keeps nothing for this site inside your LMS, so it goes on in a window of its own.",
  ],
  "malformed-token": [400, "The LMS’s message cannot be read."],
  "doubled-claim": [400, "The LMS’s message says something twice."],
  "wrong-algorithm": [401, "The LMS’s message is not signed with RS256."],
  "unknown-key": [
    401,
    "The LMS’s message is signed with a key that the LMS does not show.",
  ],
  "platform-unreachable": [502, "The LMS does not show its keys at present."],
  "bad-signature": [401, "The signature of the LMS’s message is wrong."],
  "wrong-issuer": [401, "The message is of another LMS than the login."],
  "wrong-audience": [401, "The LMS’s message is for another tool."],
  "wrong-party": [401, "The LMS’s message was made for another party."],
  expired: [401, "The LMS’s message has expired."],
  "issued-later": [
    401,
    "The LMS’s message is from the future: one of the clocks is wrong.",
  ],
  "bad-times": [400, "The LMS’s message does not say when it was made and when it ends."],
  "wrong-nonce": [401, "The LMS’s message answers another login."],
  "used-nonce": [401, "The LMS’s message was used before."],
  anonymous: [400, "The LMS does not say who you are, so no work could be yours."],
  "wrong-version": [400, "The LMS’s message is not of LTI 1.3."],
  "wrong-message": [400, "The LMS’s message is of a kind that this site does not take."],
  "unknown-deployment": [403, "This site was not set up in this part of the LMS."],
  "wrong-target": [400, "The LMS’s message asks for another page than its login did."],
  "no-context": [400, "The LMS does not say in which course you are."],
  "no-resource-link": [
    400,
    "The LMS does not say which link of the course you followed.",
  ],
  "bad-claim": [400, "A part of the LMS’s message is not as LTI has it."],
  "no-role": [403, "The LMS gives you no role in this course that this site knows."],
  "no-return": [400, "The LMS does not say where to bring what you choose."],
  "not-a-teacher": [403, "Only who teaches the course may place something in it."],
  "bad-assignment": [400, "The link’s assignment cannot be read: make it anew."],
  "class-full": [409, "The course’s class takes no more learners or assignments."],
} as const satisfies Record<string, readonly [status: number, says: string]>;

/** The code of a reason. */
export type LaunchRefusalCode = keyof typeof launchRefusals;
