// A teacher whom an LMS asked what to place in a course has chosen.
import { classRoute, refusal, unknownRoute } from "@/app/server/class-route";
import { contentItemOf } from "@/app/server/lti/content-item";
import { placePurpose, ticketShape } from "@/app/server/lti/launch";
import { siteAddressOf } from "@/app/server/lti/login";
import { ltiServer } from "@/app/server/lti/lti-route";
import { signToken } from "@/app/server/lti/tokens";
import { signingKey, unsealed } from "@/app/server/lti/tool-keys";
import { bodyLimits, readBody } from "@/app/server/read-body";
import { newSecret } from "@/app/server/secrets";
import { claimNames } from "@/content/lti/claims";
import { placeRequest } from "@/content/lti/placing";

const wanted = "What is placed is an assignment’s link, or a lesson with its title.";

const strange =
  "Your LMS did not ask for this: add the activity in your course once more.";

const late =
  "Your LMS asked for this too long ago: add the activity in your course once more.";

/** How long the LMS may take to read the answer, in seconds. */
const lasts = 600;

export const POST = classRoute(async (request) => {
  const server = await ltiServer();
  if (!server) return unknownRoute(request, { params: Promise.resolve({}) });
  const { lti } = server.store;
  const sent = await readBody(request, placeRequest, wanted, bodyLimits.link);
  const ticket = await unsealed(lti, placePurpose, sent.ticket, ticketShape);
  if (ticket === "expired") throw refusal(403, late);
  const { registrations } = server;
  const platform =
    ticket !== "forged" && registrations.find(({ id }) => id === ticket.registration);
  if (!platform) throw refusal(403, strange);
  const item = contentItemOf(sent, siteAddressOf(request, ""), ticket.graded);
  const answer = {
    ...{ iss: platform.clientId, aud: platform.issuer, nonce: newSecret() },
    [claimNames.version]: "1.3.0",
    [claimNames.messageType]: "LtiDeepLinkingResponse",
    [claimNames.deployment]: ticket.deployment,
    [claimNames.contentItems]: [item],
    ...(ticket.data !== null && { [claimNames.data]: ticket.data }),
  };
  const token = await signToken(await signingKey(lti), answer, lasts);
  return Response.json({ to: ticket.returnUrl, token });
});
