// Where the site lies on its host: at the root, or in a folder such as /course, which is
// decided when it is built. In links, receipts and classes its paths are written without
// that folder ("/labs/network?layers=8"), so that they hold on every copy of the site. Next
// puts it before what its links and its router are given; for all else `sitePath` does.

/** The folder, as in "/course"; "" at the root. */
const folder = process.env.BASE_PATH ?? "";

/** Whether the site has its server, and so classes; a host of plain files has none. */
export const hasServer = process.env.PLAIN_FILES !== "1";

/** For readers who ask for a class where it has none. */
export const noServer =
  "This site runs without a server, so it has no classes: receipts work all the same.";

/** As hosts of files know a page: it is the index of a folder. */
const asFolder = (path: string) => path.replace(/^[^?#.]*[^?#./](?=[?#]|$)/, "$&/");

/** A path of the site as its host knows it. */
export const sitePath = (path: string) => `${folder}${hasServer ? path : asFolder(path)}`;

/** The path of the home page: hosts of files name their folders with a slash, servers without. */
export const siteRoot = hasServer ? folder || "/" : `${folder}/`;

/** The whole address of a path of the site, to be given to others; in a browser alone. */
export const siteAddress = (path: string) =>
  new URL(sitePath(path), window.location.href).href;
