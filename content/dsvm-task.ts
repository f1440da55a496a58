// What a reader wants of a DSVM, and what may be typed into its commands.

export const tasks = {
  notebook: { label: "Open the notebook in a browser" },
  terminal: { label: "Let the notebook run without a browser" },
  desktop: { label: "Work on the machine’s own desktop" },
} as const;

export type TaskId = keyof typeof tasks;

export type Place = { region: string; user: string };

/** Why a region cannot stand in the commands; null where it can. */
export const regionProblem = (region: string) =>
  /^[a-z][a-z0-9]{2,29}$/.test(region)
    ? null
    : "A region is small letters and digits, as in westeurope.";

/** Source: `DISALLOWED_USER_NAMES` of Azure CLI 2.45.0. */
const refusedByAzure =
  /^(a|actuser|adm|admin\d?|administrator|aspnet|backup|console|guest|owner|root|server|sql|support|sys|test\d?|user\d?)$/;

/** Why a user name cannot stand in the commands; null where it can. */
export function userProblem(user: string): string | null {
  if (!/^[a-z][a-z0-9]{0,19}$/.test(user)) {
    return "A user name is up to 20 small letters and digits, a letter first: JupyterHub fails on capital letters.";
  }
  return refusedByAzure.test(user)
    ? `Azure does not take the user name “${user}”.`
    : null;
}
