/** Who is signed in. One signal; every view reads it, only this file changes it. */
import { computed, signal } from '@preact/signals';
import type { Role } from '../../worker/shapes/accounts.ts';
import { get, post } from '../api/client.ts';

export interface SessionUser {
  id: string;
  name: string;
  email: string;
  role: Role;
}

/** `undefined` until the service has answered, then the user or null. */
export const user = signal<SessionUser | null | undefined>(undefined);
export const signedIn = computed(() => user.value != null);
/** Reviewers and admins may review, and keep publications, issues and the authority file. */
export const mayReview = computed(() => user.value?.role === 'reviewer' || user.value?.role === 'admin');
export const isAdmin = computed(() => user.value?.role === 'admin');

interface SessionAnswer {
  user: { id: string; name: string; email: string; role?: Role };
}

/** Asks the service who we are. Offline or failing, we are nobody until the next try. */
export async function loadSession(): Promise<void> {
  const { data } = await get<SessionAnswer | null>('/api/auth/get-session');
  user.value = data ? await withRole(data.user) : null;
}

export async function signIn(email: string, password: string): Promise<void> {
  await post('/api/auth/sign-in/email', { email, password });
  await loadSession();
}

export async function signUp(name: string, email: string, password: string): Promise<void> {
  await post('/api/auth/sign-up/email', { name, email, password });
  await loadSession();
}

export async function signOut(): Promise<void> {
  await post('/api/auth/sign-out', {});
  user.value = null;
}

async function withRole(found: SessionAnswer['user']): Promise<SessionUser> {
  const role = found.role ?? (await get<{ role: Role }>('/me')).data.role;
  return { id: found.id, name: found.name, email: found.email, role };
}
