import { userInfo } from "node:os";

/** The name under which somebody is signed in to this computer; "" where the system does not know one. */
export function userName(read: () => { readonly username: string } = userInfo): string {
  try {
    return read().username;
  } catch {
    // A number without an entry in the list of users, as in containers and some domain logins.
    return "";
  }
}
