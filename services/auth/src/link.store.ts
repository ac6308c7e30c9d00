import { parse, UserId } from "@wares/contracts";
import { sql, type Queries } from "@wares/platform/database";

export type LinkPurpose = "ConfirmEmail" | "ResetPassword";
const lives = {
  ConfirmEmail: sql`interval '24 hours'`,
  ResetPassword: sql`interval '1 hour'`,
} as const;
type Link = Readonly<{ tokenHash: Buffer; purpose: LinkPurpose; userId: UserId }>;

export const addLink = async (tx: Queries, { tokenHash, purpose, userId }: Link): Promise<void> => {
  await tx.query(sql`
    insert into auth.links (token_hash, purpose, user_id, expires_at)
    values (${tokenHash}, ${purpose}, ${userId}, now() + ${lives[purpose]})
  `);
};

export const findLink = async (
  tx: Queries,
  purpose: LinkPurpose,
  tokenHash: Buffer,
): Promise<UserId | undefined> => {
  const { rows } = await tx.query<{ user_id: string }>(sql`
    select user_id from auth.links
     where token_hash = ${tokenHash} and purpose = ${purpose} and expires_at > now()
  `);
  return rows[0] && parse(UserId, rows[0].user_id);
};

/** Works once, and takes its older siblings along. */
export const useLink = async (
  tx: Queries,
  purpose: LinkPurpose,
  tokenHash: Buffer,
): Promise<UserId | undefined> => {
  const { rows } = await tx.query<{ user_id: string }>(sql`
    delete from auth.links
     where token_hash = ${tokenHash} and purpose = ${purpose} and expires_at > now()
    returning user_id
  `);
  if (!rows[0]) return undefined;
  const userId = parse(UserId, rows[0].user_id);
  await tx.query(sql`delete from auth.links where user_id = ${userId} and purpose = ${purpose}`);
  return userId;
};

export const forgetLinks = async (tx: Queries): Promise<void> => {
  await tx.query(sql`delete from auth.links where expires_at < now()`);
};
