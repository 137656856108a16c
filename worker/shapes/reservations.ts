import { Id, Time, z } from './common.ts';

export const WorkKind = z.enum(['transcribe', 'review']);
export type WorkKind = z.infer<typeof WorkKind>;

export const Reservation = z
  .object({
    page: Id,
    user: z.object({ id: Id, name: z.string() }),
    kind: WorkKind,
    until: Time,
  })
  .openapi('Reservation', { description: 'Who works on a page, and until when; nobody is kept out by it' });
export type Reservation = z.infer<typeof Reservation>;

export const ReservationWish = z.object({ kind: WorkKind.default('transcribe') }).openapi('ReservationWish');
