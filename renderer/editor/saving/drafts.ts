import { type ReportDocument } from "../../../core/document/schema.ts";

/** A text that could not be saved, kept in the browser until it is. */
export type Draft = {
  readonly id: string;
  /** The revision on disk that it goes on from. */
  readonly baseRevision: number;
  /** ISO 8601. */
  readonly at: string;
  readonly report: ReportDocument;
};

const STORE = "drafts";

function asPromise<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("The browser's store failed"));
  });
}

function openStore(): Promise<IDBDatabase> {
  const request = indexedDB.open("nianbao-drafts", 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "id" });
  return asPromise(request);
}

/** Resolves when the change is safe: the request alone may still be taken back for want of room. */
async function change(work: (store: IDBObjectStore) => void): Promise<void> {
  const database = await openStore();
  try {
    await new Promise<void>((resolve, reject) => {
      const transaction = database.transaction(STORE, "readwrite", { durability: "strict" });
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error("The browser's store is full"));
      work(transaction.objectStore(STORE));
    });
  } finally {
    database.close();
  }
}

/** Keeps a draft in the place of the one before. False: the browser has no room, or keeps nothing. */
export async function keepDraft(draft: Draft): Promise<boolean> {
  try {
    await change((store) => store.put(draft));
    return true;
  } catch {
    return false;
  }
}

/** What a browser does not give back is not there. */
export async function readDraft(id: string): Promise<Draft | null> {
  try {
    const database = await openStore();
    const found: unknown = await asPromise(database.transaction(STORE).objectStore(STORE).get(id));
    database.close();
    return (found as Draft | undefined) ?? null;
  } catch {
    return null;
  }
}

export async function dropDraft(id: string): Promise<void> {
  try {
    await change((store) => store.delete(id));
  } catch {
    // A store that keeps nothing has nothing to drop.
  }
}
