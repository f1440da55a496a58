// A browser that translates a page takes each text node out of it and puts the translated
// words into a <font> in its place. React goes on with the nodes that it made: it would fail
// to remove one, or to insert before it, and end the page; and new text, written into a node
// that is out of the page, would never be seen. https://github.com/facebook/react/issues/11538

/** A text, or translated words. */
const isWords = (node: Node): node is ChildNode =>
  node.nodeType === Node.TEXT_NODE || node.nodeName === "FONT";

/**
 * From now on, and for as long as the page is open, what React does to a text that was
 * translated is done to the words in its place, and a text that changes comes back for them,
 * to be translated again. Before React's first change to the page.
 */
export function guardTranslation(): void {
  keepRootAttributes();
  const { learn, standInOf } = replacements();
  const observer = new MutationObserver(learn);
  observer.observe(document, { childList: true, subtree: true });

  /** What is there now for a node that was in `parent`; null where nothing is. */
  function placeOf(node: Node, parent: Node): Node | null {
    learn(observer.takeRecords());
    for (let at: Node | undefined = node; at; at = standInOf(at)) {
      if (at.parentNode === parent) return at;
    }
    // Some translators leave the text in the page, deeper than it was.
    let around: Node | null = node;
    while (around && around.parentNode !== parent) around = around.parentNode;
    return around;
  }

  /** The words in the place of a text that is out of the page; null where there are none. */
  function wordsFor(node: Node): ChildNode | null {
    if (node.parentNode || node.nodeType !== Node.TEXT_NODE) return null;
    learn(observer.takeRecords());
    let at = standInOf(node);
    while (at && !at.parentNode) at = standInOf(at);
    return at ?? null;
  }

  const { removeChild, insertBefore, appendChild } = Node.prototype;
  Node.prototype.removeChild = function <T extends Node>(this: Node, child: T): T {
    const place = child.parentNode === this ? child : placeOf(child, this);
    if (place) removeChild.call(this, place);
    return child;
  };
  Node.prototype.insertBefore = function <T extends Node>(
    this: Node,
    node: T,
    before: Node | null,
  ): T {
    const words = wordsFor(node);
    const isHere = !before || before.parentNode === this;
    insertBefore.call(this, node, isHere ? before : placeOf(before, this));
    words?.remove();
    return node;
  };
  Node.prototype.appendChild = function <T extends Node>(this: Node, node: T): T {
    wordsFor(node)?.remove();
    appendChild.call(this, node);
    return node;
  };
  const value = Object.getOwnPropertyDescriptor(Node.prototype, "nodeValue");
  Object.defineProperty(Node.prototype, "nodeValue", {
    ...value,
    set(this: Node, text: string | null) {
      value?.set?.call(this, text);
      const words = wordsFor(this);
      words?.parentNode?.replaceChild(this, words);
    },
  });
}

/**
 * A page that was translated before React had it all is drawn anew, and its root then has
 * React's attributes alone: those that it had beside them, such as the theme, come back.
 */
function keepRootAttributes() {
  const root = document.documentElement;
  const observer = new MutationObserver((records) => {
    if (!records.some(({ attributeName }) => attributeName === "lang")) return;
    for (const { attributeName, oldValue } of records) {
      if (attributeName && oldValue !== null && !root.hasAttribute(attributeName)) {
        root.setAttribute(attributeName, oldValue);
      }
    }
  });
  observer.observe(root, { attributes: true, attributeOldValue: true });
}

/**
 * Reads what took the place of what: in one step, beside it just before it went, or at its
 * place right after. Where React itself put one text after another, nobody asks.
 */
function replacements() {
  const standIns = new WeakMap<Node, ChildNode>();
  let gap: { node: Node; record: MutationRecord } | null = null;

  function learn(records: readonly MutationRecord[]) {
    const fresh = new Set<ChildNode>();
    const isFresh = (node: Node | null): node is ChildNode =>
      node?.nodeName === "FONT" && isWords(node) && fresh.has(node);
    const replace = (node: Node, by: ChildNode) => {
      standIns.set(node, by);
      // What is in the page has nothing in its place: so no chain ever closes.
      standIns.delete(by);
      fresh.delete(by);
    };
    for (const record of records) {
      const { previousSibling, nextSibling } = record;
      const added = [...record.addedNodes].filter(isWords);
      const removed = [...record.removedNodes].filter(isWords);
      for (const node of added) {
        standIns.delete(node);
        fresh.add(node);
      }
      const [first] = added;
      if (first && gap && isAt(gap.record, record)) replace(gap.node, first);
      gap = null;
      for (const node of removed) {
        standIns.delete(node);
        const by = first ?? [previousSibling, nextSibling].find(isFresh);
        if (by) replace(node, by);
        else gap = { node, record };
      }
    }
  }

  return { learn, standInOf: (node: Node) => standIns.get(node) };
}

/** Whether two changes were made at one place. */
const isAt = (one: MutationRecord, other: MutationRecord) =>
  one.target === other.target &&
  one.previousSibling === other.previousSibling &&
  one.nextSibling === other.nextSibling;
