// The commands that lead from nothing to a DSVM and back, and what a reader may type into
// them. Their options were checked against the parser of Azure CLI 2.45.0 on 2026-11-23.
import type { SourceName } from "../sources";
import type { Edition } from "./dsvm-editions";
import type { GpuSize } from "./gpu-sizes";

/** The ways in which a reader may want to work on the machine. */
export const tasks = {
  notebook: { label: "Open the notebook in a browser" },
  terminal: { label: "Let the notebook run without a browser" },
  desktop: { label: "Work on the machine’s own desktop" },
} as const;

/** The name of a way to work. */
export type TaskId = keyof typeof tasks;

type MachinePlace = { region: string; user: string };

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

/** Some commands that belong together. */
export type CommandStep = {
  title: string;
  /** Why it is there, and the output to look at. */
  says: string;
  /** Lines for a shell. */
  lines: readonly string[];
  source: SourceName | null;
};

/** The group that everything stands in. */
const group = "next-pass";

/** The machine, as options of most commands. */
const machine = `--resource-group ${group} --name dsvm`;

const address = `IP=$(az vm show ${machine} --show-details --query publicIps --output tsv)`;

/** The steps from the created machine to a session on it. */
function connection({ system }: Edition, task: TaskId, user: string): CommandStep[] {
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

function beforehand(
  { offer, urn }: Edition,
  size: GpuSize,
  region: string,
): CommandStep[] {
  return [
    {
      title: "Sign in and make a group",
      says: "All that is made below stands in one group, so that one command can delete it.",
      lines: ["az login", `az group create --name ${group} --location ${region}`],
      source: null,
    },
    {
      title: "Check the image",
      says: "The list shows which images there are today; the second command prints V1 or V2, the generation.",
      lines: [
        `az vm image list --publisher microsoft-dsvm --offer ${offer} --all --output table`,
        `az vm image show --urn ${urn} --query hyperVGeneration --output tsv`,
      ],
      source: "azure-generations",
    },
    {
      title: "Check the quota",
      says: `The first command prints the size’s family and whether you may use it in ${region}. In the second, both that family and “Total Regional vCPUs” need ${size.figures?.vcpus ?? "enough"} between CurrentValue and Limit.`,
      lines: [
        `az vm list-skus --location ${region} --size ${size.name} --all \\`,
        '  --query "[].{family: family, barred: restrictions[].reasonCode}" --output json',
        `az vm list-usage --location ${region} --output table`,
      ],
      source: "azure-quotas",
    },
  ];
}

function creation({ system, urn }: Edition, size: GpuSize, user: string): CommandStep {
  const windows = system === "Windows";
  return {
    title: "Create it, open to you alone",
    says: windows
      ? "It asks for a password. Write your own public address in place of 203.0.113.7: by itself, az would open the port to everybody."
      : "Write your own public address in place of 203.0.113.7: by itself, az would open the port to everybody.",
    lines: [
      `az vm create ${machine} \\`,
      `  --image ${urn} \\`,
      `  --size ${size.name}${windows ? "" : " --os-disk-size-gb 128"} \\`,
      `  --admin-username ${user}${windows ? "" : " --generate-ssh-keys"} --nsg-rule NONE`,
      `az network nsg rule create --resource-group ${group} --nsg-name dsvmNSG \\`,
      `  --name mine --priority 1000 --protocol Tcp --access Allow \\`,
      `  --source-address-prefixes 203.0.113.7 --destination-port-ranges ${windows ? 3389 : 22}`,
    ],
    source: windows ? "dsvm-windows" : "dsvm-ubuntu",
  };
}

const afterwards: readonly CommandStep[] = [
  {
    title: "Look at what you got",
    says: "On the machine: the GPU, its memory and driver, and whether PyTorch sees it.",
    lines: [
      "nvidia-smi",
      'python -c "import torch; print(torch.__version__, torch.cuda.is_available())"',
    ],
    source: "dsvm-release-notes",
  },
  {
    title: "Stop: deallocate",
    says: "Shutting the system down from inside leaves the machine billed. The second command must print “VM deallocated”; the disk goes on costing. To go on, az vm start; the address may have changed.",
    lines: [
      `az vm deallocate ${machine}`,
      `az vm get-instance-view ${machine} --output tsv \\`,
      `  --query "instanceView.statuses[?starts_with(code, 'PowerState')].displayStatus"`,
    ],
    source: "azure-billing-states",
  },
  {
    title: "Delete everything",
    says: "The machine, its disk and its address, with all that is on them. Only this gives the quota back.",
    lines: [`az group delete --name ${group}`],
    source: "azure-quotas",
  },
];

/** All commands for a choice that no pitfall stops; `place` must be free of problems. */
export function commandsFor(
  edition: Edition,
  size: GpuSize,
  task: TaskId,
  { region, user }: MachinePlace,
): CommandStep[] {
  return [
    ...beforehand(edition, size, region),
    creation(edition, size, user),
    ...connection(edition, task, user),
    ...afterwards,
  ];
}

/** The steps as one text for a shell, each under its title. */
export const shellText = (steps: readonly CommandStep[]) =>
  steps.map(({ title, lines }) => [`# ${title}`, ...lines].join("\n")).join("\n\n");
