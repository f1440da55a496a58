/** The outline of an outlier around 0, 0, about as large as the mark of a class. */
export const star =
  "M0-7 1.7-2.3 6.7-2.2 2.7.9 4.1 5.7 0 2.8-4.1 5.7-2.7.9-6.7-2.2-1.7-2.3z";
