/** For readers who ask for a class where the site is plain files. */
export const noServer =
  "This site runs without a server, so it has no classes: receipts work all the same.";
