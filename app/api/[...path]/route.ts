// Whatever is asked for under /api and is not there, is told so as every other refusal is.
import { unknownRoute } from "@/app/server/class-route";

export {
  unknownRoute as GET,
  unknownRoute as POST,
  unknownRoute as PUT,
  unknownRoute as PATCH,
  unknownRoute as DELETE,
};
