import { numberIn, numberOrNull, type Row, run, textIn, textOrNull } from "./database";
import type { GrowingDatabase } from "./growth";
import type { LtiKey, LtiRegistration, LtiStore } from "./lti-store";

const registrationColumns = `id, name, issuer, client_id, auth_url, token_url, jwks_url,
  audience, product, created`;

const registrationIn = (row: Row): LtiRegistration => ({
  id: textIn(row, "id"),
  name: textIn(row, "name"),
  issuer: textIn(row, "issuer"),
  clientId: textIn(row, "client_id"),
  authUrl: textIn(row, "auth_url"),
  tokenUrl: textIn(row, "token_url"),
  jwksUrl: textIn(row, "jwks_url"),
  audience: textOrNull(row, "audience"),
  product: textIn(row, "product"),
  created: numberIn(row, "created"),
});

const keyIn = (row: Row): LtiKey => ({
  kid: textIn(row, "kid"),
  privateJwk: textIn(row, "private_jwk"),
  created: numberIn(row, "created"),
  retired: numberOrNull(row, "retired"),
});

const keysSql = `SELECT kid, private_jwk, created, retired FROM lti_key
  ORDER BY created DESC, kid`;

/** Registrations of platforms, invitations to register, keys, and nonces that were used. */
export function sqlLti(database: GrowingDatabase) {
  async function registrations(condition = "", ...values: string[]) {
    const [rows = []] = await database.read([
      `SELECT ${registrationColumns} FROM lti_registration ${condition}
      ORDER BY created, id`,
      ...values,
    ]);
    return rows.map(registrationIn);
  }

  return {
    registrations: () => registrations(),

    registration: async (id) => (await registrations("WHERE id = $1", id))[0] ?? null,

    addRegistration: (added, deployments) =>
      database.grow(async ({ query }) => {
        await query(
          `INSERT INTO lti_registration (${registrationColumns})
          VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING`,
          ...[added.id, added.name, added.issuer, added.clientId, added.authUrl],
          ...[added.tokenUrl, added.jwksUrl, added.audience, added.product],
          added.created,
        );
        // The same id: an earlier try was kept, and its answer lost.
        const mine = await query(
          `SELECT id FROM lti_registration
          WHERE id = $1 AND issuer = $2 AND client_id = $3`,
          ...[added.id, added.issuer, added.clientId],
        );
        if (mine.length === 0) return false;
        for (const deployment of deployments) {
          await query(
            `INSERT INTO lti_deployment (registration_id, deployment_id) VALUES ($1, $2)
            ON CONFLICT DO NOTHING`,
            ...[added.id, deployment],
          );
        }
        return true;
      }),

    removeRegistration: (id) =>
      database.change(async ({ query }) => {
        const sql = "DELETE FROM lti_registration WHERE id = $1 RETURNING id";
        return (await query(sql, id)).length > 0;
      }),

    async deploymentsOf(registration) {
      const [rows = []] = await database.read([
        `SELECT deployment_id FROM lti_deployment WHERE registration_id = $1
        ORDER BY deployment_id`,
        registration,
      ]);
      return rows.map((row) => textIn(row, "deployment_id"));
    },

    takeDeployment: (registration, deployment) =>
      database.change(async ({ query, hold }) => {
        const sql = "SELECT deployment_id FROM lti_deployment WHERE registration_id = $1";
        const known = await query(sql, registration);
        if (known.length > 0)
          return known.some((row) => row.deployment_id === deployment);
        // Of two first launches at once, the other's may be there by now.
        await hold("SELECT id FROM lti_registration WHERE id = $1", registration);
        await query(
          `INSERT INTO lti_deployment (registration_id, deployment_id)
          SELECT id, CAST($2 AS TEXT) FROM lti_registration WHERE id = $1 AND NOT EXISTS
            (SELECT 1 FROM lti_deployment WHERE registration_id = $1)`,
          ...[registration, deployment],
        );
        const now = await query(sql, registration);
        return now.some((row) => row.deployment_id === deployment);
      }),

    addInvitation: (hash, expires) =>
      run(
        database,
        `INSERT INTO lti_invitation (hash, expires) VALUES ($1, $2)
        ON CONFLICT (hash) DO UPDATE SET expires = excluded.expires`,
        ...[hash, expires],
      ),

    async hasInvitation(hash, now) {
      const [rows = []] = await database.read([
        "SELECT hash FROM lti_invitation WHERE hash = $1 AND expires > $2",
        ...[hash, now],
      ]);
      return rows.length > 0;
    },

    spendInvitation: (hash, now) =>
      database.change(async ({ query }) => {
        await query("DELETE FROM lti_invitation WHERE expires <= $1", now);
        const sql = "DELETE FROM lti_invitation WHERE hash = $1 RETURNING expires";
        const [row] = await query(sql, hash);
        return row ? numberIn(row, "expires") : null;
      }),

    async keys() {
      const [rows = []] = await database.read([keysSql]);
      return rows.map(keyIn);
    },

    rotateKeys: (next, before, forget) =>
      database.changeAlone(async ({ query }) => {
        const fresh = await query(
          "SELECT kid FROM lti_key WHERE retired IS NULL AND created > $1",
          before,
        );
        if (fresh.length === 0) {
          const { kid, privateJwk, created } = next;
          const sql = "UPDATE lti_key SET retired = $1 WHERE retired IS NULL";
          await query(sql, created);
          await query(
            "INSERT INTO lti_key (kid, private_jwk, created) VALUES ($1, $2, $3)",
            ...[kid, privateJwk, created],
          );
        }
        await query("DELETE FROM lti_key WHERE retired < $1", forget);
        return (await query(keysSql)).map(keyIn);
      }),

    takeNonce: (hash, expires, now) =>
      database.change(async ({ query }) => {
        await query("DELETE FROM lti_nonce WHERE expires <= $1", now);
        const added = await query(
          `INSERT INTO lti_nonce (hash, expires) VALUES ($1, $2)
          ON CONFLICT DO NOTHING RETURNING hash`,
          ...[hash, expires],
        );
        return added.length > 0;
      }),
  } satisfies Partial<LtiStore>;
}
