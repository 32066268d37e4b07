/** The policy under which this site's own code hands markup and worker addresses to the browser. */
const POLICY_NAME = 'recall';

/**
 * Marks markup made at build time (cards, definitions) as safe to parse. Nothing a learner typed, imported or put
 * into an address may come here: that is shown as text. Each call makes a new value; keep it while `html` stays.
 */
export function trustedHtml(html: string): string {
  // TypeScript's DOM takes strings here; a browser that enforces Trusted Types gets what it wants.
  return (openPolicy()?.createHTML(html) as string | undefined) ?? html;
}

/**
 * Marks the address of a script of this site, for a worker.
 * @throws TypeError for an address of another origin, in browsers with Trusted Types.
 */
export function trustedScriptUrl(url: string): string {
  return (openPolicy()?.createScriptURL(url) as string | undefined) ?? url;
}

let policy: Policy | undefined;

function openPolicy(): Policy | undefined {
  // A second policy of the same name would be refused.
  policy ??= trustedTypesOf()?.createPolicy(POLICY_NAME, {
    createHTML: (html) => html,
    createScriptURL: (url) => (new URL(url, location.href).origin === location.origin ? url : null),
  });
  return policy;
}

function trustedTypesOf(): PolicyFactory | undefined {
  return (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
}

// TypeScript's DOM library does not know Trusted Types yet.
interface Policy {
  createHTML(html: string): unknown;
  createScriptURL(url: string): unknown;
}
interface PolicyFactory {
  createPolicy(
    name: string,
    rules: Partial<Record<'createHTML' | 'createScriptURL', (text: string) => string | null>>,
  ): Policy;
}
