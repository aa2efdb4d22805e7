/** A member of a server, or a person in a direct message, who has no roles. */
export interface Person {
  readonly id: string;
  readonly roleIds: readonly string[];
}

/** The server and channel in which something was done. */
export interface ServerContext {
  readonly id: string;
  /** The channel; for a thread, also the channel that it belongs to. */
  readonly channelIds: readonly string[];
  /** Whether the person may manage the server ("Manage Server"). */
  readonly mayManage: boolean;
}

/** Who acts, where, and in which language they read. */
export interface Caller {
  readonly person: Person;
  /** BCP 47, of the person's client. */
  readonly locale: string;
  /** Absent in a direct message. */
  readonly server?: ServerContext | undefined;
}

/**
 * `admin`: of the bot. `manager`: of the server where it is used. `keeper`: a manager where the server has reports of
 * its own, else an admin.
 */
export type RequiredRole = 'admin' | 'manager' | 'keeper';

/** Who may use a command, a button or a menu, when, and how often. */
export interface Limits {
  /** Absent: everybody. */
  readonly requiredRole?: RequiredRole;
  /** Counts against the questions that a person and a server may ask. */
  readonly isQuestion?: true;
  /** Counts against the pages that a person may open. */
  readonly isReading?: true;
  /** Does not work with `STORE=off`. */
  readonly needsStore?: true;
}

/** Decides who is an admin of the bot. */
export interface Access {
  /** @throws what looking up the application's owner throws, when that is needed and fails. */
  isAdmin(person: Person): Promise<boolean>;
}

/**
 * Admins are the listed users and roles. With both lists empty they are the application's owners, looked up
 * by `fetchOwnerIds` at the first need and then remembered; a failed look-up is tried again at the next need.
 */
export function createAccess(
  {
    adminUserIds,
    adminRoleIds,
  }: { readonly adminUserIds: readonly string[]; readonly adminRoleIds: readonly string[] },
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

/** Why somebody may not use what requires `role`: the key of the note that says so; undefined when they may. */
export async function findRefusal(
  role: RequiredRole | undefined,
  caller: Omit<Caller, 'locale'>,
  access: Access,
  hasOwnReports: () => Promise<boolean>,
): Promise<'adminsOnly' | 'serverOnly' | 'managersOnly' | undefined> {
  const { person, server } = caller;
  switch (role) {
    case undefined:
      return undefined;
    case 'admin':
      return (await access.isAdmin(person)) ? undefined : 'adminsOnly';
    case 'keeper':
      return findRefusal((await hasOwnReports()) ? 'manager' : 'admin', caller, access, hasOwnReports);
    case 'manager':
      if (!server) return 'serverOnly';
      return server.mayManage ? undefined : 'managersOnly';
  }
}
