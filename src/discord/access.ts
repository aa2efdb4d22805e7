/** A member of a server, or a person in a direct message, who has no roles. */
export interface Person {
  readonly id: string;
  readonly roleIds: readonly string[];
}

/** Decides who is an admin of the bot. */
export interface Access {
  /** @throws what looking up the application's owner throws, when that is needed and fails. */
  isAdmin(person: Person): Promise<boolean>;
}

export interface AdminLists {
  readonly adminUserIds: readonly string[];
  readonly adminRoleIds: readonly string[];
}

/**
 * Admins are the listed users and roles. With both lists empty they are the application's owners, looked up
 * by `fetchOwnerIds` at the first need and then remembered; a failed look-up is tried again at the next need.
 */
export function createAccess(
  { adminUserIds, adminRoleIds }: AdminLists,
  fetchOwnerIds: () => Promise<readonly string[]>,
): Access {
  const listed = adminUserIds.length > 0 || adminRoleIds.length > 0;
  let ownerIds: readonly string[] | undefined;
  return {
    async isAdmin({ id, roleIds }) {
      if (listed) return adminUserIds.includes(id) || roleIds.some((role) => adminRoleIds.includes(role));
      ownerIds ??= await fetchOwnerIds();
      return ownerIds.includes(id);
    },
  };
}
