// A teacher fills the class with who is in its course in the LMS.
import { fillFromRosters } from "@/app/server/lti/services/fill-roster";
import { spend } from "@/app/server/rate-limits";
import { readBody } from "@/app/server/read-body";
import { teacherRoute } from "@/app/server/sessions";
import { requests } from "@/content/class/messages";

const wanted = "To fill the class from the LMS, send {}.";

export const POST = teacherRoute(
  async ({ request, schoolClass: { id }, store, limits }) => {
    await readBody(request, requests.nothing, wanted);
    spend(limits.roster, id);
    return Response.json(await fillFromRosters(store, id));
  },
);
