/**
 * Called by Next when a server starts: receipts that the one before left unchecked are
 * checked, and classes past their year deleted, though nobody asks. Where there are no
 * classes yet, nothing is opened.
 */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { logFault, tellAllAsJson } = await import("@/app/server/log");
  tellAllAsJson();
  const { mendArrivingRequests } = await import("@/app/server/arriving-requests");
  mendArrivingRequests();
  const { classServer, endChecks, hasClasses } = await import(
    "@/app/server/class-server"
  );
  const { endWhenAsked } = await import("@/app/server/end-site");
  endWhenAsked(endChecks);
  const { startGradeSender } = await import("@/app/server/lti/services/grade-sender");
  startGradeSender();
  // A database that is away at present is tried again by the first request.
  if (hasClasses()) classServer().catch((error) => logFault("start", error));
}
