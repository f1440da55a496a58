// Whatever is asked for under /api and is not there, is told so as every other refusal is.
import { classRoute, notFound } from "@/app/server/class-route";

const refuse = classRoute(() => Promise.reject(notFound("address")));

export {
  refuse as GET,
  refuse as POST,
  refuse as PUT,
  refuse as PATCH,
  refuse as DELETE,
};
