// What an element of QTI 1.2, and of a cartridge, may hold, as far as it is written here. Put
// down from the public bindings:
// https://www.imsglobal.org/question/qtiv1p2/imsqti_asi_bindv1p2.html
// https://www.imsglobal.org/cc/ccv1p3/imscc_profilev1p3-Implementation.html
import { type Node, within } from "./xml-reader";

/** `inner`: the names of its elements, each with a space behind; left out: text alone. */
type Model = {
  inner?: RegExp;
  required?: Readonly<Record<string, RegExp>>;
  optional?: Readonly<Record<string, RegExp>>;
};

export type Models = Readonly<Record<string, Model>>;

const any = /./s;
const name = /^[A-Za-z_][\w.-]*$/;
const yesNo = /^(Yes|No)$/;
const schemaLocation = {
  "xsi:schemaLocation": /^(\S+ \S+\.xsd)( \S+ \S+\.xsd)*$/,
  "xmlns:xsi": any,
};
const xmlns = { xmlns: any };

const common: Models = {
  questestinterop: { inner: /^assessment $/, required: xmlns, optional: schemaLocation },
  section: { inner: /^(item )+$/, required: { ident: name } },
  item: {
    inner: /^itemmetadata presentation resprocessing (itemfeedback )*$/,
    required: { ident: name },
    optional: { title: any },
  },
  itemmetadata: { inner: /^qtimetadata $/ },
  qtimetadata: { inner: /^(qtimetadatafield )+$/ },
  qtimetadatafield: { inner: /^fieldlabel fieldentry $/ },
  fieldlabel: {},
  fieldentry: {},
  presentation: { inner: /^material ((response_lid )+|response_str )$/ },
  material: { inner: /^mattext $/ },
  mattext: { optional: { texttype: /^text\/(html|plain)$/ } },
  response_lid: {
    inner: /^(material )?render_choice $/,
    required: { ident: name },
    optional: { rcardinality: /^(Single|Multiple)$/ },
  },
  response_str: {
    inner: /^render_fib $/,
    required: { ident: name },
    optional: { rcardinality: /^Single$/ },
  },
  render_choice: { inner: /^(response_label )+$/ },
  render_fib: { inner: /^response_label $/, optional: { fibtype: /^(String|Decimal)$/ } },
  response_label: { inner: /^(material )?$/, required: { ident: any } },
  resprocessing: { inner: /^outcomes (respcondition )+$/ },
  outcomes: { inner: /^decvar $/ },
  decvar: {
    required: { varname: /^SCORE$/ },
    optional: { vartype: /^Decimal$/, minvalue: /^0$/, maxvalue: /^100$/ },
  },
  respcondition: {
    inner: /^conditionvar (setvar )?(displayfeedback )?$/,
    optional: { continue: yesNo },
  },
  varequal: { required: { respident: name }, optional: { case: yesNo } },
  displayfeedback: {
    inner: /^$/,
    required: { linkrefid: name, feedbacktype: /^(Response|Hint|Solution)$/ },
  },
  itemfeedback: { inner: /^flow_mat $/, required: { ident: name } },
  flow_mat: { inner: /^material $/ },
};

/** The whole of QTI 1.2, as far as it is written. */
export const qti12: Models = {
  ...common,
  assessment: { inner: /^section $/, required: { ident: name, title: any } },
  conditionvar: {
    inner: /^(not |and |or |unanswered |other |varequal |vargte |varlte )+$/,
  },
  and: { inner: /^(not |and |or |unanswered |other |varequal |vargte |varlte )+$/ },
  or: { inner: /^(not |and |or |unanswered |other |varequal |vargte |varlte )+$/ },
  not: { inner: /^(and |or |not |unanswered |other |varequal |vargte |varlte )$/ },
  unanswered: { inner: /^$/, required: { respident: name } },
  vargte: { required: { respident: name } },
  varlte: { required: { respident: name } },
  setvar: { required: { varname: /^SCORE$/ }, optional: { action: /^(Set|Add)$/ } },
};

/** The profile of a cartridge: few conditions, one action. */
export const profile: Models = {
  ...common,
  assessment: { inner: /^qtimetadata section $/, required: { ident: name, title: any } },
  conditionvar: { inner: /^(and |other |varequal |varsubstring )+$/ },
  and: { inner: /^(not |varequal )+$/ },
  not: { inner: /^(varequal )+$/ },
  other: { inner: /^$/ },
  setvar: { optional: { varname: /^SCORE$/, action: /^Set$/ } },
};

/** A link of a cartridge. */
export const webLink: Models = {
  webLink: { inner: /^title url $/, required: xmlns, optional: schemaLocation },
  title: {},
  url: { inner: /^$/, required: { href: /^https?:\/\/\S+$/ }, optional: { target: any } },
};

/** The manifest of a cartridge. */
export const cartridgeManifest: Models = {
  manifest: {
    inner: /^metadata organizations resources $/,
    required: { identifier: name, ...xmlns },
    optional: { ...schemaLocation, "xmlns:lomimscc": any },
  },
  metadata: { inner: /^schema schemaversion lom $/ },
  schema: {},
  schemaversion: {},
  lom: { inner: /^general $/ },
  general: { inner: /^title $/ },
  organizations: { inner: /^organization $/ },
  organization: {
    inner: /^item $/,
    required: { identifier: name, structure: /^rooted-hierarchy$/ },
  },
  item: {
    inner: /^(title )?(item )*$/,
    required: { identifier: name },
    optional: { identifierref: name },
  },
  resources: { inner: /^(resource )*$/ },
  resource: { inner: /^(file )+$/, required: { identifier: name, type: any } },
  file: { inner: /^$/, required: { href: any } },
  string: { optional: { language: /^en$/ } },
  // Of an item it is a text, of the cartridge a list of texts in languages.
  title: { inner: /^(string )?$/ },
};

/** What stands where it may not, or is missing. */
export function faults(node: Node, models: Models): string[] {
  const model = models[node.name];
  if (!model) return [`what is ${node.name}?`];
  const { required = {}, optional = {} } = model;
  const children = within(node).map((one) => `${one.name} `);
  const names = children.join("");
  const found: string[] = [];
  if (!(model.inner ?? /^$/).test(names))
    found.push(`${node.name} holds ${names || "nothing"}`);
  const text = node.inner.filter((one) => typeof one === "string").join("");
  const holdsText = model.inner === undefined || (node.name === "title" && names === "");
  if (!holdsText && text.trim() !== "") found.push(`${node.name} holds “${text}”`);
  for (const key of Object.keys(required)) {
    if (node.attributes[key] === undefined) found.push(`${node.name} has no ${key}`);
  }
  for (const [key, value] of Object.entries(node.attributes)) {
    const form = required[key] ?? optional[key];
    if (!form) found.push(`${node.name} has ${key}`);
    else if (!form.test(value)) found.push(`${node.name} has ${key}="${value}"`);
  }
  return [...found, ...within(node).flatMap((one) => faults(one, models))];
}
