// The keys by which LMSs know this site's messages: a JSON Web Key Set.
import { ltiRoute } from "@/app/server/lti/lti-route";
import { keySet } from "@/app/server/lti/tool-keys";

export const dynamic = "force-dynamic";

export const GET = ltiRoute(async (_, { store }) =>
  Response.json(await keySet(store.lti)),
);
