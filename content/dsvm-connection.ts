// How to reach a DSVM, for each task.
import type { Edition } from "./dsvm-editions";
import type { TaskId } from "./dsvm-task";
import type { SourceName } from "./sources";

export type CommandStep = {
  title: string;
  /** What it is for and what to look at. */
  says: string;
  /** Lines for a shell. */
  lines: readonly string[];
  source: SourceName | null;
};

/** The group that everything stands in. */
export const group = "next-pass";

/** The machine, as options of most commands. */
export const machine = `--resource-group ${group} --name dsvm`;

const address = `IP=$(az vm show ${machine} --show-details --query publicIps --output tsv)`;

/** The steps from the created machine to a session on it. */
export function connection(
  { system }: Edition,
  task: TaskId,
  user: string,
): CommandStep[] {
  if (system === "Windows") {
    return [
      {
        title: "Connect",
        says: "Open this address with a Remote Desktop client; on Windows, mstsc. Copy the notebook over through the clipboard, and run the next step in a terminal there.",
        lines: [address, 'echo "$IP"'],
        source: "dsvm-windows",
      },
    ];
  }
  const copy = [address, `scp next-pass-*.ipynb ${user}@"$IP":`];
  if (task === "terminal") {
    return [
      {
        title: "Connect and run",
        says: "The notebook is executed on the machine and comes back with its curve.",
        lines: [
          ...copy,
          `ssh ${user}@"$IP" "jupyter nbconvert --execute --to notebook --inplace next-pass-*.ipynb"`,
          `scp ${user}@"$IP":"next-pass-*.ipynb" .`,
        ],
        source: "dsvm-ubuntu",
      },
    ];
  }
  const password = [
    'read -rsp "A password for the machine: " PASSWORD',
    `az vm user update ${machine} --username ${user} --password "$PASSWORD"`,
  ];
  if (task === "desktop") {
    return [
      {
        title: "Connect",
        says: "Open this address with the X2Go client, session type XFCE, user name and password as here.",
        lines: [...password, address, 'echo "$IP"'],
        source: "dsvm-ubuntu",
      },
    ];
  }
  return [
    {
      title: "Connect through a tunnel",
      says: "JupyterHub takes a password and no key. While the last command runs, open https://localhost:8000, accept the machine’s own certificate, and sign in. Port 8000 stays closed to the world.",
      lines: [...password, ...copy, `ssh -L 8000:localhost:8000 ${user}@"$IP"`],
      source: "dsvm-ubuntu",
    },
  ];
}
