/** Tests hold our calendars against this library (Meeus's algorithms), which has no types of its own. */
declare module 'astronomia/julian' {
  /** `jd` is that of midnight: half a day before the noon that our day numbers name. */
  type ToJd = (year: number, month: number, day: number) => number;
  type FromJd = (jd: number) => { year: number; month: number; day: number };
  export const CalendarJulianToJD: ToJd;
  export const CalendarGregorianToJD: ToJd;
  export const JDToCalendarJulian: FromJd;
  export const JDToCalendarGregorian: FromJd;
}
